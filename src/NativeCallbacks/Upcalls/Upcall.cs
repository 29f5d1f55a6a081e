using System;
using System.ComponentModel;
using System.Globalization;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: what native calls of managed handlers have in common, and the exceptions of calls whose arguments the
/// handler must not see. A member that is named after a fault returns null if there is no such fault.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Upcall
{
    /// <summary>Records an exception of a handler, which must not reach native frames.</summary>
    /// <param name="owner">What the handler was found by.</param>
    /// <param name="signature">The signature that native code called.</param>
    /// <param name="exception">The exception.</param>
    public static void Fail(CallbackOwner owner, Type signature, Exception exception) => owner.Fail(signature, exception);

    /// <summary>Begins the report of a fault to native code: what goes wrong in it is only traced.</summary>
    /// <returns>What <see cref="EndReport"/> takes.</returns>
    public static bool BeginReport()
    {
        var thread = ThreadFaults.Current;
        var wasReporting = thread.IsReporting;
        thread.IsReporting = true;
        return wasReporting;
    }

    /// <summary>Traces an exception of the report itself, which must not reach native frames.</summary>
    public static void ReportFailed(Type signature, Exception exception) => CallbackTrace.Log.OnFaultFailed(signature, exception);

    /// <summary>Ends the report of a fault to native code.</summary>
    /// <param name="wasReporting">What <see cref="BeginReport"/> returned.</param>
    public static void EndReport(bool wasReporting) => ThreadFaults.Current.IsReporting = wasReporting;

    /// <summary>A pointer that the handler takes by reference is null.</summary>
    public static Exception NullReference(string parameter) =>
        new ArgumentNullException(parameter, $"Native code passed null for {parameter}, which the handler takes by reference.");

    /// <summary>A shape needs elements and the pointer is null, or it needs more than a span can hold.</summary>
    public static Exception? SpanFault(string span, bool isNull, bool isOptional, params ShapeDimension[] shape)
    {
        var count = ElementCount.Of(shape);
        var dimensions = $"{span} with the shape ({string.Join(", ", shape ?? [])})";
        if (isNull)
        {
            return isOptional || count.IsZero ? null : new ArgumentNullException(span, $"Native code passed null for {dimensions}.");
        }

        return count.Exceeds(int.MaxValue)
            ? new ArgumentOutOfRangeException(span, $"Native code passed {dimensions}: {count} elements, more than a span can hold.")
            : null;
    }

    /// <summary>A shape that counts bytes needs some and the pointer is null, or they are not a whole number of elements, or too many for a span.</summary>
    public static Exception? BytesFault(string span, bool isNull, bool isOptional, int elementSize, params ShapeDimension[] shape)
    {
        var bytes = ElementCount.Of(shape);
        var dimensions = $"{span} with the shape ({string.Join(", ", shape ?? [])})";
        var size = elementSize.ToString(CultureInfo.InvariantCulture);
        if (isNull)
        {
            return isOptional || bytes.IsZero ? null : new ArgumentNullException(span, $"Native code passed null for {dimensions}.");
        }

        return !bytes.IsMultipleOf(elementSize)
            ? new ArgumentException($"Native code passed {dimensions}: {bytes} bytes, which is not a multiple of the {size} bytes of an element.", span)
            : bytes.Exceeds((ulong)int.MaxValue * (uint)elementSize)
                ? new ArgumentOutOfRangeException(span, $"Native code passed {dimensions}: {bytes} bytes, more than a span of elements of {size} bytes can hold.")
                : null;
    }

    /// <summary>A check failed, and when it was made again it did not: native code writes to a dimension meanwhile.</summary>
    public static Exception ArgumentsChanged(Type signature) => new InvalidOperationException(
        $"A dimension of this {CSharpTypeName.Of(signature)} call changed while it was checked: native code writes to it on another thread.");
}
