using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary>
/// <c>Invoke</c> without the dimensions that follow from the length of another argument. A dimension is inferred if it is one of a
/// required tensor, or the only one of a required span; <c>m × n</c> of a span cannot be inferred and stays a parameter.
/// </summary>
internal static class InferredInvokeMember
{
    private const string CallRefusal = Names.CompilerServices + ".CallRefusal";
    private const string TensorRefusal = Names.CompilerServices + ".TensorRefusal";

    public static void Write(SourceWriter writer, SignatureModel signature)
    {
        var inferred = InferredDimensions(signature.Parameters);
        if (inferred.Count == 0)
        {
            return;
        }

        var kept = Kept(signature.Parameters);
        Write(writer, signature, $"public static {signature.Result.ManagedType} {MemberNames.Invoke}({Declarations.ExtensionParameters(signature, kept)})", inferred, kept);
    }

    /// <summary>Writes the same for a function of an API, or nothing if no dimension can be inferred.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="signature">The call of the function.</param>
    /// <param name="head">The declaration.</param>
    public static void WriteFunction(SourceWriter writer, SignatureModel signature, string head) =>
        Write(writer, signature, head, InferredDimensions(signature.Parameters), Kept(signature.Parameters));

    private static void Write(
        SourceWriter writer, SignatureModel signature, string head, IReadOnlyList<ParameterModel> inferred, IReadOnlyList<ParameterModel> kept)
    {
        DocumentationComment.WriteInvoke(writer, signature, kept, Faults(signature, inferred));
        GeneratedAttributes.WriteOverloadPriority(writer, signature);
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        using (writer.Block(head))
        {
            WriteRankChecks(writer, signature);
            foreach (var dimension in inferred)
            {
                WriteChecks(writer, signature, dimension);
            }

            var arguments = signature.Parameters.Select(parameter => inferred.Contains(parameter)
                ? Inferred(parameter, GivingLengths(signature.Parameters, parameter).First().Length)
                : Declarations.Forward(parameter));
            var call = Declarations.InvokeCall(signature, arguments) + ";";
            writer.Line(signature.Result.Kind == ResultKind.Void ? call : "return " + call);
        }

        writer.Line();
    }

    private static string Inferred(ParameterModel dimension, string length) => dimension.Integer is { IsWrapped: true } integer
        ? $"new {dimension.ManagedType}(({integer.Keyword}){length})"
        : $"({dimension.Integer!.Keyword}){length}";

    /// <summary>What the checks refuse, here or in the exact <c>Invoke</c>, for the docs.</summary>
    public static IEnumerable<string> Faults(SignatureModel signature) => Faults(signature, InferredDimensions(signature.Parameters));

    private static IEnumerable<string> Faults(SignatureModel signature, IReadOnlyList<ParameterModel> inferred)
    {
        // A span whose only dimension is inferred has that length, or its length differs from the one that gives the dimension.
        if (ShapeChecks.Spans(signature).Any(span => inferred.All(dimension => dimension.Name != span.Shape!.SoleParameter)))
        {
            yield return "a span is shorter than its shape";
        }

        if (TensorChecks.Tensors(signature).Any())
        {
            yield return "the lengths or strides of a tensor do not match its shape";
        }

        if (ShapeChecks.SignedDimensions(signature).Except(inferred).Any())
        {
            yield return "a dimension is negative";
        }

        if (inferred.Any(dimension => OtherLengths(signature, dimension).Any()))
        {
            yield return "two arguments that share a dimension have different lengths there";
        }

        if (inferred.Any(dimension => IsOverLong(signature, dimension)))
        {
            yield return "a length is more than the type of its dimension can hold";
        }
    }

    /// <summary>The lengths that must equal the one that gives the dimension.</summary>
    private static IEnumerable<DimensionLength> OtherLengths(SignatureModel signature, ParameterModel dimension)
    {
        var first = GivingLengths(signature.Parameters, dimension).First();
        return Lengths(signature.Parameters, dimension).Where(other => other != first);
    }

    /// <summary>Whether the length that gives the dimension can be more than its type holds.</summary>
    private static bool IsOverLong(SignatureModel signature, ParameterModel dimension) =>
        dimension.Integer!.MagnitudeBits < GivingLengths(signature.Parameters, dimension).First().Bits;

    /// <summary>The parameters that the second <c>Invoke</c> has; all of them if it is not needed.</summary>
    public static IReadOnlyList<ParameterModel> Kept(IReadOnlyList<ParameterModel> parameters)
    {
        var inferred = InferredDimensions(parameters);
        return parameters.Where(parameter => !inferred.Contains(parameter)).ToList();
    }

    private static List<ParameterModel> InferredDimensions(IReadOnlyList<ParameterModel> parameters)
    {
        var inferred = parameters.Where(parameter =>
            (parameter.Kind == ParameterKind.Value || parameter.Reference == ReferenceKind.In)
            && GivingLengths(parameters, parameter).Any()).ToList();
        return IsAmbiguous(parameters, parameters.Where(parameter => !inferred.Contains(parameter)).ToList()) ? [] : inferred;
    }

