using System;

namespace NativeCallbacks.Tests.Addresses;

/// <summary>Functions in tables and in objects, and addresses that are bound without a signature.</summary>
public unsafe class TableTests
{
    private static readonly nint Table = Shim.Address("table_functions");

    [Fact]
    public void FromTable_ReadsTheSlot()
    {
        NativeCallback<TableFunction>.FromTable(Table, 1).Invoke(10, 3).Should().Be(17);
        NativeCallback<TableFunction>.FromTable(Table, 2).Invoke(10, 3).Should().Be(4);
    }

    [Fact]
    public void FromTable_WithNull_IsRefused()
    {
        FluentActions.Invoking(() => NativeCallback<TableFunction>.FromTable(0, 1)).Should().ThrowExactly<ArgumentException>()
            .WithParameterName("table").WithMessage("The table of a NativeCallback<TableFunction> is null.*");
        FluentActions.Invoking(() => NativeCallback<TableFunction>.FromTable(Table, 0)).Should().ThrowExactly<ArgumentException>()
            .WithParameterName("index").WithMessage("Slot 0 of the table of a NativeCallback<TableFunction> is null.*");
        FluentActions.Invoking(() => NativeCallback<TableFunction>.FromTable(Table, -1)).Should().ThrowExactly<ArgumentOutOfRangeException>()
            .WithParameterName("index");
    }

    [Fact]
    public void FromObject_ReadsTheSlotOfTheObjectsTable()
    {
        Shim.Get<InitTableObject>("table_init").Invoke(out var instance, 40);
        var self = (nint)(&instance);

        NativeCallback<ObjectMethod>.FromObject(self, 0).Invoke(self, 2).Should().Be(42);
        NativeCallback<ObjectMethod>.FromObject(self, 1).Invoke(self, 2).Should().Be(38);
    }

    [Fact]
    public void FromObject_WithNull_IsRefused()
    {
        var instance = default(TableObject);
        var self = (nint)(&instance);
        nint empty = 0;
        instance.Table = (nint)(&empty);

        FluentActions.Invoking(() => NativeCallback<ObjectMethod>.FromObject(0, 0)).Should().ThrowExactly<ArgumentException>()
            .WithParameterName("instance").WithMessage("The object of a NativeCallback<ObjectMethod> is null.*");
        FluentActions.Invoking(() => NativeCallback<ObjectMethod>.FromObject(self, 0)).Should().ThrowExactly<ArgumentException>()
            .WithParameterName("slot").WithMessage("Slot 0 of the object's table of a NativeCallback<ObjectMethod> is null.*");
        FluentActions.Invoking(() => NativeCallback<ObjectMethod>.FromObject(self, -1)).Should().ThrowExactly<ArgumentOutOfRangeException>()
            .WithParameterName("slot");
        instance.Table = 0;
        FluentActions.Invoking(() => NativeCallback<ObjectMethod>.FromObject(self, 0)).Should().ThrowExactly<ArgumentException>()
            .WithParameterName("instance").WithMessage("The first word of the object of a NativeCallback<ObjectMethod> is null instead of the address of a table.*");
    }

    [Fact]
    public void Bind_OfOnlyAnAddress_ChecksIt()
    {
        var function = NativeCallback<TableFunction>.FromTable(Table, 1).Address;

        NativeCallback<TableFunction>.Bind(function).Address.Should().Be(function);
        FluentActions.Invoking(() => NativeCallback<TableFunction>.Bind(0)).Should().ThrowExactly<ArgumentException>().WithParameterName("address");
        FluentActions.Invoking(() => NativeCallback<TableFunction>.Bind(16)).Should().ThrowExactly<ArgumentException>().WithMessage("No function starts at 0x10, which is not mapped.*");
        FluentActions.Invoking(() => NativeCallback<TableFunction>.Bind(Shim.Address("shim_data_symbol"))).Should().ThrowExactly<ArgumentException>().WithMessage("*is data and not code*");
    }
}
