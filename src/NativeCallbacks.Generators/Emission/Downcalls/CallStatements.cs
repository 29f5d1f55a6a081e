using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary>
/// The call itself and what follows it, in an order that matters: <c>errno</c> is read before anything can change it, then
/// come the faults of callbacks, then the status, then the result.
/// </summary>
internal static class CallStatements
{
    private const string Marshal = "global::System.Runtime.InteropServices.Marshal";
    private const string UpcallFaults = Names.CompilerServices + ".UpcallFaults";

    public static void Write(SourceWriter writer, SignatureModel signature, string call)
    {
        var before = Before(signature).ToList();
        foreach (var statement in before)
        {
            writer.Line(statement);
        }

        var result = signature.Result;
        if (before.Count == 0 && result.Failure is null && result.Kind is ResultKind.Value or ResultKind.Boolean)
        {
            writer.Line($"return {Managed(result, call)};");
            return;
        }

        writer.Line(result.Kind == ResultKind.Void ? $"{call};" : $"var {Names.Result} = {call};");
        WriteAfter(writer, signature);
        if (result.Kind != ResultKind.Void)
        {
            writer.Line($"return {Managed(result, Names.Result)};");
        }
    }

    private static IEnumerable<string> Before(SignatureModel signature)
    {
        if (Callbacks(signature).Any() || CanFailOverFault(signature))
        {
            yield return $"var {Names.Faults} = {UpcallFaults}.Recorded;";
        }

        if (signature.SetLastError)
        {
            yield return $"{Marshal}.SetLastSystemError(0);";
        }
    }

    private static void WriteAfter(SourceWriter writer, SignatureModel signature)
    {
        if (signature.SetLastError)
        {
            writer.Line($"{Marshal}.SetLastPInvokeError({Marshal}.GetLastSystemError());");
        }

        if (Callbacks(signature).Any())
        {
            using (writer.Block($"if ({UpcallFaults}.Recorded != {Names.Faults})"))
            {
                foreach (var callback in Callbacks(signature))
                {
                    var context = callback.Context is null ? "" : $", (nint){Names.User(callback.Context)}";
                    writer.Line($"{UpcallFaults}.Rethrow({Names.Faults}, {Names.User(callback.Name)}.Address{context});");
                }
            }
        }

        if (signature.Result.Failure is { } failure)
        {
            var code = $"({failure.IntegerType}){Names.Result}";
            using (writer.Block($"if ({code} {FailingComparison(failure.Convention)})"))
            {
                if (CanFailOverFault(signature))
                {
                    writer.Line($"{UpcallFaults}.RethrowOnThisThread({Names.Faults});");
                }

                writer.Line($"throw new {Names.Library}.NativeStatusException(typeof({signature.DelegateType}), "
                    + $"unchecked((long){code}), {Names.Library}.StatusConvention.{failure.Convention});");
            }
        }
    }

    /// <summary>The comparison that a failing code satisfies; see <see cref="FailureModel.Includes"/>.</summary>
    private static string FailingComparison(StatusConvention convention) => convention switch
    {
        StatusConvention.NonNegativeIsSuccess => "< 0",
        StatusConvention.NonZeroIsSuccess => "== 0",
        _ => "!= 0",
    };

    /// <summary>Whether a failing status may be the answer to a fault of a callback that was registered earlier.</summary>
    private static bool CanFailOverFault(SignatureModel signature) =>
        signature.Result.Failure is not null && !signature.SuppressesTransition;

    private static IEnumerable<ParameterModel> Callbacks(SignatureModel signature) =>
        signature.Parameters.Where(static parameter => parameter.Kind == ParameterKind.Callback);

    private static string Managed(ResultModel result, string native) => result.Kind switch
    {
        ResultKind.Boolean => $"{native} != 0",
        ResultKind.Callback => $"{native} == 0 ? default : new {result.ManagedType}({native})",
        _ => native,
    };
}
