using System.Linq;
using System.Text.RegularExpressions;
using NativeCallbacks.Generators.Emission;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Tests.Emission;

/// <summary>Which members are written for a signature, in which order, and how they check: from models, without a compiler.</summary>
public class MemberTests
{
    private static readonly ConstantModel Zero = new(ConstantKind.Same, 0);

    [Fact]
    public void Members_OfASignature_AreInTheirOrder()
    {
        Members(Signatures.Of(Signatures.Span("x", "n"), Signatures.Integer("n")))
            .Should().Equal("Invoke", "Invoke", "Refused__", "AsPointer", "ToDelegate");
    }

    [Fact]
    public void Members_OfARejectedSignature_AreStubs()
    {
        var source = Signatures.Rejected(Signatures.Span("x", "n"), Signatures.Integer("n"));
        Members(source).Should().Equal("Invoke", "Invoke", "AsPointer", "ToDelegate");
        SignatureSource.Write(source).Should().NotContain("unsafe").And.NotContain("unmanaged").And.NotContain("fixed");
    }

    [Theory]
    [InlineData("Allowed", "public static unsafe class", 4)]
    [InlineData("Forbidden", "public static class", 2)]
    [InlineData("None", "public static class", 4)]
    public void Stubs_NamePointersOnlyWhereTheyCan(string pointers, string head, int count)
    {
        var refused = Signatures.Rejected(Signatures.Span("x", "n"), Signatures.Integer("n")) with { Pointers = System.Enum.Parse<PointerTypes>(pointers) };
        SignatureSource.Write(refused).Should().Contain(head);
        Members(refused).Should().HaveCount(count);
    }

    [Theory]
    [InlineData("m", "n")]
    [InlineData("n", 3)]
    [InlineData(3)]
    public void SecondInvoke_IfNoSpanGivesADimension_IsNotWritten(params object[] shape)
    {
        Members(Signatures.Of(Signatures.Span("x", shape), Signatures.Integer("m"), Signatures.Integer("n")))
            .Should().ContainSingle(static member => member == "Invoke");
    }

    /// <summary>One call could mean both, and C# would take one of them silently.</summary>
    [Fact]
    public void SecondInvoke_ThatACallCouldMeanToo_IsNotWritten()
    {
        Members(Signatures.Of(Signatures.Span("x", "n"), Signatures.Integer("n") with { DefaultValue = Zero }))
            .Should().ContainSingle(static member => member == "Invoke");
        Members(Signatures.Of(Signatures.Span("x", "n"), Signatures.Integer("n"), Signatures.Integer("flags") with { DefaultValue = Zero }))
            .Should().ContainSingle(static member => member == "Invoke", "Invoke(x, 5) could mean n or flags");
    }

    [Fact]
    public void SecondInvoke_ThatDefaultsDoNotReach_IsWritten()
    {
        Members(Signatures.Of(Signatures.Span("x", "n"), Signatures.Integer("n"), Signatures.Span("y", 1) with { DefaultValue = ConstantModel.Default }))
            .Where(static member => member == "Invoke").Should().HaveCount(2, "no span is a number");
        Members(Signatures.Of(Signatures.Span("x", "n"), Signatures.Span("y", "m"), Signatures.Integer("n"), Signatures.Integer("m"), Signatures.Integer("flags") with { DefaultValue = Zero }))
            .Where(static member => member == "Invoke").Should().HaveCount(2, "one takes four or five arguments, the other two or three");
    }

    [Theory]
    [InlineData("byte", false, 8, "> 255")]
    [InlineData("sbyte", true, 8, "> 127")]
    [InlineData("ushort", false, 16, "> 65535")]
    [InlineData("short", true, 16, "> 32767")]
    [InlineData("int", true, 32, null)]
    [InlineData("uint", false, 32, null)]
    [InlineData("long", true, 64, null)]
    public void SecondInvoke_ChecksTheRangeOfItsDimension(string keyword, bool isSigned, int bits, string? check)
    {
        var text = SignatureSource.Write(Signatures.Of(Signatures.Span("x", "n"), Signatures.Integer("n", new IntegerModel(keyword, isSigned, bits))));
        text.Contains("LengthOverDimension", System.StringComparison.Ordinal).Should().Be(check is not null);
        text.Should().Contain(check ?? $"({keyword})@x.Length");
    }

