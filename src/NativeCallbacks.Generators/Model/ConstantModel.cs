namespace NativeCallbacks.Generators.Model;

/// <summary>A constant that generated code repeats: a default value, or a fault result.</summary>
/// <param name="Kind">How the value becomes one of the type.</param>
/// <param name="Value">The number, <c>bool</c>, character or string; null if the kind has none.</param>
internal sealed record ConstantModel(ConstantKind Kind, object? Value)
{
    /// <summary>The zero of the type.</summary>
    public static ConstantModel Default { get; } = new(ConstantKind.Default, null);
}

/// <summary>How a constant becomes a value of its type.</summary>
internal enum ConstantKind
{
    /// <summary>There is no value: it is the zero of the type.</summary>
    Default,

    /// <summary>There is no value: it is a null reference, in a language that warns about these.</summary>
    NullReference,

    /// <summary>The value has the type.</summary>
    Same,

    /// <summary>The value is a number, and is converted to the type.</summary>
    Converted,

    /// <summary>The value is an <c>int</c>, and the type is <c>CLong</c>.</summary>
    CLong,

    /// <summary>The value is a <c>uint</c>, or -1 for its highest, and the type is <c>CULong</c>.</summary>
    CULong,
}
