using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>
/// Spans and tensors in C#: how they are made, and what is done with each element. Those of a tensor are found by its own
/// indexer; if a target has no tensors, a span of the same memory replaces it, and the positions are computed.
/// </summary>
internal sealed class CSharpShapes(SourceWriter writer, TypeNames names, Target target)
{
    /// <summary>Makes an argument for native code.</summary>
    public void Make(Signature signature, ShapedParameter shaped)
    {
        var (number, name) = (shaped.Number, shaped.Name);
        writer.Line($"var {name} = ({names.CSharp(shaped.Element)}*)Arguments.Room({number});");
        writer.Line($"var {name}Count = {Count(shaped)};");
        writer.Line($"var {name}Length = Arguments.Length({number}, {name}Count, {Flag(shaped.IsOptional)}, {Flag(signature.IsExact(shaped))});");
        WriteLayout(shaped);
        if (IsTensor(shaped))
        {
            var absent = shaped.IsOptional ? $"Naming.IsAbsent({number}) ? default : " : "";
            writer.Line($"var {name}Tensor = {absent}new TensorSpan<{names.CSharp(shaped.Element)}>({name}, (nint){name}Count, {name}Lengths, {name}Strides);");
        }

        WriteElements(shaped, $"{name}Length", name, $"{name}Tensor", "Fill", "Phase.In");
    }

    /// <summary>The argument of the call.</summary>
    public string Pass(ShapedParameter shaped)
    {
        var name = shaped.Name;
        return shaped switch
        {
            _ when IsTensor(shaped) => $"{name}Tensor",

            // A tensor without elements is a null pointer.
            TensorParameter => $"new {CSharpDeclaration.Type(names, target, shaped)}({name}Length == 0 ? null : {name}, {name}Length)",
            _ => $"new {CSharpDeclaration.Type(names, target, shaped)}({name}, {name}Length)",
        };
    }

    /// <summary>Compares what native code gave back.</summary>
    public void CheckAnswer(ShapedParameter shaped)
    {
        var name = shaped.Name;
        var phase = shaped.IsReadOnly ? "Phase.In" : $"i < {name}Count ? Phase.Out : Phase.In";
        WriteElements(shaped, $"{name}Length", name, $"{name}Tensor", "Check", phase);
    }

    /// <summary>Compares an argument of the handler.</summary>
    public void Check(ShapedParameter shaped)
    {
        WriteLayout(shaped);
        WriteElementsInPlace(shaped, "Check", "Phase.In");
    }

    /// <summary>Writes what the handler gives back.</summary>
    public void Answer(ShapedParameter shaped)
    {
        if (!shaped.IsReadOnly)
        {
            WriteElementsInPlace(shaped, "Fill", "Phase.Out");
        }
    }

    private bool IsTensor(ShapedParameter shaped) => shaped is TensorParameter && target.IsModern;

    private void WriteLayout(ShapedParameter shaped)
    {
        if (shaped is TensorParameter tensor)
        {
            var lengths = tensor.Dimensions.Select(static dimension => dimension.IsConstant ? $"{dimension.Constant}" : $"(nint)Naming.Dimension({dimension.Parameter})");
            writer.Line($"var {tensor.Name}Lengths = new nint[] {{ {string.Join(", ", lengths)} }};");
            writer.Line($"var {tensor.Name}Strides = Layout.Strides({tensor.Name}Lengths, {Flag(tensor.IsColumnMajor)});");
        }
    }

    private void WriteElementsInPlace(ShapedParameter shaped, string what, string phase)
    {
        var (number, name) = (shaped.Number, shaped.Name);
        var isRight = IsTensor(shaped)
            ? $"Arguments.CheckTensor({number}, start, {name}.Lengths, {name}Lengths, {Flag(shaped.IsOptional)})"
            : $"Arguments.CheckSpan({number}, start, {name}.Length, {Count(shaped)}, {Flag(shaped.IsOptional)})";
        writer.Line($"fixed ({names.CSharp(shaped.Element)}* start = {name}) if ({isRight})");
        WriteElements(shaped, $"{(IsTensor(shaped) ? $"{name}.FlattenedLength" : $"{name}.Length")}", "start", name, what, phase);
    }

    private void WriteElements(ShapedParameter shaped, string length, string start, string tensor, string what, string phase)
    {
        var layout = $"{shaped.Name}Lengths";
        var (pin, at) = shaped switch
        {
            _ when IsTensor(shaped) => ($"fixed ({names.CSharp(shaped.Element)}* at = &{tensor}[Layout.Indices(i, {layout})]) ", "at"),
            TensorParameter => ("", $"{start} + Layout.Place(i, {layout}, {shaped.Name}Strides)"),
            _ => ("", $"{start} + i"),
        };
        writer.Line($"for (var i = 0; i < {length}; i++) {pin}Arguments.{what}({shaped.Number}, i, {at}, {names.CSharpLeaves(shaped.Element)}, {phase});");
    }

    /// <summary>How many elements a shape asks for.</summary>
    private static string Count(ShapedParameter shaped) => string.Join(" * ", shaped.Dimensions.Select(static dimension =>
        dimension.IsConstant ? $"{dimension.Constant}L" : $"Naming.Dimension({dimension.Parameter})"));

    private static string Flag(bool value) => value ? "true" : "false";
}
