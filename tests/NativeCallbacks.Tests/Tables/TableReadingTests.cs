using System;
using NativeCallbacks.Tests.Refusals;

namespace NativeCallbacks.Tests.Tables;

/// <summary>Tables of native code, read by the structs that the generator adds to their interfaces.</summary>
public class TableReadingTests
{
    [Fact]
    public void Slots_OfATable_AreReadAndCalled()
    {
        var table = new FunctionsTable(TableApi.Functions());

        (table.Version, table.Flag).Should().Be((3, (byte)200));
        table.Minus(70, -7).Should().Be(147);
        table.Weigh([7, 5, 3], 3).Should().Be(26);
        ((IFunctions)table).Minus(1.5, 1).Should().Be(2, "the struct is an implementation of the interface");
        table.Address.Should().Be(TableApi.Functions());
    }

    [Fact]
    public void Function_WithASpan_ChecksItBeforeTheCall()
    {
        var table = new FunctionsTable(TableApi.Functions());

        var call = () => table.Weigh([7, 5, 3], 4);

        call.Should().Throw<ArgumentException>().WithMessage(Messages.Naming("values", "values has 3 elements, but its shape (n: 4) needs 4."));
    }

    [Fact]
    public void NullSlot_IsRefusedByName()
    {
        var table = new FunctionsTable(TableApi.Functions());

        (table.HasMinus, table.HasAbsent).Should().Be((true, false));
        var call = () => table.Absent(1);

        call.Should().Throw<EntryPointNotFoundException>()
            .WithMessage("Absent (slot 5) of this IFunctions is null: native code does not implement it. Check HasAbsent before the call.");
    }

    [Fact]
    public void DefaultTable_IsRefused_AndSoIsAZeroAddress()
    {
        var call = static () => default(FunctionsTable).Minus(1, 2);
        var read = static () => default(FunctionsTable).Version;
        var create = static () => new FunctionsTable(0);

        call.Should().Throw<InvalidOperationException>().WithMessage("This IFunctions is null. Check IsNull first, or check where the address should have come from.");
        read.Should().Throw<InvalidOperationException>().WithMessage("This IFunctions is null.*");
        create.Should().Throw<ArgumentException>().WithMessage("A IFunctions requires a non-zero address.*").WithParameterName("address");
        (default(FunctionsTable).IsNull, default(FunctionsTable).HasMinus).Should().Be((true, false));
    }

    [Fact]
    public void SlotBeyondTheSize_IsRefusedByName()
    {
        var (old, current) = (new VersionedTable(TableApi.OfVersion(1)), new VersionedTable(TableApi.OfVersion(2)));

        (old.HasFirst, old.HasSecond, current.HasSecond).Should().Be((true, false, true));
        (old.First(5), current.First(5), current.Second(5, 2)).Should().Be((15, 15, 13));
        var call = () => old.Second(5, 2);

        call.Should().Throw<EntryPointNotFoundException>()
            .WithMessage($"This IVersioned has {2 * IntPtr.Size} bytes, but Second (slot 2) is at byte {2 * IntPtr.Size}. It comes from an older version; check its size before the call.");
    }

    [Fact]
    public void Methods_OfAnObject_GetTheObjectFirst()
    {
        var (first, second) = (new CounterObject(TableApi.Object(0)), new CounterObject(TableApi.Object(1)));

        var before = (First: first.Add(0), Second: second.Add(0));
        (first.Add(3), second.Add(20)).Should().Be((before.First + 3, before.Second + 20));
        first.Minus(70, -7).Should().Be(147 + (1000 * (before.First + 3)));
        new AddingObject(TableApi.Object(1)).Add(0).Should().Be(before.Second + 20, "an interface may extend another");
#if NET
        ((ICounter)first).Twice(0).Should().Be(2 * (before.First + 3));
#endif
        first.HasAbsent.Should().BeFalse();
    }

    [Fact]
    public void MethodThatAnObjectDoesNotHave_IsRefusedByName()
    {
        var absent = static () => new CounterObject(TableApi.Object(0)).Absent();
        var noTable = static () => new CounterObject(TableApi.Object(2)).Add(1);
        var none = static () => default(CounterObject).Add(1);

        absent.Should().Throw<EntryPointNotFoundException>().WithMessage("Absent (slot 2) of this ICounter is null:*");
        noTable.Should().Throw<InvalidOperationException>().WithMessage("The first word of this ICounter is null instead of the address of a table.*");
        none.Should().Throw<InvalidOperationException>().WithMessage("This ICounter is null.*");
        new CounterObject(TableApi.Object(2)).HasAdd.Should().BeFalse();
    }
}
