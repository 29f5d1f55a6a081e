using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission;

/// <summary>How types and parameter lists of a signature are written.</summary>
internal static class Declarations
{
    public static string CallbackType(SignatureModel signature) =>
        $"{Names.Library}.NativeCallback<{signature.DelegateType}>";

    /// <summary>The parameter list of an extension method: the callback, then the given parameters.</summary>
    public static string ExtensionParameters(SignatureModel signature, IEnumerable<ParameterModel> parameters) =>
        string.Join(", ", new[] { $"this {CallbackType(signature)} {CallbackName(signature)}" }.Concat(parameters.Select(Parameter)));

    /// <summary>A refused signature can have parameters with a name of ours: its stubs give way.</summary>
    private static string CallbackName(SignatureModel signature)
    {
        var name = Names.Callback;
        while (signature.Parameters.Any(parameter => parameter.Name == name))
        {
            name += "_";
        }

        return name;
    }

    public static string Parameter(ParameterModel parameter) =>
        $"{parameter.Modifier}{parameter.ManagedType} {Names.User(parameter.Name)}";

    /// <summary>An argument that hands a parameter on as it came.</summary>
    public static string Forward(ParameterModel parameter)
    {
        var modifier = parameter.Kind switch
        {
            ParameterKind.OutReference => "out ",
            ParameterKind.Reference or ParameterKind.Tensor when parameter.Modifier.EndsWith("in ", System.StringComparison.Ordinal) => "in ",
            ParameterKind.Reference when parameter.Modifier.Contains("readonly") => "in ",
            ParameterKind.Reference => "ref ",
            _ => "",
        };
        return modifier + Names.User(parameter.Name);
    }

    /// <summary>A call of the signature's own <c>Invoke</c>, in full, since a parameter can have that name.</summary>
    public static string InvokeCall(SignatureModel signature, IEnumerable<string> arguments) =>
        $"{Names.Library}.{Names.ClassName(signature.MetadataName)}.Invoke({string.Join(", ", new[] { Names.Callback }.Concat(arguments))})";

    /// <summary>The function pointer type that a call goes through.</summary>
    public static string PointerType(SignatureModel signature)
    {
        var conventions = string.Join(", ", new[] { signature.Convention, signature.SuppressesTransition ? "SuppressGCTransition" : "" }
            .Where(static name => name.Length > 0));
        var convention = conventions.Length == 0 ? "" : $"[{conventions}]";
        var types = signature.Parameters.Select(static parameter => parameter.NativeType).Append(signature.Result.NativeType);
        return $"delegate* unmanaged{convention}<{string.Join(", ", types)}>";
    }
}
