using System.Collections.Immutable;
using System.Linq;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Runs;

/// <summary>Looks for the simplest signature that still fails. The same failure is shrunk to the same signature every time.</summary>
internal static class Shrinker
{
    /// <summary>As many simpler signatures as are compiled at once. Each round takes the first of all that fails.</summary>
    private const int Width = 48;

    public static Failure Shrink(Failure failure, int sets, ChildRuntime runtime, Sabotage? sabotage = null)
    {
        var simplest = failure;
        while (FirstSimpler(simplest, sets, runtime, sabotage) is { } simpler)
        {
            simplest = simpler;
        }

        return simplest;
    }

    private static Failure? FirstSimpler(Failure failure, int sets, ChildRuntime runtime, Sabotage? sabotage)
    {
        foreach (var candidates in SimplerSignatures.Of(failure.Signature).Chunk(Width))
        {
            var number = 0;
            var batch = new Batch(failure.Seed, [.. candidates.Select(candidate => Number(candidate, ref number))], runtime.Machine);
            var run = BatchRun.Of(batch, sets, runtime, [failure.Compiler], sabotage);
            if (run.Failures.FirstOrDefault(found => found.Outcome == failure.Outcome) is { } simpler)
            {
                return simpler;
            }
        }

        return null;
    }

    /// <summary>Gives a candidate and those that it names new numbers, because others change in the same round.</summary>
    private static Signature Number(Signature signature, ref int number)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        foreach (var parameter in signature.Parameters)
        {
            parameters.Add(parameter is CallbackParameter callback ? callback with { Signature = Number(callback.Signature, ref number) } : parameter);
        }

        var result = signature.Result is CallbackResult inner ? new CallbackResult(Number(inner.Signature, ref number)) : signature.Result;
        return signature with { Number = number++, Parameters = parameters.ToImmutable(), Result = result };
    }
}
