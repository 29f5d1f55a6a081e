using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>What is wrong on purpose with the C of one signature, so that the proof is seen to fail.</summary>
internal enum Fault
{
    /// <summary>The fields of the signature's first struct are in the opposite order.</summary>
    ReversedFields,

    /// <summary>Two parameters have changed places.</summary>
    SwappedParameters,

    /// <summary>Tensors are read and written in the other order, columns for rows.</summary>
    OtherOrder,

    /// <summary>The function has another convention than that by which it is called.</summary>
    OtherConvention,

    /// <summary>The function ends the process.</summary>
    Death,
}

/// <summary>What is wrong on purpose, and where.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Key">The key of the signature.</param>
/// <param name="First">Of swapped parameters, the number of the first.</param>
/// <param name="Second">The number of the second.</param>
internal sealed record Sabotage(Fault Fault, int Key, int First = -1, int Second = -1)
{
    public bool Is(Fault fault, Signature signature) => Fault == fault && Key == signature.Key;

    /// <summary>Whether the fields of a struct are reversed: the first that the signature takes by value.</summary>
    public bool Reverses(StructType type, Batch batch) => batch.All.Any(signature => Is(Fault.ReversedFields, signature)
        && signature.Parameters.OfType<ValueParameter>().Select(static value => value.ValueType).OfType<StructType>().First().Definition == type.Definition);

    /// <summary>The parameters in the order in which the C has them.</summary>
    public IEnumerable<Parameter> Order(Signature signature)
    {
        if (!Is(Fault.SwappedParameters, signature) || !signature.Has(First) || !signature.Has(Second))
        {
            return signature.Parameters;
        }

        return signature.Parameters.Select(parameter =>
            parameter.Number == First ? signature.Parameter(Second)
            : parameter.Number == Second ? signature.Parameter(First)
            : parameter);
    }
}
