using System.Linq;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission;

/// <summary><c>Invoke</c> with exactly the delegate's parameters: the checks, the pins, the call, the result.</summary>
internal static class InvokeMember
{
    private const string UpcallFaults = Names.Plumbing + ".UpcallFaults";

    public static void Write(SourceWriter writer, SignatureModel signature)
    {
        DocumentationComment.WriteInvoke(writer, signature, signature.Parameters);
        WriteAttributes(writer, signature);
        var parameters = Declarations.ExtensionParameters(signature, signature.Parameters);
        using (writer.Block($"public static {signature.Result.ManagedType} Invoke({parameters})"))
        {
            writer.Line($"var {Names.Address} = {Names.Callback}.Address;");
            ShapeChecks.WriteCounts(writer, signature);
            WriteChecks(writer, signature);

            var arguments = signature.Parameters.Select(Argument.Of).ToArray();
            foreach (var preparation in arguments.SelectMany(static argument => argument.Preparation))
            {
                writer.Line(preparation);
            }

            var pins = arguments.SelectMany(static argument => argument.Pin).ToArray();
            var call = $"(({Declarations.PointerType(signature)}){Names.Address})"
                + $"({string.Join(", ", arguments.Select(static argument => argument.Expression))})";
            WritePinned(writer, signature, pins, call);
        }

        writer.Line();
    }

    private static void WritePinned(SourceWriter writer, SignatureModel signature, string[] pins, string call)
    {
        if (pins.Length == 0)
        {
            WriteCall(writer, signature, call);
            return;
        }

        foreach (var pin in pins.Take(pins.Length - 1))
        {
            writer.Line($"fixed ({pin})");
        }

        using (writer.Block($"fixed ({pins[pins.Length - 1]})"))
        {
            WriteCall(writer, signature, call);
        }
    }

    private static void WriteAttributes(SourceWriter writer, SignatureModel signature)
    {
        // A method with a stack buffer must keep its own frame: inlined into a loop it would grow the stack at each turn.
        if (signature.Parameters.All(static parameter => parameter.Kind != ParameterKind.Text))
        {
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        }

        if (signature.HasSkipLocalsInit)
        {
            writer.Line("[global::System.Runtime.CompilerServices.SkipLocalsInit]");
        }
    }

    /// <summary>One branch a check, all to one place: <c>throw</c> of what a method returns costs the caller least.</summary>
    private static void WriteChecks(SourceWriter writer, SignatureModel signature)
    {
        var conditions = new[] { $"{Names.Address} == 0" }.Concat(ShapeChecks.Conditions(signature));
        using (writer.Block($"if ({string.Join("\n    || ", conditions)})"))
        {
            writer.Line($"throw {RefusalMember.Call(signature)};");
        }

        writer.Line();
    }

    private static void WriteCall(SourceWriter writer, SignatureModel signature, string call)
    {
        const string Marshal = "global::System.Runtime.InteropServices.Marshal";
        var result = signature.Result;
        var keepsResult = signature.SetLastError || signature.Parameters.Any(static parameter => parameter.Kind == ParameterKind.Callback) || result.Failure is not null || result.Kind == ResultKind.Callback;
        var callbacks = signature.Parameters.Where(static parameter => parameter.Kind == ParameterKind.Callback).ToList();
        var canFault = callbacks.Count > 0 || (result.Failure is not null && !signature.SuppressesTransition);
        if (canFault)
        {
            writer.Line($"var {Names.Faults} = {UpcallFaults}.Recorded;");
        }

        if (signature.SetLastError)
        {
            writer.Line($"{Marshal}.SetLastSystemError(0);");
        }

        if (result.Kind == ResultKind.Void)
        {
            writer.Line(call + ";");
        }
        else
        {
            writer.Line(keepsResult ? $"var {Names.Result} = {call};" : $"return {Managed(result, call)};");
        }

        if (signature.SetLastError)
        {
            writer.Line($"{Marshal}.SetLastPInvokeError({Marshal}.GetLastSystemError());");
        }

        if (callbacks.Count > 0)
        {
            using (writer.Block($"if ({UpcallFaults}.Recorded != {Names.Faults})"))
            {
                foreach (var callback in callbacks)
                {
                    var context = callback.Context is null ? "" : $", (nint){Names.User(callback.Context)}";
                    writer.Line($"{UpcallFaults}.Rethrow({Names.Faults}, {Names.User(callback.Name)}.Address{context});");
                }
            }
        }

        if (result.Failure is { } failure)
        {
            using (writer.Block($"if (({failure.IntegerType}){Names.Result} {failure.Operator})"))
            {
                if (canFault)
                {
                    writer.Line($"{UpcallFaults}.RethrowOnThisThread({Names.Faults});");
                }

                writer.Line($"throw new {Names.Library}.NativeStatusException(typeof({signature.DelegateType}), "
                    + $"unchecked((long)({failure.IntegerType}){Names.Result}), {Names.Library}.StatusConvention.{failure.Convention});");
            }
        }

        if (keepsResult && result.Kind != ResultKind.Void)
        {
            writer.Line($"return {Managed(result, Names.Result)};");
        }
    }

    private static string Managed(ResultModel result, string native) => result.Kind switch
    {
        ResultKind.Boolean => $"{native} != 0",
        ResultKind.Callback => $"{native} == 0 ? default : new {result.ManagedType}({native})",
        _ => native,
    };
}
