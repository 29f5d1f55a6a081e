using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Upcalls;

/// <summary>How one native argument becomes an argument of the handler.</summary>
internal static class UpcallArgument
{
    /// <summary>The name of the parameter in the function that native code calls.</summary>
    public static string NativeName(ParameterModel parameter) => parameter.Kind switch
    {
        ParameterKind.Value => Names.User(parameter.Name),
        ParameterKind.Callback or ParameterKind.TextPointer or ParameterKind.Boolean => Names.Native(parameter.Name),
        _ => Names.Pointer(parameter.Name),
    };

    /// <summary>What native code passed, as a method takes it that reports a fault: pointers as <c>nint</c>.</summary>
    public static string Native(ParameterModel parameter) => parameter.Kind switch
    {
        ParameterKind.Value or ParameterKind.Callback or ParameterKind.TextPointer or ParameterKind.Boolean => NativeName(parameter),
        _ => "(nint)" + NativeName(parameter),
    };

    public static string Of(SignatureModel signature, ParameterModel parameter)
    {
        var native = NativeName(parameter);
        return parameter.Kind switch
        {
            ParameterKind.Reference or ParameterKind.OutReference => $"{Declarations.ForwardModifier(parameter)}*{native}",
            ParameterKind.Span => $"new {parameter.ManagedType}({native}, {Length(signature, parameter)})",
            ParameterKind.Tensor => UpcallTensor.Argument(parameter),
            ParameterKind.Callback => $"{native} == 0 ? default : new {parameter.ManagedType}({native})",
            ParameterKind.TextPointer => $"new {parameter.ManagedType}({native})",
            ParameterKind.Boolean => $"{native} != 0",
            ParameterKind.WideText => $"{Names.CompilerServices}.Utf16Argument.Decode({native})!",
            ParameterKind.Text => $"{Names.CompilerServices}.Utf8Argument.Decode(\"{parameter.Name}\", {native})!",
            _ => native,
        };
    }

    /// <summary>The size of an element of a span, as an unsigned number.</summary>
    public static string ElementSize(ParameterModel span) => $"(uint)sizeof({span.ElementType})";

    private static string Length(SignatureModel signature, ParameterModel span)
    {
        var count = $"(int){ShapeChecks.Count(signature, span.Shape!)}";
        if (span.Shape!.IsInBytes)
        {
            count = $"(int)({ShapeChecks.Count(signature, span.Shape)} / {ElementSize(span)})";
        }

        return span.Shape.IsOptional ? $"{NativeName(span)} == null ? 0 : {count}" : count;
    }
}
