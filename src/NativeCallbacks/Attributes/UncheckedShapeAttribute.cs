using System;

namespace NativeCallbacks;

/// <summary>
/// Says that the element count of a span parameter is not in the signature (it lies inside a handle, say), so that no call
/// can check it. An empty span is a null pointer. Handlers cannot have such a parameter: they could not know how long it is.
/// </summary>
/// <remarks>
/// <b>Safety.</b> The caller's duty: a span that is too short lets native code read or write past its end. Where the count is
/// an argument, <see cref="ShapeAttribute"/> has it checked.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class UncheckedShapeAttribute : Attribute;
