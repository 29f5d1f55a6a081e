namespace NativeCallbacks;

/// <summary>What has faults: a managed callback, a state, or a static callback without one.</summary>
internal interface IFaultOwner
{
    /// <summary>What identifies it among the arguments of an <c>Invoke</c>: its context, or its address if it has none.</summary>
    public nint Key { get; }

    public FaultPolicy Policy { get; }

    /// <summary>Runs the handler on native calls, or no longer. Called under the lock of <see cref="FaultLog"/>.</summary>
    public void SetRunning(bool isRunning);
}
