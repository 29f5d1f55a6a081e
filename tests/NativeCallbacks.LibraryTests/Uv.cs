namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>void (*uv_timer_cb)(uv_timer_t *handle)</c>, and those of idle handles, of closing, of work.</summary>
[NativeSignature]
internal delegate void UvEvent(nint handle);

/// <summary>C: <c>void (*uv_after_work_cb)(uv_work_t *req, int status)</c></summary>
[NativeSignature]
internal delegate void UvAfterWork(nint request, int status);

/// <summary>C: <c>size_t uv_handle_size(uv_handle_type type)</c>, and those of loops and requests.</summary>
[NativeSignature]
internal delegate nuint UvSize(int kind);

/// <summary>C: <c>int uv_loop_init(uv_loop_t *loop)</c>, <c>int uv_loop_close(uv_loop_t *loop)</c>, <c>int uv_timer_stop(uv_timer_t *handle)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int UvInitialize(nint instance);

/// <summary>C: <c>int uv_timer_init(uv_loop_t *loop, uv_timer_t *handle)</c>, <c>int uv_idle_init(uv_loop_t *loop, uv_idle_t *idle)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int UvInitializeHandle(nint loop, nint handle);

/// <summary>C: <c>int uv_timer_start(uv_timer_t *handle, uv_timer_cb cb, uint64_t timeout, uint64_t repeat)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int UvStartTimer(nint handle, NativeCallback<UvEvent> callback, ulong milliseconds, ulong repeat);

/// <summary>C: <c>int uv_idle_start(uv_idle_t *idle, uv_idle_cb cb)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int UvStartIdle(nint handle, NativeCallback<UvEvent> callback);

/// <summary>C: <c>int uv_queue_work(uv_loop_t *loop, uv_work_t *req, uv_work_cb work_cb, uv_after_work_cb after_work_cb)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int UvQueueWork(nint loop, nint request, NativeCallback<UvEvent> work, NativeCallback<UvAfterWork> after);

/// <summary>C: <c>void uv_close(uv_handle_t *handle, uv_close_cb close_cb)</c></summary>
[NativeSignature]
internal delegate void UvClose(nint handle, NativeCallback<UvEvent> closed);

/// <summary>C: <c>void uv_stop(uv_loop_t *loop)</c></summary>
[NativeSignature]
internal delegate void UvStop(nint loop);

/// <summary>C: <c>int uv_run(uv_loop_t *loop, uv_run_mode mode)</c>. The result is not zero where handles are still active.</summary>
[NativeSignature]
internal delegate int UvRun(nint loop, int mode);

/// <summary>The event loop of Node.js.</summary>
internal static class Uv
{
    public const string FileName = "libuv.so.1";
    public const int IdleHandle = 6;
    public const int TimerHandle = 13;
    public const int WorkRequest = 7;

    private static readonly NativeModule Module = NativeModule.Load(FileName);

    public static NativeCallback<UvSize> LoopSize { get; } = Module.GetCallback<UvSize>("uv_loop_size");

    public static NativeCallback<UvSize> HandleSize { get; } = Module.GetCallback<UvSize>("uv_handle_size");

    public static NativeCallback<UvSize> RequestSize { get; } = Module.GetCallback<UvSize>("uv_req_size");

    public static NativeCallback<UvInitialize> InitializeLoop { get; } = Module.GetCallback<UvInitialize>("uv_loop_init");

    public static NativeCallback<UvInitialize> CloseLoop { get; } = Module.GetCallback<UvInitialize>("uv_loop_close");

    public static NativeCallback<UvInitializeHandle> InitializeTimer { get; } = Module.GetCallback<UvInitializeHandle>("uv_timer_init");

    public static NativeCallback<UvInitializeHandle> InitializeIdle { get; } = Module.GetCallback<UvInitializeHandle>("uv_idle_init");

    public static NativeCallback<UvStartTimer> StartTimer { get; } = Module.GetCallback<UvStartTimer>("uv_timer_start");

    public static NativeCallback<UvStartIdle> StartIdle { get; } = Module.GetCallback<UvStartIdle>("uv_idle_start");

    public static NativeCallback<UvInitialize> StopIdle { get; } = Module.GetCallback<UvInitialize>("uv_idle_stop");

    public static NativeCallback<UvQueueWork> QueueWork { get; } = Module.GetCallback<UvQueueWork>("uv_queue_work");

    public static NativeCallback<UvClose> Close { get; } = Module.GetCallback<UvClose>("uv_close");

    public static NativeCallback<UvStop> Stop { get; } = Module.GetCallback<UvStop>("uv_stop");

    public static NativeCallback<UvRun> Run { get; } = Module.GetCallback<UvRun>("uv_run");
}

/// <summary>A loop and the handles that the tests open in it.</summary>
internal sealed class UvLoop : IDisposable
{
    private readonly List<nint> _open = [];
    private readonly List<nint> _memory = [];

    public UvLoop()
    {
        Handle = Allocate(Uv.LoopSize.Invoke(0));
        Uv.InitializeLoop.Invoke(Handle);
    }

    public nint Handle { get; }

    /// <summary>Runs until nothing is active, or the loop is stopped.</summary>
    /// <returns>Whether something is still active.</returns>
    public bool Run() => Uv.Run.Invoke(Handle, 0) != 0;

    /// <summary>Calls what is due.</summary>
    public bool RunOnce() => Uv.Run.Invoke(Handle, 2) != 0;

    public nint AddTimer(NativeCallback<UvEvent> callback, ulong milliseconds, ulong repeat = 0)
    {
        var timer = Open(Uv.TimerHandle, Uv.InitializeTimer);
        Uv.StartTimer.Invoke(timer, callback, milliseconds, repeat);
        return timer;
    }

    public nint AddIdle(NativeCallback<UvEvent> callback)
    {
        var idle = Open(Uv.IdleHandle, Uv.InitializeIdle);
        Uv.StartIdle.Invoke(idle, callback);
        return idle;
    }

    public void QueueWork(NativeCallback<UvEvent> work, NativeCallback<UvAfterWork> after) =>
        Uv.QueueWork.Invoke(Handle, Allocate(Uv.RequestSize.Invoke(Uv.WorkRequest)), work, after);

    public void Close(nint handle, NativeCallback<UvEvent> closed)
    {
        _open.Remove(handle).Should().BeTrue();
        Uv.Close.Invoke(handle, closed);
    }

    public void Dispose()
    {
        _open.ForEach(static handle => Uv.Close.Invoke(handle, default));
        Run();
        Uv.CloseLoop.Invoke(Handle);
        _memory.ForEach(Marshal.FreeHGlobal);
    }

    private nint Open(int kind, NativeCallback<UvInitializeHandle> initialize)
    {
        var handle = Allocate(Uv.HandleSize.Invoke(kind));
        initialize.Invoke(Handle, handle);
        _open.Add(handle);
        return handle;
    }

    private nint Allocate(nuint size)
    {
        var memory = Marshal.AllocHGlobal((nint)size);
        _memory.Add(memory);
        return memory;
    }
}
