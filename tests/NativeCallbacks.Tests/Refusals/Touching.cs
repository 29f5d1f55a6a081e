using System;

namespace NativeCallbacks.Tests.Refusals;

/// <summary>Calls over a function that counts its calls on this thread, so that a test sees whether it was entered.</summary>
internal static class Touching
{
    /// <summary>The function, with any signature: it looks at no argument.</summary>
    public static NativeCallback<TSignature> Function<TSignature>()
        where TSignature : Delegate => Shim.Get<TSignature>("mixed_touch");

    /// <summary>What the call threw, and whether the function was entered.</summary>
    public static (Exception? Exception, bool Entered) Observe(Action call)
    {
        var touched = Shim.Get<Scalars.NoArguments>("mixed_touched");
        var before = touched.Invoke();
        var exception = Record.Exception(call);
        return (exception, touched.Invoke() != before);
    }
}
