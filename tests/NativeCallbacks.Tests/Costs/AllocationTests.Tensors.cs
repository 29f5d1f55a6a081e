namespace NativeCallbacks.Tests.Costs;

public partial class AllocationTests
{
    [Fact]
    public void Invoke_WithTensors_AllocatesNothing()
    {
        var rows = Shim.Get<Tensors.WeighRows>("tensor_weigh_rows");
        var columns = Shim.Get<Tensors.RowsToColumns>("tensor_rows_to_columns");
        var optional = Shim.Get<Tensors.OptionalAddress>("tensor_address");
        var through = columns.ToDelegate();

        AllocatedBy(() => rows.Invoke(new(Input, [3, 2]), 3, 2)).Should().Be(0);
        AllocatedBy(() => columns.Invoke(new(Input, [3, 2]), new(Output, [3, 2], [1, 3]))).Should().Be(0);
        AllocatedBy(() => through(new(Input, [3, 2]), new(Output, [3, 2], [1, 3]), 3, 2)).Should().Be(0);
        AllocatedBy(() => optional.Invoke(default, 3, 2)).Should().Be(0);
    }
}
