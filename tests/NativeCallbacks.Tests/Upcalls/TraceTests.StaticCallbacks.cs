namespace NativeCallbacks.Tests.Upcalls;

public partial class TraceTests
{
    [Fact]
    public void StaticCallbackThatThrows_IsTraced()
    {
        using var trace = new Trace();

        Counting.Call(Kernels.Throwing, 3);

        trace.Of("CallbackFaulted", typeof(PlainCount).FullName!).Should().HaveCount(3);
    }
}
