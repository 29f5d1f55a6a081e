using System;

namespace NativeCallbacks;

/// <summary>
/// Says that the element count of a span parameter is not in the signature (it lies inside a handle, say), so that no call
/// can check it: a span that is too short lets native code write past its end. An empty span is a null pointer.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class UncheckedShapeAttribute : Attribute;
