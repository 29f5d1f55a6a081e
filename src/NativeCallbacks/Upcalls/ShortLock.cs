using System;
using System.Threading;

namespace NativeCallbacks;

/// <summary>
/// A lock at a third of the cost of a monitor without contention, which is most of the cost of making and disposing a
/// callback. It is held for a few instructions and at most one allocation, and it is not reentrant: no code of users and no
/// trace runs while it is held.
/// </summary>
internal sealed class ShortLock
{
    private SpinLock _lock = new(enableThreadOwnerTracking: false);

    /// <summary>Takes the lock until the result is disposed.</summary>
    public Scope Enter()
    {
        var taken = false;
        _lock.Enter(ref taken);
        return new Scope(this);
    }

    public readonly struct Scope(ShortLock owner) : IDisposable
    {
        // Without a fence: a release is enough for what the lock guards.
        public void Dispose() => owner._lock.Exit(useMemoryBarrier: false);
    }
}
