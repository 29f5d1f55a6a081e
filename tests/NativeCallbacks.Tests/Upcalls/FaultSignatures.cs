namespace NativeCallbacks.Tests.Upcalls;

[NativeSignature]
internal delegate long CallOnThread(NativeCallback<PlainCount> f, int i);

[NativeSignature]
internal delegate int StartTicker(NativeCallback<PlainCount> f, int ticksAtOnce);

[NativeSignature]
internal delegate int StopTicker(int ticks);

[NativeSignature]
internal delegate nint NewParser();

[NativeSignature]
internal delegate void SetHandler(nint parser, NativeCallback<PlainCount> f);

[NativeSignature]
internal delegate int Parse(nint parser, int elements);

[NativeSignature(ThrowsFaults = false)]
internal delegate int ParseThrowingNothing(nint parser, int elements);

[NativeSignature]
internal delegate void FreeParser(nint parser);

[NativeSignature]
internal delegate long CallByValue(Registration registration, int i);

/// <summary>C: <c>int (*)(void **)</c>: zero is success.</summary>
[NativeSignature]
[return: FaultResult(0)]
internal delegate int Make(out nint made);

[NativeSignature]
internal delegate int CallMake(NativeCallback<Make> make, out nint made);

[NativeSignature]
internal delegate long CallWide(nint a, nint b, nint c, nint d, NativeCallback<Count> f, nint user);

[NativeSignature]
internal delegate void Destroy(nint user);

[NativeSignature]
internal delegate long CallOnce(NativeCallback<Count> f, nint user, NativeCallback<Destroy> destroy);

[NativeSignature]
internal delegate long CallTextThrowing(NativeCallback<TextFunction> f, int which);

/// <summary>The functions of faults.c.</summary>
internal static class Faulting
{
    public static NativeCallback<CallOnThread> OnThread { get; } = Shim.Get<CallOnThread>("fault_on_thread");

    public static NativeCallback<StartTicker> StartTicker { get; } = Shim.Get<StartTicker>("fault_start_ticker");

    public static NativeCallback<StopTicker> StopTicker { get; } = Shim.Get<StopTicker>("fault_stop_ticker");

    public static NativeCallback<NewParser> NewParser { get; } = Shim.Get<NewParser>("fault_parser_new");

    public static NativeCallback<SetHandler> SetStart { get; } = Shim.Get<SetHandler>("fault_parser_set_start");

    public static NativeCallback<SetHandler> SetText { get; } = Shim.Get<SetHandler>("fault_parser_set_text");

    public static NativeCallback<Parse> Parse { get; } = Shim.Get<Parse>("fault_parser_parse");

    public static NativeCallback<ParseThrowingNothing> ParseThrowingNothing { get; } = Shim.Get<ParseThrowingNothing>("fault_parser_parse");

    public static NativeCallback<FreeParser> FreeParser { get; } = Shim.Get<FreeParser>("fault_parser_free");

    public static NativeCallback<CallByValue> ByValue { get; } = Shim.Get<CallByValue>("fault_by_value");

    public static NativeCallback<CallMake> Make { get; } = Shim.Get<CallMake>("fault_make");

    public static NativeCallback<CallWide> Wide { get; } = Shim.Get<CallWide>("fault_wide");

    public static NativeCallback<CallOnce> Once { get; } = Shim.Get<CallOnce>("fault_once");
}
