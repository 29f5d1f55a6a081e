using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>Spans and tensors in C: how many elements they have, and what is done with each.</summary>
internal sealed class CShapes(SourceWriter writer, TypeNames names, Sabotage? sabotage)
{
    /// <summary>Compares an argument of the function.</summary>
    public void Check(Signature signature, ShapedParameter shaped)
    {
        WriteCount(shaped);
        writer.Line($"int {shaped.Name}_is_right = abi_check_span({shaped.Number}, {shaped.Name}, {shaped.Name}_count, {Form(signature, shaped)});");
        WriteElements(signature, shaped, $"{shaped.Name}_is_right", "abi_check", "ABI_IN");
    }

    /// <summary>Writes what the function gives back.</summary>
    public void Answer(Signature signature, ShapedParameter shaped)
    {
        if (!shaped.IsReadOnly)
        {
            WriteElements(signature, shaped, $"{shaped.Name}_is_right", "abi_fill", "ABI_OUT");
        }
    }

    /// <summary>Makes an argument for a handler.</summary>
    public void Make(Signature signature, ShapedParameter shaped)
    {
        WriteCount(shaped);
        writer.Line($"{names.C(shaped.Element)} *{shaped.Name} = abi_native_span({shaped.Number}, {shaped.Name}_count, {Form(signature, shaped)});");
        WriteElements(signature, shaped, $"{shaped.Name} != NULL", "abi_fill", "ABI_IN");
    }

    /// <summary>Compares what the handler gave back.</summary>
    public void CheckAnswer(Signature signature, ShapedParameter shaped) =>
        WriteElements(signature, shaped, $"{shaped.Name} != NULL", "abi_check", shaped.IsReadOnly ? "ABI_IN" : "ABI_OUT");

    private void WriteCount(ShapedParameter shaped)
    {
        var dimensions = shaped.Dimensions.Select(static dimension => dimension.IsConstant ? $"{dimension.Constant}" : $"abi_dimension({dimension.Parameter})").ToList();
        writer.Line($"int64_t {shaped.Name}_count = {string.Join(" * ", dimensions)};");
        if (shaped is TensorParameter)
        {
            writer.Line($"int64_t {shaped.Name}_lengths[] = {{ {string.Join(", ", dimensions)} }};");
        }
    }

    private void WriteElements(Signature signature, ShapedParameter shaped, string condition, string what, string phase)
    {
        var isByColumns = shaped is TensorParameter tensor && tensor.IsColumnMajor != (sabotage?.Is(Fault.OtherOrder, signature) == true);
        var place = isByColumns ? $"abi_by_columns(i, {shaped.Name}_lengths, {shaped.Dimensions.Length})" : "i";
        writer.Line($"for (int64_t i = 0; {condition} && i < {shaped.Name}_count; i++) "
            + $"{what}({shaped.Number}, (int)i, {shaped.Name} + {place}, {names.CLeaves(shaped.Element)}, {phase});");
    }

    private static string Form(Signature signature, ShapedParameter shaped)
    {
        var words = new[] { (shaped.IsOptional, "ABI_OPTIONAL"), (shaped.IsNullable, "ABI_NULLABLE"), (signature.IsExact(shaped), "ABI_EXACT") };
        return string.Join(" | ", words.Where(static word => word.Item1).Select(static word => word.Item2).DefaultIfEmpty("0"));
    }
}