    /// <summary>
    /// Whether one call could mean both overloads: default values are omitted until their numbers of arguments are equal, and no
    /// position distinguishes them. C# would choose one of them silently.
    /// </summary>
    private static bool IsAmbiguous(IReadOnlyList<ParameterModel> exact, List<ParameterModel> kept)
    {
        for (var count = exact.Count(static parameter => parameter.DefaultValue is null); count <= kept.Count; count++)
        {
            if (count >= kept.Count(static parameter => parameter.DefaultValue is null)
                && exact.Take(count).Zip(kept, static (one, other) => Group(one) == Group(other)).All(static isSame => isSame))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Arguments for parameters of different groups are never the same.</summary>
    private static ParameterKind Group(ParameterModel parameter) => parameter.Kind switch
    {
        ParameterKind.Reference when parameter.Reference == ReferenceKind.In => ParameterKind.Value,
        ParameterKind.WideText => ParameterKind.Text,
        var kind => kind,
    };

    /// <summary>What gives a dimension: lengths of spans and tensors that must be there.</summary>
    private static IEnumerable<DimensionLength> GivingLengths(IReadOnlyList<ParameterModel> parameters, ParameterModel dimension) =>
        Lengths(parameters, dimension).Where(static length => !length.Of.Shape!.IsOptional);

    /// <summary>All lengths that are a dimension and nothing else.</summary>
    private static IEnumerable<DimensionLength> Lengths(IReadOnlyList<ParameterModel> parameters, ParameterModel dimension)
    {
        foreach (var parameter in parameters)
        {
            for (var index = 0; index < parameter.Shape?.Dimensions.Count; index++)
            {
                if (parameter.Shape.Dimensions[index].Parameter == dimension.Name
                    && (parameter.Kind == ParameterKind.Tensor || parameter.Shape.SoleParameter is not null))
                {
                    yield return new DimensionLength(parameter, index);
                }
            }
        }
    }

    /// <summary>Writes the lengths of each tensor, and the checks that distinguish them.</summary>
    private static void WriteRankChecks(SourceWriter writer, SignatureModel signature)
    {
        foreach (var tensor in TensorChecks.Tensors(signature))
        {
            var lengths = Names.Lengths(tensor.Name);
            var rank = tensor.Shape!.Dimensions.Count;
            var present = tensor.Shape.IsOptional ? $"{TensorChecks.IsPresent(tensor)} && " : "";
            writer.Line($"var {lengths} = {Names.User(tensor.Name)}.Lengths;");
            writer.Line($"if ({present}{lengths}.Length != {rank}) throw {TensorRefusal}.RankDiffers(\"{tensor.Name}\", {lengths}.Length, {rank});");
        }
    }

    private static void WriteChecks(SourceWriter writer, SignatureModel signature, ParameterModel dimension)
    {
        var first = GivingLengths(signature.Parameters, dimension).First();
        foreach (var other in OtherLengths(signature, dimension))
        {
            var refusal = first.IsInBytes || other.IsInBytes ? CallRefusal + ".CountsDiffer"
                : (first.IsOfTensor || other.IsOfTensor ? TensorRefusal : CallRefusal) + ".LengthsDiffer";
            writer.Line($"if ({other.IfPresent}{other.Length} != {first.Length}) throw {refusal}("
                + $"\"{dimension.Name}\", \"{first.Of.Name}\", {first.Length}, \"{other.Of.Name}\", {other.Length});");
        }

        if (IsOverLong(signature, dimension))
        {
            var most = ((1UL << dimension.Integer!.MagnitudeBits) - 1).ToString(CultureInfo.InvariantCulture);
            writer.Line($"if ({first.Length} > {most}) throw {(first.IsOfTensor ? TensorRefusal : CallRefusal)}.{(first.IsInBytes ? "BytesOverDimension" : "LengthOverDimension")}("
                + $"\"{dimension.Name}\", \"{dimension.Integer.Keyword}\", {most}, \"{first.Of.Name}\", {first.Length});");
        }
    }

    /// <summary>A length that is a dimension.</summary>
    /// <param name="Of">The span or the tensor.</param>
    /// <param name="Index">Which of its lengths.</param>
    private sealed record DimensionLength(ParameterModel Of, int Index)
    {
        public bool IsOfTensor => Of.Kind == ParameterKind.Tensor;

        /// <summary>How many bits it takes at most.</summary>
        public int Bits => (IsOfTensor, IsInBytes) switch
        {
            (true, _) => 63,
            (_, true) => 62,
            _ => 31,
        };

        public bool IsInBytes => Of.Shape!.IsInBytes;

        public string Length => (IsOfTensor, IsInBytes) switch
        {
            (true, _) => TensorChecks.Length(Of, Index),
            (_, true) => $"((long){Names.User(Of.Name)}.Length * sizeof({Of.ElementType}))",
            _ => $"{Names.User(Of.Name)}.Length",
        };

        /// <summary>The condition, with what follows it, under which it counts.</summary>
        public string IfPresent => (Of.Shape!.IsOptional, IsOfTensor) switch
        {
            (false, _) => "",
            (_, true) => $"{TensorChecks.IsPresent(Of)} && ",
            _ => $"{Length} != 0 && ",
        };
    }
}
