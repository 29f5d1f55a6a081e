using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission;

/// <summary>
/// The cold half of the checks: one method that finds which of them failed and returns its exception. The calls stay
/// small, and <c>throw Refused__(…)</c> lets the JIT treat what follows as reached by good arguments only.
/// </summary>
internal static class RefusalMember
{
    private const string CallRefusal = Names.Plumbing + ".CallRefusal";

    /// <summary>The call of the method, inside <c>Invoke</c>.</summary>
    public static string Call(SignatureModel signature)
    {
        var arguments = new[] { Names.Callback }
            .Concat(Shaped(signature).Select(static span => $"{Names.User(span.Name)}.Length"))
            .Concat(ShapeChecks.Dimensions(signature).Select(static dimension => Names.User(dimension.Name)));
        return $"{Names.Refused}({string.Join(", ", arguments)})";
    }

    public static void Write(SourceWriter writer, SignatureModel signature)
    {
        var parameters = new[] { $"{Declarations.CallbackType(signature)} {Names.Callback}" }
            .Concat(Shaped(signature).Select(static span => $"int {Names.Length(span.Name)}"))
            .Concat(ShapeChecks.Dimensions(signature).Select(static dimension => $"{dimension.Integer!.Keyword} {Names.User(dimension.Name)}"));
        writer.Line("// Says which check failed. It is not part of the calls, so that they stay small.");
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        using (writer.Block($"private static global::System.Exception {Names.Refused}({string.Join(", ", parameters)})"))
        {
            writer.Line($"return {CallRefusal}.NullCallback({Names.Callback})");
            foreach (var reason in Reasons(signature))
            {
                writer.Line($"    ?? {CallRefusal}.{reason}");
            }

            writer.Line($"    ?? {CallRefusal}.ArgumentsChanged(typeof({signature.DelegateType}));");
        }

        writer.Line();
    }

    /// <summary>A shape as arguments of the methods that describe it: one for each dimension, with its value.</summary>
    public static string ShapeArguments(ShapeModel shape) => string.Join(", ", shape.Dimensions.Select(static dimension => dimension.Parameter is { } name
        ? $"new {Names.Plumbing}.ShapeDimension(\"{name}\", {Names.User(name)})"
        : $"new {Names.Plumbing}.ShapeDimension({dimension.Constant})"));

    private static IEnumerable<string> Reasons(SignatureModel signature)
    {
        foreach (var dimension in ShapeChecks.SignedDimensions(signature))
        {
            yield return $"NegativeDimension(\"{dimension.Name}\", {Names.User(dimension.Name)})";
        }

        foreach (var span in Shaped(signature))
        {
            var method = span.Shape!.IsOptional ? "OptionalSpanTooShort" : "SpanTooShort";
            yield return $"{method}(\"{span.Name}\", {Names.Length(span.Name)}, {ShapeArguments(span.Shape)})";
        }
    }

    private static IEnumerable<ParameterModel> Shaped(SignatureModel signature) =>
        signature.Parameters.Where(static parameter => parameter.Shape is not null);
}
