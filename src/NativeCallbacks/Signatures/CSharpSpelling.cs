namespace NativeCallbacks;

/// <summary>What a C# delegate has in the place of a native type, for people who have to change one.</summary>
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
