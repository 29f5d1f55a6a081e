using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>The delegate of a signature, as a user declares it.</summary>
internal static class CSharpDeclaration
{
    /// <summary>The library of APIs, one of those that are called in turn, from the folder of the program.</summary>
    private const string ApiLibrary = "../clang-O0.so";

    private static readonly string[] StatusConventions = ["ZeroIsSuccess", "NonNegativeIsSuccess", "NonZeroIsSuccess"];

    public static void Write(SourceWriter writer, TypeNames names, Target target, Signature signature)
    {
        var options = Options(signature, target);
        var attribute = signature.Result switch
        {
            BooleanResult boolean => $"[return: {MarshalAs(boolean.IsWide)}] ",
            StatusResult status => $"[return: StatusCode(StatusConvention.{StatusConventions[status.Convention]})] ",
            _ => "",
        };
        var parameters = string.Join(", ", signature.Parameters.Select(parameter => Attribute(parameter, target) + Declare(names, target, parameter)));
        var (result, name) = (Type(names, target, signature.Result), signature.Name);
        writer.Line($"[NativeSignature{(options.Length == 0 ? "" : $"({options.Substring(2)})")}]");
        writer.Line($"{attribute}public unsafe delegate {result} {name}({parameters});");
        switch (signature.Form)
        {
            case CallForm.Table:
                writer.Line($"[NativeTable] public unsafe interface {Interface(signature)} {{ [Slot({signature.Slot}{options})] {attribute}{result} {Handler(signature)}({parameters}); }}");
                break;
            case CallForm.Api:
                writer.Line($"[NativeApi(\"{ApiLibrary}\")] internal static unsafe partial class Api{signature.Number} {{ [Symbol(\"{name}\"{options})] {attribute}public static partial {result} {name}({parameters}); }}");
                break;
        }
    }

    /// <summary>The interface of a signature whose form is a table.</summary>
    public static string Interface(Signature signature) => $"ITable{signature.Number}";

    /// <summary>The method that handles a signature, which its interface has too.</summary>
    public static string Handler(Signature signature) => $"Handle{signature.Number}";

    /// <summary>A parameter without its attributes, as the handler has it too.</summary>
    public static string Declare(TypeNames names, Target target, Parameter parameter) =>
        $"{Modifier(parameter, target)}{Type(names, target, parameter)} {parameter.Name}";

    public static string Type(TypeNames names, Target target, Parameter parameter) => parameter switch
    {
        BooleanParameter => "bool",
        TextParameter { Form: TextForm.Pointer } => "Utf8Pointer",
        TextParameter => "string?",
        ShapedParameter shaped => $"{(shaped.IsReadOnly ? "ReadOnly" : "")}{(shaped is TensorParameter && target.IsModern ? "Tensor" : "")}Span<{names.CSharp(shaped.Element)}>",
        HandleParameter handle => Handle(target, isMade: handle.IsOut),
        DimensionParameter dimension => Integer(target, dimension.Integer),
        CallbackParameter callback => $"NativeCallback<{callback.Signature.Name}>",
        ContextParameter context => context.IsPointer ? "void*" : "nint",
        _ => names.CSharp(parameter.Type!),
    };

    /// <summary>The type of a dimension: an integer of the same size where the target does not know <c>CLong</c>.</summary>
    public static string Integer(Target target, ScalarType integer) => integer switch
    {
        { Form: ScalarForm.Long } when !target.IsModern => integer.IsSigned ? "nint" : "nuint",
        _ => integer.CSharp,
    };

    /// <summary>The type of a handle: a pointer where the target cannot make one of what native code gives.</summary>
    private static string Handle(Target target, bool isMade) => isMade && !target.IsModern ? "nint" : "DrawnHandle";

    public static string Type(TypeNames names, Target target, Result result) => result switch
    {
        HandleResult => Handle(target, isMade: true),
        ValueResult value => names.CSharp(value.Type),
        BooleanResult => "bool",
        CallbackResult callback => $"NativeCallback<{callback.Signature.Name}>",
        StatusResult status => status.Integer.CSharp,
        _ => "void",
    };

    private static string Options(Signature signature, Target target)
    {
        var options = new List<string>();
        if (signature.Convention != "Cdecl" && (target.IsModern || signature.Convention != "Winapi"))
        {
            options.Add($"CallingConvention = CallingConvention.{signature.Convention}");
        }

        if (signature.SetsLastError && target.IsModern)
        {
            options.Add("SetLastError = true");
        }

        if (signature.SuppressesTransition && target.IsModern)
        {
            options.Add("SuppressGCTransition = true");
        }

        return string.Concat(options.Select(static option => ", " + option));
    }

    private static string MarshalAs(bool isWide) => $"MarshalAs(UnmanagedType.{(isWide ? "I4" : "U1")})";

    private static string Attribute(Parameter parameter, Target target) => parameter switch
    {
        BooleanParameter boolean => $"[{MarshalAs(boolean.IsWide)}] ",
        TextParameter { Form: TextForm.Utf16 } => "[MarshalAs(UnmanagedType.LPWStr)] ",
        SpanParameter { Form: SpanForm.Unchecked } => "[UncheckedShape] ",
        ShapedParameter shaped => $"[Shape({string.Join(", ", shaped.Dimensions.Select(static dimension =>
            dimension.IsConstant ? $"{dimension.Constant}" : $"nameof(p{dimension.Parameter})"))}{Bytes(shaped)}{(shaped.IsOptional ? ", Optional = true" : "")}{Order(shaped, target)})] ",
        ContextParameter { IsOwn: true } => "[UserData] ",
        ContextParameter context => $"[UserData(nameof(p{context.Callback}))] ",
        _ => "",
    };

    private static string Bytes(ShapedParameter shaped) => shaped is not SpanParameter { CountsBytes: true } span ? ""
        : $"{(span.BytesOfElement == 1 ? "" : $", {span.BytesOfElement}")}, InBytes = true";

    private static string Order(ShapedParameter shaped, Target target) =>
        target.IsModern && shaped is TensorParameter { IsColumnMajor: true } ? ", Order = ArrayOrder.ColumnMajor" : "";

    private static string Modifier(Parameter parameter, Target target) => parameter switch
    {
        TensorParameter { IsReference: true } => target.IsModern ? "in " : "",
        DimensionParameter { IsReference: true } or ReferenceParameter { Form: ReferenceForm.In } => "in ",
        ReferenceParameter { Form: ReferenceForm.RefReadOnly } => target.IsModern ? "ref readonly " : "in ",
        ReferenceParameter { Form: ReferenceForm.Ref } => "ref ",
        ReferenceParameter { Form: ReferenceForm.Out } or HandleParameter { IsOut: true } => "out ",
        _ => "",
    };
}
