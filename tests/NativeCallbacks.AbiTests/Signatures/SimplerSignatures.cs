using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.AbiTests.Signatures;

/// <summary>
/// The signatures that are one step simpler than a signature, the simplest first. What stays keeps its bytes: keys and the
/// numbers of parameters do not change.
/// </summary>
internal static class SimplerSignatures
{
    public static IEnumerable<Signature> Of(Signature signature) =>
        Lonely(signature)
            .Concat(Halved(signature))
            .Concat(Shorter(signature))
            .Concat(Plainer(signature))
            .Concat(signature.Parameters.SelectMany((parameter, index) =>
                Of(parameter).Select(simpler => signature with { Parameters = signature.Parameters.SetItem(index, simpler) })))
            .Concat(OfResult(signature.Result).Select(result => signature with { Result = result }))
            .Select(static simpler => simpler.Convention == "ThisCall" && !simpler.CanBeThisCall ? simpler with { Convention = "Cdecl" } : simpler);

    /// <summary>One parameter alone, with what it needs; or the result alone.</summary>
    private static IEnumerable<Signature> Lonely(Signature signature)
    {
        if (signature.Parameters.Length > 2)
        {
            yield return signature with { Parameters = [] };
            foreach (var parameter in signature.Parameters)
            {
                yield return Keep(signature with { Result = Result.None }, [parameter.Number]);
            }
        }
    }

    /// <summary>Without one half, then without one quarter of the parameters.</summary>
    private static IEnumerable<Signature> Halved(Signature signature)
    {
        var numbers = signature.Parameters.Select(static parameter => parameter.Number).ToList();
        for (var length = numbers.Count / 2; length > 1 && length >= numbers.Count / 4; length /= 2)
        {
            foreach (var part in numbers.Chunk(length))
            {
                yield return Drop(signature, part);
            }
        }
    }

    /// <summary>Without one parameter and those that need it.</summary>
    private static IEnumerable<Signature> Shorter(Signature signature) =>
        signature.Parameters.Select(parameter => Drop(signature, [parameter.Number]));

    private static IEnumerable<Signature> Plainer(Signature signature)
    {
        if (signature.Result is not NoResult)
        {
            yield return signature with { Result = Result.None };
        }

        if (signature.LeavesDimensionsOut)
        {
            yield return signature with { LeavesDimensionsOut = false };
        }

        if (signature.Form != CallForm.Delegate)
        {
            yield return signature with { Form = CallForm.Delegate };
        }

        if (signature.Convention != "Cdecl" || signature.SetsLastError || signature.SuppressesTransition)
        {
            yield return signature with { Convention = "Cdecl", SetsLastError = false, SuppressesTransition = false };
        }
    }

    private static Signature Keep(Signature signature, HashSet<int> numbers)
    {
        for (var count = 0; count != numbers.Count;)
        {
            count = numbers.Count;
            numbers.UnionWith(signature.Parameters.Where(parameter => numbers.Contains(parameter.Number)).SelectMany(static parameter => parameter.Needs).ToList());
        }

        return signature with { Parameters = signature.Parameters.RemoveAll(parameter => !numbers.Contains(parameter.Number)) };
    }

    private static Signature Drop(Signature signature, IEnumerable<int> numbers)
    {
        var gone = numbers.ToHashSet();
        for (var count = 0; count != gone.Count;)
        {
            count = gone.Count;
            gone.UnionWith(signature.Parameters.Where(parameter => parameter.Needs.Any(gone.Contains)).Select(static parameter => parameter.Number));
        }

        return signature with { Parameters = signature.Parameters.RemoveAll(parameter => gone.Contains(parameter.Number)) };
    }

    private static IEnumerable<Parameter> Of(Parameter parameter)
    {
        switch (parameter)
        {
            case ValueParameter value:
                return SimplerTypes.Of(value.ValueType).Select(type => value with { ValueType = type });
            case ReferenceParameter reference:
                return SimplerTypes.Of(reference.Target).Select(type => (Parameter)(reference with { Target = type }))
                    .Prepend(new ValueParameter(reference.Number, reference.Target));
            case SpanParameter span:
                return SimplerTypes.Of(span.Element)
                    .Where(static type => type is not ScalarType { Form: ScalarForm.Pointer })
                    .Select(type => (Parameter)(span with { Element = type }))
                    .Prepend(span with { Dimensions = [new Dimension(-1, 1)] })
                    .Prepend(new ReferenceParameter(span.Number, span.Element, ReferenceForm.In))
                    .Concat(span.CountsBytes ? [span with { CountsBytes = false }] : [])
                    .Where(simpler => !(simpler is SpanParameter { Dimensions: [{ IsConstant: true }] } && span.Dimensions is [{ IsConstant: true }] && simpler.Type == span.Type));
            case TensorParameter tensor:
                return OfTensor(tensor);
            case DimensionParameter dimension:
                return dimension is { IsReference: false, Integer.CSharp: "int" } ? [] : [dimension with { IsReference = false, Integer = ScalarType.Int }];
            case CallbackParameter { Context: < 0 } callback:
                return Of(callback.Signature).Where(static inner => inner.HasHandlers && inner.OwnContext is null).Select(inner => callback with { Signature = inner });
            default:
                return [];
        }
    }

    private static IEnumerable<Parameter> OfTensor(TensorParameter tensor)
    {
        yield return new ReferenceParameter(tensor.Number, tensor.Element, ReferenceForm.In);
        yield return new SpanParameter(tensor.Number, tensor.Element, tensor.IsReadOnly, tensor.IsOptional ? SpanForm.Optional : SpanForm.Required, tensor.Dimensions);
        for (var index = 0; index < tensor.Dimensions.Length && tensor.Dimensions.Length > 1; index++)
        {
            yield return tensor with { Dimensions = tensor.Dimensions.RemoveAt(index) };
        }

        if (tensor.IsColumnMajor || tensor.IsReference)
        {
            yield return tensor with { IsColumnMajor = false, IsReference = false };
        }

        foreach (var type in SimplerTypes.Of(tensor.Element).Where(static type => type is not ScalarType { Form: ScalarForm.Pointer }))
        {
            yield return tensor with { Element = type };
        }
    }

    private static IEnumerable<Result> OfResult(Result result) => result switch
    {
        ValueResult value => SimplerTypes.Of(value.Type).Select(static type => new ValueResult(type)),
        StatusResult status => [new ValueResult(status.Integer)],
        BooleanResult => [new ValueResult(ScalarType.Int)],
        CallbackResult callback => Of(callback.Signature).Select(static inner => new CallbackResult(inner)),
        _ => [],
    };
}
