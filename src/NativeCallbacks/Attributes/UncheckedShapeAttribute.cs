using System;

namespace NativeCallbacks;

/// <summary>
/// Declares that the element count of a span parameter is not an argument (for example because a handle holds it), so that
/// calls cannot check it. An empty span is passed as a null pointer. A signature with such a parameter cannot have handlers,
/// which could not know the length.
/// </summary>
/// <remarks>
/// <b>Safety.</b> The length is the caller's responsibility: if the span is too short, native code reads or writes past its end. If
/// the count is an argument, use <see cref="ShapeAttribute"/>, which checks it.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class UncheckedShapeAttribute : Attribute;
