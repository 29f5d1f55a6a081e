using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary>
/// The cold half of the checks: one method that finds which of them failed and returns its exception. The calls stay
/// small, and <c>throw Refused__(…)</c> lets the JIT treat what follows as reached by good arguments only.
/// </summary>
internal static class RefusalMember
{
    /// <summary>The call of the method, inside <c>Invoke</c>.</summary>
    public static string Call(SignatureModel signature, CallTarget target)
    {
        var arguments = new[] { target.Argument }.Where(static argument => argument.Length > 0)
            .Concat(Shaped(signature).Select(static parameter => parameter.Kind == ParameterKind.Tensor
                ? $"{Names.Lengths(parameter.Name)}, {Names.Strides(parameter.Name)}"
                : $"{Names.User(parameter.Name)}.Length"))
            .Concat(ShapeChecks.Dimensions(signature).Select(ShapeChecks.Value));
        return $"{target.Refused}({string.Join(", ", arguments)})";
    }

    public static void Write(SourceWriter writer, SignatureModel signature, CallTarget target)
    {
        if (!target.HasChecks(signature))
        {
            return;
        }

        var parameters = new[] { target.Parameter }.Where(static parameter => parameter.Length > 0)
            .Concat(Shaped(signature).Select(static parameter => parameter.Kind == ParameterKind.Tensor
                ? $"{TensorChecks.Numbers} {Names.Lengths(parameter.Name)}, {TensorChecks.Numbers} {Names.Strides(parameter.Name)}"
                : $"int {Names.Length(parameter.Name)}"))
            .Concat(ShapeChecks.Dimensions(signature).Select(static dimension => $"{dimension.Integer!.Keyword} {Names.User(dimension.Name)}"));
        writer.Line("// Finds the check that failed. It is a method of its own, so that the calls stay small.");
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        using (writer.Block($"private static global::System.Exception {target.Refused}({Declarations.List(parameters.ToList())})"))
        {
            var reasons = new[] { target.Reason }.Where(static reason => reason.Length > 0).Concat(Reasons(signature))
                .Concat(Shaped(signature).Take(1).Select(_ => $"CallRefusal.ArgumentsChanged({target.Subject})"))
                .Select(static reason => $"{Names.CompilerServices}.{reason}");
            using var block = target.IsReasonUnsafe ? writer.UnsafeBlock() : null;
            writer.Line($"return {string.Join("\n    ?? ", reasons)}{(Shaped(signature).Any() ? "" : "!")};");
        }

        writer.Line();
    }

    /// <summary>A shape as arguments of the methods that describe it: one for each dimension, with its value.</summary>
    public static string ShapeArguments(ShapeModel shape) => string.Join(", ", shape.Dimensions.Select(static dimension => dimension.Parameter is { } name
        ? $"new {Names.CompilerServices}.ShapeDimension(\"{name}\", {Names.User(name)})"
        : $"new {Names.CompilerServices}.ShapeDimension({dimension.Constant})"));

    private static IEnumerable<string> Reasons(SignatureModel signature)
    {
        foreach (var dimension in ShapeChecks.SignedDimensions(signature))
        {
            yield return $"CallRefusal.NegativeDimension(\"{dimension.Name}\", {Names.User(dimension.Name)})";
        }

        foreach (var parameter in Shaped(signature))
        {
            var shape = parameter.Shape!;
            yield return (parameter.Kind, shape) switch
            {
                (ParameterKind.Tensor, _) => $"TensorRefusal.Mismatch(\"{parameter.Name}\", {Names.Lengths(parameter.Name)}, {Names.Strides(parameter.Name)}, "
                    + $"{Literal(shape.IsOptional)}, {Literal(shape.IsColumnMajor)}, {ShapeArguments(shape)})",
                (_, { IsInBytes: true }) =>
                    $"CallRefusal.{(shape.IsOptional ? "OptionalSpanTooShortInBytes" : "SpanTooShortInBytes")}(\"{parameter.Name}\", {Names.Length(parameter.Name)}, sizeof({parameter.ElementType}), {ShapeArguments(shape)})",
                (_, { IsOptional: true }) => $"CallRefusal.OptionalSpanTooShort(\"{parameter.Name}\", {Names.Length(parameter.Name)}, {ShapeArguments(shape)})",
                _ => $"CallRefusal.SpanTooShort(\"{parameter.Name}\", {Names.Length(parameter.Name)}, {ShapeArguments(shape)})",
            };
        }
    }

    public static string Literal(bool value) => value ? "true" : "false";

    private static IEnumerable<ParameterModel> Shaped(SignatureModel signature) =>
        signature.Parameters.Where(static parameter => parameter.Shape is not null);
}
