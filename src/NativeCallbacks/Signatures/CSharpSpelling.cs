namespace NativeCallbacks;

/// <summary>The C# type that corresponds to a native type, for messages that say what to change in a delegate.</summary>
internal static class CSharpSpelling
{
    public static string Of(NativeType type) => type switch
    {
        VoidType => "void",
        ScalarType scalar => scalar.InCSharp,
        ComplexType { Part.Size: 8 } => "Complex",
        PointerType { Target: FunctionType } => "a NativeCallback<…>",
        PointerType { Target: ScalarType { Kind: ScalarKind.Character, Size: 1 }, IsConst: true } => "string, or a span of byte",
        PointerType { Target: ScalarType target } => $"a span of {target.InCSharp}, or in, ref or out {target.InCSharp}",
        PointerType => "a span, in, ref or out, or nint",
        _ => "a struct with the same fields",
    };
}
