using System;
using System.Threading;

namespace NativeCallbacks;

/// <summary>
/// Keeps a <see cref="NativeModule"/> loaded until the lease is disposed. It is a small object that can be a field, and that
/// can be held across <see langword="await"/>.
/// </summary>
/// <remarks>
/// <b>Threading.</b> May be disposed on any thread, and more than once. <b>Lifetime.</b> There is no finalizer: a lease
/// that is never disposed keeps its module loaded.
/// </remarks>
public sealed class ModuleLease : IDisposable
{
    private NativeModule? _module;

    internal ModuleLease(NativeModule module)
    {
        _module = module;
    }

    /// <summary>Ends the lease. The last one of a disposed module unloads it.</summary>
    public void Dispose() => Interlocked.Exchange(ref _module, null)?.ReleaseLease();
}
