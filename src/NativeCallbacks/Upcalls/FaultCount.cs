namespace NativeCallbacks;

/// <summary>
/// The counter that calls with callbacks read. It stands in a class without initializers: the code of a call that was
/// compiled before they ran would ask every time whether they have.
/// </summary>
internal static class FaultCount
{
    /// <summary>How many faults the process has had. It wraps; only its changes mean something.</summary>
    public static int Recorded;
}
