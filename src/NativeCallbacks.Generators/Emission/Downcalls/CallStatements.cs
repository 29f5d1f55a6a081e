using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary>
/// The call itself and what follows it, in an order that matters: <c>errno</c> is read before anything can change it, then objects
/// take over the handles, so that nothing leaks; then come the faults of callbacks, then the status, then the
/// texts and the result.
/// </summary>
internal static class CallStatements
{
    private const string Marshal = "global::System.Runtime.InteropServices.Marshal";
    private const string UpcallFaults = Names.CompilerServices + ".UpcallFaults";

    public static void Write(SourceWriter writer, SignatureModel signature, string call)
    {
        var result = signature.Result;
        WriteBeforeFaults(writer, signature);
        if (signature.SetLastError)
        {
            writer.Line($"{Marshal}.SetLastSystemError(0);");
        }

        if (result.Kind is ResultKind.Value or ResultKind.Boolean
            && signature is { ThrowsFaults: false, SetLastError: false, Result.Failure: null }
            && !signature.Parameters.Any(static parameter => parameter.Kind is ParameterKind.OutHandle or ParameterKind.OutText or ParameterKind.OutWideText))
        {
            writer.Unsafe($"return {Managed(signature, call)};");
            return;
        }

        if (result.Kind == ResultKind.Void)
        {
            writer.Unsafe($"{call};");
        }
        else
        {
            writer.UnsafeLocal(result.NativeType, Names.Result, call);
        }

        if (signature.SetLastError)
        {
            writer.Line($"{Marshal}.SetLastPInvokeError({Marshal}.GetLastSystemError());");
        }

        WriteHandles(writer, signature);
        WriteFaults(writer, signature, result.Kind == ResultKind.Handle ? result with { Kind = ResultKind.Void } : result, Given(signature));
        WriteFailure(writer, signature);
        WriteTexts(writer, signature);
        if (result.Kind != ResultKind.Void)
        {
            Write(writer, result.IsPointer, $"return {Managed(signature, Names.Result)};");
        }
    }

    /// <summary>Writes a statement that may follow a pointer.</summary>
    private static void Write(SourceWriter writer, bool isUnsafe, string statement)
    {
        if (isUnsafe)
        {
            writer.Unsafe(statement);
        }
        else
        {
            writer.Line(statement);
        }
    }

    private static void WriteHandles(SourceWriter writer, SignatureModel signature)
    {
        if (signature.Result.Kind == ResultKind.Handle)
        {
            writer.Line($"{Marshal}.InitHandle({Names.ResultHandle}, {Names.Result});");
        }

        foreach (var handle in signature.Parameters.Where(static parameter => parameter.Kind == ParameterKind.OutHandle))
        {
            writer.Line($"{Marshal}.InitHandle({Names.User(handle.Name)}, {Names.Native(handle.Name)});");
        }
    }

