using System;
using System.Diagnostics;
#if NET && !NET9_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif

namespace NativeCallbacks;

/// <summary>
/// Whether managed code waits, further out on the stack of a thread, for the native code that is calling a handler. If so,
/// the fault is that code's; if not, an <c>Invoke</c> of another thread has to throw it. An <c>Invoke</c> does not register itself,
/// because that would cost every call; so the stack is walked after a fault.
/// </summary>
internal sealed class ManagedCallers
{
    /// <summary>The name of the generated functions that native code calls.</summary>
    private const string Entry = "FromNative__";

    /// <summary>What leads from a throw to its catch block. NativeAOT shows it in stack traces; the JIT's runtime does not.</summary>
    private const string ExceptionDispatch = "System.Runtime.EH";

#if !NET
    private static readonly bool IsMono = Type.GetType("Mono.Runtime") is not null;
#endif

    private bool _isStartedByNet;
    private bool? _areFinalizers;
    private nint _lastPlace;
    private bool? _lastAnswer;

    /// <summary>
    /// Whether there is managed code beyond the function that native code has called; null on Mono, whose stack traces end
    /// at native frames, and where methods have no names (NativeAOT without stack traces).
    /// </summary>
    /// <param name="isRoutine">
    /// Whether the last answer will do if the stack is as deep as then: for frequent calls, where a wrong answer misplaces only one of many.
    /// </param>
    public bool? Exist(bool isRoutine)
    {
        if (_isStartedByNet)
        {
            return true;
        }

#if !NET
        if (IsMono)
        {
            return null;
        }
#endif

        nint place;
        unsafe
        {
            place = (nint)(&isRoutine);
        }

        if (isRoutine && place == _lastPlace)
        {
            return _lastAnswer;
        }

        var stack = new StackTrace(fNeedFileInfo: false);

        // The outermost method of such a thread is there for the thread's whole life.
        _isStartedByNet = IsStart(Outermost(stack));
        var entry = IndexOfEntry(stack);
        _lastAnswer = _isStartedByNet ? true : entry < 0 ? null : HasMethodBeyond(stack, entry);
        _lastPlace = isRoutine ? place : 0;
        return _lastAnswer;
    }

    /// <summary>Whether this is the thread of the finalizers.</summary>
    public bool AreFinalizers()
    {
        if (!_isStartedByNet)
        {
            _areFinalizers ??= Outermost(new StackTrace(fNeedFileInfo: false)).Name is "RunFinalizers" or "ProcessFinalizers" or "Finalize";
        }

        return !_isStartedByNet && _areFinalizers == true;
    }

    private static int IndexOfEntry(StackTrace stack)
    {
        var entry = IndexOfEntry(stack, 0);

        // A catch block of the entry is a frame of its own there, and what threw is between it and the entry itself.
        return entry >= 0 && entry + 1 < stack.FrameCount && Method(stack, entry + 1).Type == ExceptionDispatch ? IndexOfEntry(stack, entry + 1) : entry;
    }

    private static int IndexOfEntry(StackTrace stack, int first)
    {
        for (var i = first; i < stack.FrameCount; i++)
        {
            if (Method(stack, i).Name == Entry)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HasMethodBeyond(StackTrace stack, int entry)
    {
        for (var i = entry + 1; i < stack.FrameCount; i++)
        {
            // A frame without a method is a thunk of the runtime.
            if (Method(stack, i).Name is not (null or Entry))
            {
                return true;
            }
        }

        return false;
    }

    private static (string? Type, string? Name) Outermost(StackTrace stack)
    {
        for (var i = stack.FrameCount - 1; i >= 0; i--)
        {
            if (Method(stack, i) is { Name: not null } method)
            {
                return method;
            }
        }

        return default;
    }

    /// <summary>Whether a thread that begins with a method was started by .NET: a program's main thread, a <c>Thread</c>, the pool.</summary>
    private static bool IsStart((string? Type, string? Name) method) =>
        method.Type?.StartsWith("System.Threading.Thread", StringComparison.Ordinal) == true
        || method.Name == "Main"
        || method.Name?.StartsWith("<Main>", StringComparison.Ordinal) == true;

#if NET9_0_OR_GREATER
    private static (string? Type, string? Name) Method(StackTrace stack, int index) =>
        stack.GetFrame(index) is { } frame && DiagnosticMethodInfo.Create(frame) is { } method
            ? (method.DeclaringTypeName, method.Name)
            : default;
#else
#if NET
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only the names are read. Without them the usual case is assumed.")]
#endif
    private static (string? Type, string? Name) Method(StackTrace stack, int index) =>
        stack.GetFrame(index)?.GetMethod() is { } method ? (method.DeclaringType?.FullName, method.Name) : default;
#endif
}
