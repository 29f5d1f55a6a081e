using System;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>An exception that throws when it is asked for its text.</summary>
internal sealed class UnspeakableException : Exception
{
    public override string Message => throw new InvalidOperationException("This exception has no message.");

    public override string ToString() => throw new InvalidOperationException("This exception has no text.");
}
