namespace NativeCallbacks.Tests.Costs;

public partial class AllocationTests
{
    [Fact]
    public void Invoke_WithErrno_AllocatesNothing()
    {
        var errno = Shim.Get<Status.SetErrno>("status_set_errno");

        AllocatedBy(() => errno.Invoke(5, 0)).Should().Be(0);
    }
}
