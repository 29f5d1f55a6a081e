using System;

namespace NativeCallbacks.Tests.Text;

/// <summary>Pointers to text, wherever a signature can have them.</summary>
public class Utf8PointerTests
{
    private static readonly Utf8Pointer Three = Utf8Pointer.FromLiteral("abc"u8);

    [Fact]
    public void FromLiteral_PointsToTheTextAndItsTerminator()
    {
        Three.GetLength().Should().Be(3);
        Three.AsSpan().SequenceEqual("abc"u8).Should().BeTrue();
        Three.ToString().Should().Be("abc");
        Utf8Pointer.FromLiteral(""u8).IsNull.Should().BeFalse();
        Utf8Pointer.FromLiteral(""u8).GetLength().Should().Be(0);
    }

    [Fact]
    public void FromLiteral_WithANul_Throws()
    {
        var create = () => Utf8Pointer.FromLiteral("ab\0c"u8);

        create.Should().ThrowExactly<ArgumentException>().WithParameterName("literal").WithMessage("The literal has a NUL at index 2, *");
    }

    [Fact]
    public void Default_IsNullAndEmpty()
    {
        Utf8Pointer none = default;

        none.IsNull.Should().BeTrue();
        none.GetLength().Should().Be(0);
        none.AsSpan().IsEmpty.Should().BeTrue();
        none.ToString().Should().Be("");
        none.Should().Be(new Utf8Pointer(0));
    }

    [Fact]
    public unsafe void Equality_IsOfPointers()
    {
        fixed (byte* copy = new byte[] { (byte)'a', (byte)'b', (byte)'c', 0 })
        {
            var other = new Utf8Pointer((nint)copy);

            other.ToString().Should().Be(Three.ToString());
            (other == Three).Should().BeFalse();
            (other != Three).Should().BeTrue();
            other.Equals((object)new Utf8Pointer((nint)copy)).Should().BeTrue();
            other.GetHashCode().Should().Be(new Utf8Pointer(other.Address).GetHashCode());
        }
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "")]
    [InlineData(2, "ż🐢")]
    [InlineData(3, "ab\uFFFDc")] // not UTF-8
    public void Invoke_ReturningOrWritingAPointer_GivesIt(int which, string expected)
    {
        var result = Shim.Get<PointerForth>("text_forth").Invoke(which);
        Shim.Get<PointerFind>("text_find").Invoke(which, 9, out var output).Should().Be(9);

        result.ToString().Should().Be(expected);
        result.IsNull.Should().Be(which == 0);
        output.Should().Be(result);
    }

    [Fact]
    public void Invoke_TakingPointers_PassesThem()
    {
        var texts = new[] { Three, default, Utf8Pointer.FromLiteral("ż"u8) };

        Shim.Get<PointerWeight>("text_weigh").Invoke(Three).Should().Be(TextArrayTests.Weight("abc"));
        Shim.Get<PointerWeight>("text_weigh").Invoke(default).Should().Be(-1);
        Shim.Get<PointersWeight>("text_weigh_pointers").Invoke(texts)
            .Should().Be(TextArrayTests.Weight("abc") - 2 + (3 * TextArrayTests.Weight("ż")));
    }

    [Fact]
    public void Invoke_WithAStructThatHasAPointer_PassesAndGetsIt()
    {
        var named = new Named { Id = 1000, Name = Three };

        Shim.Get<NamedWeight>("text_weigh_named").Invoke(named).Should().Be(1000 + (2 * TextArrayTests.Weight("abc")));
        Shim.Get<NameIt>("text_name").Invoke(ref named, 4);
        named.Name.ToString().Should().Be("ok");
        named.Id.Should().Be(1000);
    }

    [Theory]
    [InlineData(0, "", 1)]
    [InlineData(2, "ż🐢", 2)]
    [InlineData(3, "ab\uFFFDc", 3)]
    public void Handler_TakingAPointer_GetsIt(int which, string expected, long result)
    {
        var (seen, isNull, argument) = ("nothing", false, -1);
        using var handler = new TakesPointer((text, number) =>
        {
            (seen, isNull, argument) = (text.ToString(), text.IsNull, number);
            return result;
        }).ToManagedCallback();

        Shim.Get<CallWithPointer>("text_call").Invoke(handler.Callback, which).Should().Be(result);

        (seen, isNull, argument).Should().Be((expected, which == 0, which));
    }

    [Fact]
    public void Handler_ReturningAPointer_GivesItToNativeCode()
    {
        using var handler = new ReturnsPointer(static which => which == 3 ? Three : default).ToManagedCallback();

        Shim.Get<CallForPointer>("text_call_for").Invoke(handler.Callback, 3).Should().Be(TextArrayTests.Weight("abc"));
        Shim.Get<CallForPointer>("text_call_for").Invoke(handler.Callback, 4).Should().Be(-1);
    }

    [Fact]
    public void Handler_TakingASpanOfPointers_GetsThem()
    {
        var seen = "";
        using var handler = new TakesPointers((texts, count) =>
        {
            foreach (var text in texts)
            {
                seen += text.IsNull ? "NULL," : $"{text},";
            }

            return 10 + count;
        }).ToManagedCallback();

        Shim.Get<CallWithPointers>("text_call_with_array").Invoke(handler.Callback, 5).Should().Be(15);

        seen.Should().Be("NULL,,ż🐢,ab\uFFFDc,ok,");
    }
}
