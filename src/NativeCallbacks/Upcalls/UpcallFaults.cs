using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: what went wrong in handlers while an <c>Invoke</c> waited for native code. A call during which nothing
/// went wrong reads the two fields, compares, and does nothing else.
/// </summary>
/// <remarks>
/// The class has no initializers: code that was compiled before they ran would check them every time. The two fields have
/// the same value: of one field, the JIT would keep the address in the frame. And the cold methods take the result and return
/// it, because a result that survives a call is kept in the frame too.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UpcallFaults
{
#pragma warning disable CA2211, MA0069 // Fields, so that a call costs a load and nothing that must be inlined.
    /// <summary>How many incidents the process has had, to be read before a call.</summary>
    public static nint Recorded;

    /// <summary>How many incidents the process has had, to be read after a call.</summary>
    public static nint RecordedAfter;
#pragma warning restore CA2211, MA0069

    /// <summary>Throws what was recorded on this thread since the call began, if anything.</summary>
    /// <param name="since">What <see cref="Recorded"/> was before the call.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Check(nint since) => FaultLog.ThrowSince(since, default);

    /// <summary>Throws what was recorded since the call began, on this thread, or on others for the callbacks that were given.</summary>
    /// <param name="since">What <see cref="Recorded"/> was before the call.</param>
    /// <param name="given">An address or a context that native code was given.</param>
    /// <param name="second">Another; zero for none.</param>
    /// <param name="third">Another; zero for none.</param>
    /// <param name="fourth">Another; zero for none.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Check(nint since, nint given, nint second = 0, nint third = 0, nint fourth = 0) =>
        FaultLog.ThrowSince(since, (given, second, third, fourth));

    /// <summary>The result of a call, unless something is to be thrown: see <see cref="Check(nint)"/>.</summary>
    /// <param name="since">What <see cref="Recorded"/> was before the call.</param>
    /// <param name="result">What the native function returned.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TResult Checked<TResult>(nint since, TResult result)
    {
        FaultLog.ThrowSince(since, default);
        return result;
    }

    /// <summary>The result of a call, unless something is to be thrown: see <see cref="Check(nint, nint, nint, nint, nint)"/>.</summary>
    /// <param name="since">What <see cref="Recorded"/> was before the call.</param>
    /// <param name="result">What the native function returned.</param>
    /// <param name="given">An address or a context that native code was given.</param>
    /// <param name="second">Another; zero for none.</param>
    /// <param name="third">Another; zero for none.</param>
    /// <param name="fourth">Another; zero for none.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TResult Checked<TResult>(nint since, TResult result, nint given, nint second = 0, nint third = 0, nint fourth = 0)
    {
        FaultLog.ThrowSince(since, (given, second, third, fourth));
        return result;
    }
}
