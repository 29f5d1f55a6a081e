namespace NativeCallbacks.Tests.Upcalls;

public unsafe partial class AllocationTests
{
    [Fact]
    public void Calls_WithTensors_AllocateNothing()
    {
        using var rows = new RowTensorFunction(static (cells, _, _) => cells[1, 2]).ToManagedCallback();
        using var columns = new ColumnTensorFunction(static (cells, _, _) => cells[1, 2]).ToManagedCallback();
        var call = Shim.Get<CallTensor>("upcall_tensor");

        Allocation.Of(() =>
        {
            var memory = stackalloc double[15];
            var sum = 0.0;
            for (var i = 0; i < Calls; i++)
            {
                sum += call.Invoke(rows.Callback.Address, memory, 5, 3) + call.Invoke(columns.Callback.Address, memory, 5, 3);
            }

            return (long)sum;
        }).Should().Be(0);
        (rows.Fault, columns.Fault).Should().Be((null, null));
    }
}
