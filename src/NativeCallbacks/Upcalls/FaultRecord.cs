using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace NativeCallbacks;

/// <summary>An exception that a handler threw into native code's face, and which callback it belongs to.</summary>
internal sealed class FaultRecord(Exception exception, nint address, nint userData, int sequence)
{
    private readonly ExceptionDispatchInfo _dispatch = ExceptionDispatchInfo.Capture(exception);
    private bool _isObserved;
    private bool _isRethrown;

    public Exception Exception => _dispatch.SourceException;

    /// <summary>The callback's address.</summary>
    public nint Address => address;

    /// <summary>The callback's context; zero where the address alone is its identity.</summary>
    public nint UserData => userData;

    /// <summary>Its number in the process, from one on.</summary>
    public int Sequence => sequence;

    /// <summary>The thread on which the handler ran.</summary>
    public int ThreadId { get; } = Environment.CurrentManagedThreadId;

    /// <summary>Whether some caller has been told.</summary>
    public bool IsObserved => Volatile.Read(ref _isObserved);

    /// <summary>Whether some caller has got the exception itself.</summary>
    public bool IsRethrown => Volatile.Read(ref _isRethrown);

    /// <summary>Marks the fault as told to a caller.</summary>
    public void Observe() => Volatile.Write(ref _isObserved, true);

    /// <summary>Throws the exception again, with the stack of its first throw.</summary>
    public void Rethrow()
    {
        Observe();
        Volatile.Write(ref _isRethrown, true);
        _dispatch.Throw();
    }
}
