using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>Signatures that are compiled and run together.</summary>
/// <param name="Seed">What their bytes are named by, beside their keys.</param>
/// <param name="Signatures">The signatures that are called.</param>
/// <param name="Machine">What the types of the signatures are drawn for.</param>
internal sealed record Batch(ulong Seed, ImmutableArray<Signature> Signatures, Machine Machine)
{
    /// <summary>These, and the ones that they name; innermost first.</summary>
    public IReadOnlyList<Signature> All => [.. Signatures.SelectMany(static signature => signature.Closure()).DistinctBy(static signature => signature.Number)];

    /// <summary>The signatures that are called where the C# is compiled for a target.</summary>
    public ImmutableArray<Signature> CalledOn(Target target) =>
        [.. Signatures.Where(signature => !MonoRules.PassesMistakenStruct(signature, target) && !MonoRules.ReturnsGenericStruct(signature, target))];

    public static Batch Draw(ulong seed, int count, Machine machine) => new(seed, SignatureDrawer.Signatures(seed, count, machine), machine);
}