    private static void WriteTexts(SourceWriter writer, SignatureModel signature)
    {
        foreach (var text in signature.Parameters.Where(static parameter => parameter.Kind is ParameterKind.OutText or ParameterKind.OutWideText))
        {
            writer.Unsafe($"{Names.User(text.Name)} = {Decoded(signature, text.Kind == ParameterKind.OutWideText, $"\"{text.Name}\"", Names.Native(text.Name))};");
        }
    }

    /// <summary>A copy of text of native code.</summary>
    private static string Decoded(SignatureModel signature, bool isWide, string name, string pointer) => isWide
        ? $"{Names.CompilerServices}.Utf16Argument.Decode({pointer})!"
        : $"{Names.CompilerServices}.Utf8Argument.DecodeResult(typeof({signature.DelegateType}), {name}, {pointer})!";

    /// <summary>Writes what is read before a call, for <see cref="WriteFaults"/>.</summary>
    public static void WriteBeforeFaults(SourceWriter writer, SignatureModel signature)
    {
        if (signature.ThrowsFaults)
        {
            writer.Line($"var {Names.Faults} = {UpcallFaults}.Recorded;");
        }
    }

    /// <summary>
    /// Writes the check for what went wrong in handlers during the call, in the form that costs least: two fields of one value, and a result
    /// that passes through the cold call (see <c>UpcallFaults</c>).
    /// </summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="result">The result; of the kind <see cref="ResultKind.Void"/> if there is no local with it.</param>
    /// <param name="given">What identifies callbacks whose handlers run on other threads: addresses and contexts.</param>
    public static void WriteFaults(SourceWriter writer, SignatureModel signature, ResultModel result, IReadOnlyList<string> given)
    {
        if (!signature.ThrowsFaults)
        {
            return;
        }

        writer.Line($"if ({UpcallFaults}.RecordedAfter != {Names.Faults})");
        if (result.Kind == ResultKind.Void)
        {
            var checks = Batches(given).Select(static batch => $"{UpcallFaults}.Check({Names.Faults}{batch});").ToList();
            writer.Line(checks.Count == 1 ? $"    {checks[0]}" : $"{{\n    {string.Join("\n    ", checks)}\n}}");
        }
        else
        {
            // A type argument cannot be a pointer.
            var (cast, back) = result.IsPointer ? ("(nint)", $"({result.NativeType})") : ("", "");
            var value = Batches(given).Aggregate($"{cast}{Names.Result}", static (inner, batch) => $"{UpcallFaults}.Checked({Names.Faults}, {inner}{batch})");
            writer.Line($"    {Names.Result} = {back}{value};");
        }
    }

    /// <summary>The arguments of a call that may be the address or the context of a callback.</summary>
    private static List<string> Given(SignatureModel signature) => signature.Parameters
        .Where(static parameter => parameter.Kind == ParameterKind.Callback || parameter.CanBeContext)
        .Select(static parameter => (parameter.Kind, parameter.Integer) switch
        {
            (ParameterKind.Callback, _) => $"{Names.User(parameter.Name)}.Address",

            // UIntPtr is nuint in C# before 11 too, but converts only to nuint.
            (_, { IsSigned: false }) => $"unchecked((nint)(nuint){Names.User(parameter.Name)})",
            _ => $"unchecked((nint){Names.User(parameter.Name)})",
        })
        .ToList();

    /// <summary>The arguments of one or several checks, each with a comma before it: the library takes four at once.</summary>
    private static IEnumerable<string> Batches(IReadOnlyList<string> given)
    {
        const int Most = 4;
        for (var start = 0; start == 0 || start < given.Count; start += Most)
        {
            yield return string.Concat(given.Skip(start).Take(Most).Select(static argument => ", " + argument));
        }
    }

    private static void WriteFailure(SourceWriter writer, SignatureModel signature)
    {
        if (signature.Result.Failure is not { } failure)
        {
            return;
        }

        var (code, condition) = (failure.Convention, signature.Result.Kind) switch
        {
            (StatusConvention.NonNullIsSuccess, ResultKind.Handle) => (Names.Result, $"{Names.ResultHandle}.IsInvalid"),
            (StatusConvention.NonNullIsSuccess, _) when signature.Result.IsPointer => ("0", $"{Names.Result} == null"),
            _ => Compared(failure),
        };
        using (writer.Block($"if ({condition})"))
        {
            writer.Line($"throw new {Names.Library}.NativeStatusException({CallTarget.Named(signature)}, "
                + $"{(code == "0" ? code : $"unchecked((long){code})")}, {Names.Library}.StatusConvention.{failure.Convention});");
        }
    }

    private static (string Code, string Condition) Compared(FailureModel failure)
    {
        var code = failure.IsWrapped ? $"{Names.Result}.Value" : $"({failure.IntegerType}){Names.Result}";
        return (code, $"{code} {FailingComparison(failure.Convention)}");
    }

    /// <summary>The comparison that a failing code satisfies; see <see cref="FailureModel.Includes"/>.</summary>
    private static string FailingComparison(StatusConvention convention) => convention switch
    {
        StatusConvention.NonNegativeIsSuccess => "< 0",
        StatusConvention.NonZeroIsSuccess or StatusConvention.NonNullIsSuccess => "== 0",
        _ => "!= 0",
    };

    private static string Managed(SignatureModel signature, string native) => signature.Result.Kind switch
    {
        ResultKind.Boolean => $"{native} != 0",
        ResultKind.Callback => $"{native} == 0 ? default : new {signature.Result.ManagedType}({native})",
        ResultKind.TextPointer => $"new {signature.Result.ManagedType}({native})",
        ResultKind.Text or ResultKind.WideText => Decoded(signature, signature.Result.Kind == ResultKind.WideText, "null", native),
        ResultKind.Handle => Names.ResultHandle,
        _ => native,
    };
}
