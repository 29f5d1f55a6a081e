using System;
using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Downcalls;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Emission.Upcalls;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission;

/// <summary>The generated file of one static callback: the member's body, and the function that native code calls.</summary>
internal static class StaticCallbackSource
{
    private const string Reporting = "reporting__";
    private const string Failure = "failure__";

    /// <summary>The name of the file. The part before the first point differs from that of each signature, which ends in "Extensions".</summary>
    public static string HintName(StaticCallbackModel callback) => "StaticCallback." + Names.HintName(callback.TypeMetadataName + "." + callback.Name);

    public static string Write(StaticCallbackModel callback)
    {
        var writer = new SourceWriter();
        FileHeader.Write(writer, $"{callback.Name}, which is declared with [StaticCallback]");
        writer.Line();
        var blocks = new Stack<IDisposable>();
        if (callback.Namespace.Length > 0)
        {
            blocks.Push(writer.Block($"namespace {callback.Namespace}"));
        }

        foreach (var type in callback.Types)
        {
            blocks.Push(writer.Block(type));
        }

        WriteMember(writer, callback);
        if (callback.Signature is { } signature)
        {
            writer.Line();
            WriteFunction(writer, callback, signature);
        }

        while (blocks.Count > 0)
        {
            blocks.Pop().Dispose();
        }

        return writer.ToString();
    }

    private static void WriteMember(SourceWriter writer, StaticCallbackModel callback)
    {
        var value = callback.Signature is null
            ? $"throw {Names.CompilerServices}.CallRefusal.RefusedSignature(\"{callback.Name}\")"
            : $"{Holder(callback)}.{Names.Callback}";
        writer.Line($"{callback.Declaration}{(callback.IsProperty ? "" : "()")} => {value};");
    }

    private static void WriteFunction(SourceWriter writer, StaticCallbackModel callback, SignatureModel signature)
    {
        var address = $"(nint)({Declarations.PointerType(signature)})&{UpcallMembers.FromNative}";
        GeneratedAttributes.Write(writer);
        using (writer.Block($"private static unsafe class {Holder(callback)}"))
        {
            writer.Line($"private static readonly {Names.CompilerServices}.StaticUpcall {Names.Faults} = new {Names.CompilerServices}.StaticUpcall("
                + $"typeof({signature.DelegateType}), {address}, isReportOnly: {RefusalMember.Literal(callback.IsReportOnly)});");
            writer.Line();
            writer.Line($"public static {Declarations.CallbackType(signature)} {Names.Callback} => new {Declarations.CallbackType(signature)}({address});");
            writer.Line();
            UpcallBody.WriteRefusal(writer, signature);
            UpcallMembers.WriteStaticHead(writer, signature);
            using (writer.Block($"private static {UpcallMembers.NativeHead(signature, UpcallMembers.FromNative)}"))
            {
                UpcallBody.WriteGuarded(writer, signature, Names.User(callback.Method), Fail(callback, signature));
            }
        }
    }

    /// <summary>What happens to an exception of the method: it is kept, and reported to native code if the declaration says how.</summary>
    private static IEnumerable<string> Fail(StaticCallbackModel callback, SignatureModel signature)
    {
        yield return $"{Names.Faults}.Fail({Names.Exception});";
        if (callback.Report is not { } report)
        {
            yield return UpcallBody.GiveUp(signature);
            yield break;
        }

        var arguments = report.TakesArguments ? signature.Parameters.Select(static parameter => ", " + UpcallArgument.Native(parameter)) : [];
        var call = $"{Names.User(report.Method)}({Names.Exception}{string.Concat(arguments)})";
        yield return $"var {Reporting} = {Names.CompilerServices}.StaticUpcall.BeginReport();";
        yield return "try\n{";
        yield return "    " + (report.ReturnsResult ? UpcallBody.Return(signature.Result, call) : $"{call};\n    {UpcallBody.GiveUp(signature)}");
        yield return $"}}\ncatch (global::System.Exception {Failure})\n{{";
        yield return $"    {Names.Faults}.ReportFailed({Failure});\n    {UpcallBody.GiveUp(signature)}";
        yield return $"}}\nfinally\n{{\n    {Names.CompilerServices}.StaticUpcall.EndReport({Reporting});\n}}";
    }

    private static string Holder(StaticCallbackModel callback) => callback.Name + ReservedNames.Suffix;
}
