using System;
using System.Globalization;

namespace NativeCallbacks;

/// <summary>
/// Native code called a managed handler that could not run, and got the fault result instead: the managed callback was
/// disposed, the context was not its <c>UserData</c>, or an earlier fault had stopped it. Thrown by the <c>Invoke</c> during
/// which it happened.
/// </summary>
public sealed class HandlerNotCalledException : Exception
{
    /// <summary>Creates the exception for one native call, or several with the same reason.</summary>
    /// <param name="signature">The delegate type of the function that native code called.</param>
    /// <param name="reason">Why no handler ran.</param>
    /// <param name="context">The context argument that native code passed; zero if the signature has none.</param>
    /// <param name="earlier">The fault that stopped the handler; null for the other reasons.</param>
    /// <exception cref="ArgumentNullException"><paramref name="signature"/> is null.</exception>
    public HandlerNotCalledException(Type signature, HandlerNotCalledReason reason, nint context, Exception? earlier)
        : base(Describe(signature, reason, context), earlier)
    {
        Signature = signature;
        Reason = reason;
        Context = context;
    }

    /// <summary>The delegate type of the function that native code called.</summary>
    public Type Signature { get; }

    /// <summary>Why no handler ran.</summary>
    public HandlerNotCalledReason Reason { get; }

    /// <summary>The context argument that native code passed, pointer-sized; zero if the signature has none.</summary>
    public nint Context { get; }

    private static string Describe(Type signature, HandlerNotCalledReason reason, nint context)
    {
        if (signature is null)
        {
            throw new ArgumentNullException(nameof(signature));
        }

        var name = CSharpTypeName.Of(signature);
        var passed = ((long)context).ToString("X", CultureInfo.InvariantCulture);
        return $"Native code called a {name} and got the fault result, because " + reason switch
        {
            HandlerNotCalledReason.Disposed =>
                "its managed callback or state is disposed. Dispose it only when native code no longer uses it.",
            HandlerNotCalledReason.UnknownContext =>
                $"the context 0x{passed} does not belong to a managed callback or state of that function. Pass the function together with the UserData of its own managed callback or state.",
            _ => "an earlier fault, which is the inner exception, has stopped its handler. Handle that fault where it happens; "
                + "from now on the handler runs again.",
        };
    }
}
