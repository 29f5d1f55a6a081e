namespace NativeCallbacks.Generators.Model;

/// <summary>One parameter of a signature.</summary>
/// <param name="Name">The name, without <c>@</c>.</param>
/// <param name="Kind">How the argument crosses.</param>
/// <param name="Reference">How it is taken by reference, as far as the consumer's language can say it.</param>
/// <param name="IsScoped">Whether a declaration says <c>scoped</c>.</param>
/// <param name="ManagedType">The type in .NET: <c>global::System.Span&lt;double&gt;</c>.</param>
/// <param name="NativeType">The type in the unmanaged signature: <c>double*</c>.</param>
/// <param name="ElementType">Of a span or a tensor, the type of an element: <c>double</c>; of an <c>out</c> handle, the type to make; null otherwise.</param>
/// <param name="Shape">Of a span or a tensor, its shape; null if it has none that can be checked.</param>
/// <param name="Integer">Of an integer that native code can read at the call, its range; null otherwise.</param>
/// <param name="CanBeContext">Whether it is a pointer-sized number or pointer by value, so that it may be the context of a callback.</param>
/// <param name="DefaultValue">The default value that the delegate gives it; null for none.</param>
/// <param name="CallScoped">Of a callback that native code uses only while the call runs, its handler; null otherwise.</param>
/// <param name="ContextOf">Of a context argument, the callback parameter that it belongs to; null otherwise.</param>
internal sealed record ParameterModel(
    string Name,
    ParameterKind Kind,
    ReferenceKind Reference,
    bool IsScoped,
    string ManagedType,
    string NativeType,
    string? ElementType,
    ShapeModel? Shape,
    IntegerModel? Integer,
    bool CanBeContext,
    ConstantModel? DefaultValue,
    CallScopedModel? CallScoped,
    string? ContextOf);

/// <summary>A callback that native code uses only while the call runs.</summary>
/// <param name="Delegate">The delegate of its handler, as generated code names it: <c>global::MyApp.Compare</c>.</param>
/// <param name="MetadataName">The full metadata name of that delegate, type arguments included.</param>
internal sealed record CallScopedModel(string Delegate, string MetadataName);

/// <summary>How a parameter is passed, or a result returned, by reference.</summary>
internal enum ReferenceKind
{
    /// <summary>By value.</summary>
    None,

    /// <summary><c>in</c>.</summary>
    In,

    /// <summary><c>ref</c>.</summary>
    Ref,

    /// <summary><c>out</c>.</summary>
    Out,

    /// <summary><c>ref readonly</c>.</summary>
    RefReadOnly,
}

/// <summary>How an argument is passed to native code.</summary>
internal enum ParameterKind
{
    /// <summary>As it is: the .NET type and the native type are one.</summary>
    Value,

    /// <summary><c>in</c>, <c>ref</c>, <c>ref readonly</c>: a pointer, pinned for the call.</summary>
    Reference,

    /// <summary><c>out</c>: a pointer, pinned for the call, to a cleared value.</summary>
    OutReference,

    /// <summary>A span: a pointer to its first element, pinned for the call.</summary>
    Span,

    /// <summary>A tensor, by value or by <c>in</c>: a pointer to its first element, pinned for the call; null for an empty one.</summary>
    Tensor,

    /// <summary>A <c>NativeCallback&lt;T&gt;</c>: its address.</summary>
    Callback,

    /// <summary>A <c>bool</c>: one or zero of the integer type that <c>[MarshalAs]</c> names.</summary>
    Boolean,

    /// <summary>A <c>Utf8Pointer</c>: its address.</summary>
    TextPointer,

    /// <summary>A <c>string</c>: null-terminated UTF-8, valid for the call.</summary>
    Text,

    /// <summary>A <c>string</c> that <c>[MarshalAs]</c> makes UTF-16: pinned for the call.</summary>
    WideText,

    /// <summary><c>out string</c>: a pointer to a null pointer, for the address of text that is copied.</summary>
    OutText,

    /// <summary>The same with text that is UTF-16.</summary>
    OutWideText,

    /// <summary>A span of strings: pointers to null-terminated UTF-8, with a null pointer behind the last, valid for the call.</summary>
    Texts,

    /// <summary>A safe handle: its value, kept from being released for the call.</summary>
    Handle,

    /// <summary><c>out</c> a safe handle: a pointer to a null handle, whose new value the object owns.</summary>
    OutHandle,
}
