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
    private const string States = "States__";
    private const string Upcall = Names.CompilerServices + ".Upcall";

    /// <summary>The name of the file. The part before the first point differs from that of each signature, which ends in "Extensions".</summary>
    public static string HintName(StaticCallbackModel callback) => "StaticCallback." + Names.HintName(callback.Type.MetadataName + "." + callback.Name);

    public static string Write(StaticCallbackModel callback)
    {
        var writer = new SourceWriter();
        FileHeader.Write(writer, $"{callback.Name}, which is declared with [StaticCallback]");
        if (callback.Signature is not null)
        {
            FileHeader.WriteNoWarnings(writer);
        }

        writer.Line();
        using (PartialType.Open(writer, callback.Type))
        {
            WriteMember(writer, callback);
            if (callback.Signature is { } signature)
            {
                writer.Line();
                WriteFunction(writer, callback, signature);
            }
        }

        return writer.ToString();
    }

    private static void WriteMember(SourceWriter writer, StaticCallbackModel callback)
    {
        var value = callback.Signature is null
            ? $"throw {Names.CompilerServices}.CallRefusal.RejectedSignature(\"{callback.Name}\")"
            : $"{Holder(callback)}.{Names.Callback}";
        writer.Line($"{callback.Modifiers} {callback.MemberType} {Names.User(callback.Name)}{(callback.IsProperty ? "" : "()")} => {value};");
    }

    private static void WriteFunction(SourceWriter writer, StaticCallbackModel callback, SignatureModel signature)
    {
        var address = $"(nint)({Declarations.PointerType(signature)})&{UpcallMembers.FromNative}";
        GeneratedAttributes.Write(writer);
        using (writer.Block($"private static unsafe class {Holder(callback)}"))
        {
            WriteOwner(writer, callback, signature, address);
            writer.Line();
            WriteCallback(writer, callback, signature, address);
            writer.Line();
            UpcallBody.WriteFaults(writer, signature);
            UpcallMembers.WriteStaticHead(writer, signature, callback.EntryPoint);
            using (writer.Block($"private static {UpcallMembers.NativeHead(signature, UpcallMembers.FromNative)}"))
            {
                var method = Names.User(callback.Method);
                if (callback.State is not null)
                {
                    UpcallBody.WriteWithState(writer, signature, States, method, Report(callback, signature));
                }
                else
                {
                    UpcallBody.WriteGuarded(writer, signature, method, [$"{Names.Faults}.Fail({Names.Exception});", .. Report(callback, signature)]);
                }
            }
        }
    }

    /// <summary>The owner of the method's faults: the state that its context belongs to, or the method itself.</summary>
    private static void WriteOwner(SourceWriter writer, StaticCallbackModel callback, SignatureModel signature, string address)
    {
        if (callback.State is { } state)
        {
            var table = $"{Names.CompilerServices}.StateTable<{state}>";
            writer.Line($"private static readonly {table} {States} = {table}.Instance;");
        }
        else
        {
            var owner = $"{Names.CompilerServices}.StaticUpcall";
            writer.Line($"private static readonly {owner} {Names.Faults} = new {owner}("
                + $"typeof({signature.DelegateType}), {address}, isReportOnly: {RefusalMember.Literal(callback.IsReportOnly)});");
        }
    }

    private static void WriteCallback(SourceWriter writer, StaticCallbackModel callback, SignatureModel signature, string address)
    {
        var type = Declarations.CallbackType(signature);
        if (callback.State is not null)
        {
            writer.Line("// Whoever gets the address initializes the class: the function is compiled after that, and does not ask for it at each call.");
        }

        writer.Line($"public static {type} {Names.Callback} {(callback.State is null ? "=>" : "{ get; } =")} new {type}({address});");
    }

    /// <summary>What native code gets for a recorded exception: a report if the declaration names one, and the fault result.</summary>
    private static IEnumerable<string> Report(StaticCallbackModel callback, SignatureModel signature)
    {
        if (callback.Report is not { } report)
        {
            yield return UpcallBody.GiveUp(signature);
            yield break;
        }

        var arguments = report.TakesArguments ? signature.Parameters.Select(Argument) : [];
        var call = $"{Names.User(report.Method)}({Names.Exception}{string.Concat(arguments)})";
        yield return $"var {Reporting} = {Upcall}.BeginReport();";
        yield return "try\n{";
        yield return "    " + (report.ReturnsResult ? UpcallBody.Return(signature.Result, call) : $"{call};\n    {UpcallBody.GiveUp(signature)}");
        yield return $"}}\ncatch (global::System.Exception {Failure})\n{{";
        yield return $"    {Upcall}.ReportFailed(typeof({signature.DelegateType}), {Failure});\n    {UpcallBody.GiveUp(signature)}";
        yield return $"}}\nfinally\n{{\n    {Upcall}.EndReport({Reporting});\n}}";

        string Argument(ParameterModel parameter) => ", "
            + (report.TakesState && parameter.Name == signature.Upcall!.Context ? UpcallBody.State(States) : UpcallArgument.Native(parameter));
    }

    /// <summary>The class next to the member. Its name differs from those of its own members, whatever the user's member is called.</summary>
    private static string Holder(StaticCallbackModel callback) => callback.Name + "Entry" + ReservedNames.Suffix;
}
