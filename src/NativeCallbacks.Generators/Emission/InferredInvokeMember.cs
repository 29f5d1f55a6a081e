using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission;

/// <summary>
/// <c>Invoke</c> without the dimensions that a span tells by its length. A dimension is told when it is the only one of
/// some span that must be there; <c>m × n</c> cannot be told apart and stays.
/// </summary>
internal static class InferredInvokeMember
{
    private const string CallRefusal = Names.Plumbing + ".CallRefusal";

    public static void Write(SourceWriter writer, SignatureModel signature)
    {
        var told = ToldDimensions(signature);
        if (told.Count == 0)
        {
            return;
        }

        var kept = Kept(signature);
        DocumentationComment.WriteInvoke(writer, signature, kept);
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        using (writer.Block(Head(signature, kept)))
        {
            foreach (var dimension in told)
            {
                WriteChecks(writer, signature, dimension);
            }

            var arguments = signature.Parameters.Select(parameter => told.Contains(parameter)
                ? $"({parameter.Integer!.Keyword}){Names.User(Spans(signature, parameter).First().Name)}.Length"
                : Declarations.Forward(parameter));
            var call = Declarations.InvokeCall(signature, arguments) + ";";
            writer.Line(signature.Result.Kind == ResultKind.Void ? call : "return " + call);
        }

        writer.Line();
    }

    public static string Head(SignatureModel signature, IEnumerable<ParameterModel> kept) =>
        $"public static {signature.Result.ManagedType} Invoke({Declarations.ExtensionParameters(signature, kept)})";

    /// <summary>The parameters that the second <c>Invoke</c> has; all of them where it has no reason to be.</summary>
    public static IReadOnlyList<ParameterModel> Kept(SignatureModel signature)
    {
        var told = ToldDimensions(signature);
        return signature.Parameters.Where(parameter => !told.Contains(parameter)).ToList();
    }

    private static List<ParameterModel> ToldDimensions(SignatureModel signature)
    {
        // With a default value left out, the two overloads could be meant by one call.
        if (signature.Parameters.Any(static parameter => parameter.IsOptional))
        {
            return [];
        }

        return signature.Parameters.Where(parameter =>
            (parameter.Kind == ParameterKind.Value || parameter.Modifier.EndsWith("in ", System.StringComparison.Ordinal))
            && Spans(signature, parameter).Any()).ToList();
    }

    /// <summary>The spans that tell a dimension: those that must be there and have it alone.</summary>
    private static IEnumerable<ParameterModel> Spans(SignatureModel signature, ParameterModel dimension) =>
        signature.Parameters.Where(span => span.Shape is { IsOptional: false } shape && shape.SoleParameter == dimension.Name);

    private static void WriteChecks(SourceWriter writer, SignatureModel signature, ParameterModel dimension)
    {
        var first = Spans(signature, dimension).First();
        var firstLength = $"{Names.User(first.Name)}.Length";
        foreach (var span in signature.Parameters.Where(span => span != first && span.Shape?.SoleParameter == dimension.Name))
        {
            var length = $"{Names.User(span.Name)}.Length";
            var present = span.Shape!.IsOptional ? $"{length} != 0 && " : "";
            writer.Line($"if ({present}{length} != {firstLength}) throw {CallRefusal}.LengthsDiffer("
                + $"\"{dimension.Name}\", \"{first.Name}\", {firstLength}, \"{span.Name}\", {length});");
        }

        if (dimension.Integer!.MagnitudeBits < 31)
        {
            var most = (1 << dimension.Integer.MagnitudeBits) - 1;
            writer.Line($"if ({firstLength} > {most}) throw {CallRefusal}.LengthOverDimension("
                + $"\"{dimension.Name}\", \"{dimension.Integer.Keyword}\", {most}, \"{first.Name}\", {firstLength});");
        }
    }
}
