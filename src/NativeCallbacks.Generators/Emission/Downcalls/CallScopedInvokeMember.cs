using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary>
/// <c>Invoke</c> with a delegate in place of each callback that native code uses only while the call runs, without its context, and
/// without the dimensions that spans give.
/// </summary>
internal static class CallScopedInvokeMember
{
    public static void Write(SourceWriter writer, SignatureModel signature)
    {
        if (!IsNeeded(signature.Parameters))
        {
            return;
        }

        var list = Declarations.List([Declarations.This(signature.Delegate, Declarations.Callback(signature)), .. Declared(signature)]);
        Write(writer, signature, $"public static {signature.Result.ManagedType} {MemberNames.Invoke}({list})");
    }

    /// <summary>The parameters of the overload, as they are declared.</summary>
    public static IEnumerable<string> Declared(SignatureModel signature) => Parameters(signature.Parameters).Select(Parameter);

    /// <summary>Writes the overload of a delegate or of a function of an API.</summary>
    public static void Write(SourceWriter writer, SignatureModel signature, string head)
    {
        var kept = InferredInvokeMember.Kept(signature.Parameters);
        var parameters = Parameters(signature.Parameters);
        DocumentationComment.WriteInvoke(writer, signature, parameters, Faults(signature));
        using (writer.Block(head))
        {
            foreach (var parameter in parameters.Where(static parameter => parameter.CallScoped is not null))
            {
                var handler = Names.User(parameter.Name);
                var expose = $"{Names.Library}.{ReservedNames.ClassName(parameter.CallScoped!.MetadataName)}.{MemberNames.ToManagedCallback}({handler})";
                writer.Line($"using var {Names.Owner(parameter.Name)} = {handler} is null ? null : {expose};");
            }

            var call = Declarations.InvokeCall(signature, kept.Select(parameter => Argument(signature, parameter))) + ";";
            writer.Line(signature.Result.Kind == ResultKind.Void ? call : "return " + call);
        }

        writer.Line();
    }

    /// <summary>Whether there is a callback that a delegate can be passed for.</summary>
    public static bool IsNeeded(IReadOnlyList<ParameterModel> parameters) => parameters.Any(static parameter => parameter.CallScoped is not null);

    /// <summary>The parameters that this <c>Invoke</c> has; those of delegates have the type of the delegate.</summary>
    public static IReadOnlyList<ParameterModel> Parameters(IReadOnlyList<ParameterModel> parameters) => InferredInvokeMember.Kept(parameters)
        .Where(parameter => CallbackOf(parameters, parameter) is null)
        .Select(static parameter => parameter.CallScoped is { } handler ? parameter with { ManagedType = handler.Delegate } : parameter)
        .ToList();

    private static string Parameter(ParameterModel parameter) => parameter.CallScoped is null
        ? Declarations.Parameter(parameter)
        : $"{parameter.ManagedType}? {Names.User(parameter.Name)}";

    private static string Argument(SignatureModel signature, ParameterModel parameter)
    {
        if (parameter.CallScoped is not null)
        {
            return $"{Names.Owner(parameter.Name)}?.Callback ?? default";
        }

        return CallbackOf(signature.Parameters, parameter) is { } callback
            ? $"({parameter.NativeType})({Names.Owner(callback.Name)}?.UserData ?? 0)"
            : Declarations.Forward(parameter);
    }

    /// <summary>The call-scoped callback that a parameter is the context of; null if it is not.</summary>
    private static ParameterModel? CallbackOf(IReadOnlyList<ParameterModel> parameters, ParameterModel context) =>
        parameters.FirstOrDefault(parameter => parameter.CallScoped is not null && parameter.Name == context.ContextOf);

    /// <summary>What the checks of the overload that it calls refuse.</summary>
    private static IEnumerable<string> Faults(SignatureModel signature) => InferredInvokeMember.Kept(signature.Parameters).Count < signature.Parameters.Count
        ? InferredInvokeMember.Faults(signature)
        : InvokeMember.Faults(signature);
}
