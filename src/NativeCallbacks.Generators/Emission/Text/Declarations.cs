using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Text;

/// <summary>How types and parameter lists of a signature are written.</summary>
internal static class Declarations
{
    /// <summary>The most characters of parameters or arguments on one line.</summary>
    private const int LongestList = 120;

    public static string CallbackType(DelegateModel signature) => $"{Names.Library}.NativeCallback<{signature.Type}>";

    /// <summary>The parameter that is the callback itself.</summary>
    public static string Callback(SignatureModel signature) => Names.Beside(signature.Parameters, "callback");

    public static string CallbackType(SignatureModel signature) => CallbackType(signature.Delegate);

    /// <summary>The parameter list of an extension method: the callback, then the given parameters.</summary>
    public static string ExtensionParameters(SignatureModel signature, IEnumerable<ParameterModel> parameters) =>
        ExtensionParameters(signature.Delegate, Callback(signature), parameters);

    /// <inheritdoc cref="ExtensionParameters(SignatureModel, IEnumerable{ParameterModel})"/>
    public static string ExtensionParameters(DelegateModel signature, string callback, IEnumerable<ParameterModel> parameters) =>
        List([This(signature, callback), .. parameters.Select(static parameter => Parameter(parameter) + DefaultValue(parameter))]);

    /// <summary>The first parameter of an extension method.</summary>
    public static string This(DelegateModel signature, string callback) => $"this {CallbackType(signature)} {callback}";

    /// <summary>A string of the user as a literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Parameters or arguments, between parentheses: on one line, or each on its own if that would be long.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count == 1 || items.Sum(static item => item.Length + 2) <= LongestList
        ? string.Join(", ", items)
        : "\n    " + string.Join(",\n    ", items);

    public static string Parameter(ParameterModel parameter) =>
        $"{(parameter.IsScoped ? "scoped " : "")}{Modifier(parameter.Reference)}{parameter.ManagedType} {Names.User(parameter.Name)}";

    /// <summary>The default value behind a parameter; empty if there is none.</summary>
    public static string DefaultValue(ParameterModel parameter) => parameter.DefaultValue is { } value ? $" = {Constants.Of(value, parameter.ManagedType)}" : "";

    /// <summary>The type of a result, with its <c>ref</c>.</summary>
    public static string Type(ReturnTypeModel result) => Modifier(result.Reference) + result.Type;

    /// <summary>The modifiers before the type of a parameter or a result.</summary>
    public static string Modifier(ReferenceKind reference) => reference switch
    {
        ReferenceKind.In => "in ",
        ReferenceKind.Ref => "ref ",
        ReferenceKind.Out => "out ",
        ReferenceKind.RefReadOnly => "ref readonly ",
        _ => "",
    };

    /// <summary>An argument that passes a parameter on unchanged.</summary>
    public static string Forward(ParameterModel parameter) => ForwardModifier(parameter) + Names.User(parameter.Name);

    /// <summary>The modifier before an argument.</summary>
    public static string ForwardModifier(ParameterModel parameter) =>
        Modifier(parameter.Reference == ReferenceKind.RefReadOnly ? ReferenceKind.In : parameter.Reference);

    /// <summary>A call of the signature's own <c>Invoke</c> or of the method of a function, in full, because a parameter can have that name.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="arguments">The arguments of its parameters.</param>
    /// <param name="callback">The callback, if it is not the parameter.</param>
    public static string InvokeCall(SignatureModel signature, IEnumerable<string> arguments, string? callback = null) => signature.Method is { } method
        ? $"{signature.DelegateType}.{Names.User(method.Name)}({List(arguments.ToList())})"
        : $"{Names.Library}.{ReservedNames.ClassName(signature.Delegate.MetadataName)}.{MemberNames.Invoke}({List([callback ?? Callback(signature), .. arguments])})";

    /// <summary>The function pointer type that a call goes through.</summary>
    public static string PointerType(SignatureModel signature)
    {
        var types = signature.Parameters.Select(static parameter => parameter.NativeType).Append(signature.Result.NativeType);
        return $"delegate* unmanaged{Conventions.Unmanaged(signature)}<{string.Join(", ", types)}>";
    }
}