    [Fact]
    public void SecondInvoke_OfSpansThatShareADimension_ComparesTheirLengths()
    {
        SignatureSource.Write(Signatures.Of(Signatures.Span("x", "n"), Signatures.Span("y", "n"), Signatures.Integer("n")))
            .Should().Contain("if (@y.Length != @x.Length) throw global::NativeCallbacks.CompilerServices.CallRefusal.LengthsDiffer(\"n\", \"x\", @x.Length, \"y\", @y.Length);");
    }

    [Theory]
    [InlineData("byte", false, 8, "> 255")]
    [InlineData("int", true, 32, "> 2147483647")]
    [InlineData("uint", false, 32, "> 4294967295")]
    [InlineData("long", true, 64, null)]
    [InlineData("nuint", false, 64, null)]
    public void SecondInvoke_OfATensor_ChecksTheRangeOfItsDimensions(string keyword, bool isSigned, int bits, string? check)
    {
        var text = SignatureSource.Write(Signatures.Of(
            Signatures.Tensor("x", "m", "n"), Signatures.Integer("m", new IntegerModel("nint", true, 64)), Signatures.Integer("n", new IntegerModel(keyword, isSigned, bits))));
        text.Contains("LengthOverDimension", System.StringComparison.Ordinal).Should().Be(check is not null);
        text.Should().Contain(check is null ? $"(nint)xLengths__[0], ({keyword})xLengths__[1]" : $"if (xLengths__[1] {check}) throw");
    }

    [Fact]
    public void SecondInvoke_OfAnOptionalTensor_IsNotWritten()
    {
        var tensor = Signatures.Tensor("x", "n");
        Members(Signatures.Of(tensor with { Shape = tensor.Shape! with { IsOptional = true } }, Signatures.Integer("n")))
            .Should().ContainSingle(static member => member == "Invoke");
    }

    [Fact]
    public void Checks_OfATensor_AreOneConditionBeforeOneThrow()
    {
        var text = SignatureSource.Write(Signatures.Of(Signatures.Tensor("x", "m", 3), Signatures.Span("y", "m"), Signatures.Integer("m")));
        Regex.Count(text, "throw Refused__").Should().Be(1);
        text.Should().Contain("""
                        if (address__ == 0
                            || (uint)@y.Length < unchecked((uint)@m)
                            || xLengths__.Length != 2
                            || xStrides__.Length != 2
                            || unchecked((ulong)xLengths__[0]) != unchecked((ulong)@m)
                            || xLengths__[1] != 3
                            || (xStrides__[0] != xLengths__[1] && xLengths__[0] > 1 && !@x.IsEmpty)
                            || (xStrides__[1] != 1 && xLengths__[1] > 1 && !@x.IsEmpty))
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Checks_OfOneShape_AreComputedOnce()
    {
        var text = SignatureSource.Write(Signatures.Of(
            Signatures.Span("x", "m", "n"), Signatures.Span("y", "m", "n"), Signatures.Span("z", "n", "m"), Signatures.Integer("m"), Signatures.Integer("n")));
        text.Split("var count").Should().HaveCount(3);
        text.Should().Contain("var count0__ = unchecked((ulong)(uint)@m * (uint)@n);")
            .And.Contain("(uint)@x.Length < count0__").And.Contain("(uint)@y.Length < count0__").And.Contain("(uint)@z.Length < count1__");
    }

    [Fact]
    public void NullCheck_ComesFirst()
    {
        var text = SignatureSource.Write(Signatures.Of(Signatures.Span("x", "n"), Signatures.Integer("n")));
        text.IndexOf("address__ == 0", System.StringComparison.Ordinal)
            .Should().BePositive().And.BeLessThan(text.IndexOf("(uint)@x.Length", System.StringComparison.Ordinal));
    }

    private static string[] Members(DeclarationModel signature) =>
        [.. Regex.Matches(SignatureSource.Write(signature), @"(?:public|private) static (?!unsafe|class)[^(]*?(?<name>\w+)\(\s*(?=this |global::NativeCallbacks)", RegexOptions.ExplicitCapture, System.TimeSpan.FromSeconds(10))
            .Select(static match => match.Groups["name"].Value)];
}
