using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Downcalls;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Upcalls;

/// <summary>What the function does that native code calls: find the handler, check, call, and let no exception out.</summary>
internal static class UpcallBody
{
    private const string Upcall = Names.CompilerServices + ".Upcall";

    /// <summary>The most elements that a span holds.</summary>
    private const string MostElements = "0x7FFFFFFF";

    /// <summary>The body of a function that many handlers share, each found by its context.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="table">The table of the handlers.</param>
    public static void WriteByContext(SourceWriter writer, SignatureModel signature, string table) =>
        WriteByContext(writer, signature, table, Context(signature), $"{table}.Handler({Names.Found})", [GiveUp(signature)], state: null);

    /// <summary>The body of a function that takes an object first, in whose memory the context is.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="signature">The signature, with the object as its first parameter.</param>
    /// <param name="table">The table of the objects.</param>
    /// <param name="method">The method of the object.</param>
    public static void WriteByInstance(SourceWriter writer, SignatureModel signature, string table, string method) => WriteByContext(
        writer, signature, table, $"{table}.Context({Names.User(Names.Instance)})", $"{table}.Target({Names.Found}).{method}", [GiveUp(signature)], state: null);

    /// <summary>The body of the function of one handler at a time.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="slot">The expression before the members of the slot.</param>
    /// <param name="method">The method of what the slot is for, with its point; empty for a delegate.</param>
    public static void WriteBySlot(SourceWriter writer, SignatureModel signature, string slot = "", string method = "")
    {
        using (writer.Block($"if ({slot}TryFind(out var {Names.Callback}, out var {Names.Handler}))"))
        {
            WriteGuarded(writer, signature, Names.Handler + "!" + method, [Fail(signature), GiveUp(signature)]);
        }

        writer.Line();
        writer.Line($"{slot}RecordMissedCall();");
        writer.Line(GiveUp(signature));
    }

    /// <summary>The body of a function that calls one method, with the object that the context belongs to.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="states">The table of the objects.</param>
    /// <param name="method">The method.</param>
    /// <param name="report">The statements that report <c>exception__</c> to native code and return.</param>
    public static void WriteWithState(SourceWriter writer, SignatureModel signature, string states, string method, IEnumerable<string> report) =>
        WriteByContext(writer, signature, states, Context(signature), method, report, State(states));

    /// <summary>The object that the context belongs to.</summary>
    public static string State(string states) => $"{states}.Target({Names.Found})";

    private static void WriteByContext(
        SourceWriter writer, SignatureModel signature, string table, string context, string target, IEnumerable<string> report, string? state)
    {
        using (writer.Block($"if ({table}.TryFind({context}, out var {Names.Callback}, out var {Names.Found}))"))
        {
            WriteGuarded(writer, signature, target, [Fail(signature), .. report], state);
        }

        writer.Line();
        writer.Line($"{table}.RecordMissedCall(typeof({signature.DelegateType}), {context});");
        writer.Line(GiveUp(signature));
    }

    private static string Context(SignatureModel signature) => $"(nint){Names.User(signature.Upcall!.Context!)}";

    private static string Fail(SignatureModel signature) => $"{Upcall}.Fail({Names.Callback}!, typeof({signature.DelegateType}), {Names.Exception});";

    /// <summary>The checks and the call, inside what keeps exceptions from native frames.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="target">What is called: a delegate or a method.</param>
    /// <param name="fail">The statements that keep <c>exception__</c> and return.</param>
    /// <param name="state">What the target gets in place of the context argument; null for the argument itself.</param>
    public static void WriteGuarded(SourceWriter writer, SignatureModel signature, string target, IEnumerable<string> fail, string? state = null)
    {
        using (writer.Block("try"))
        {
            using var block = signature.Parameters.Any(static parameter => parameter.Kind is not (ParameterKind.Value or ParameterKind.Callback or ParameterKind.Boolean or ParameterKind.TextPointer))
                ? writer.UnsafeBlock()
                : null;
            WriteChecks(writer, signature);
            UpcallTensor.WriteLayouts(writer, signature);
            WriteCall(writer, signature, target, state);
        }

        using (writer.Block($"catch (global::System.Exception {Names.Exception})"))
        {
            foreach (var statement in fail)
            {
                writer.Line(statement);
            }
        }
    }

    /// <summary>The cold half of the checks, as <see cref="RefusalMember"/> is for the other direction.</summary>
    public static void WriteFaults(SourceWriter writer, SignatureModel signature)
    {
        if (Shaped(signature).Count == 0)
        {
            return;
        }

        var parameters = Shaped(signature).Select(static span => $"bool {IsNull(span)}")
            .Concat(ShapeChecks.Dimensions(signature).Select(static dimension => $"{dimension.Integer!.Keyword} {Names.User(dimension.Name)}"));
        writer.Line("// Finds what was wrong with the arguments that native code passed.");
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        using (writer.Block($"private static global::System.Exception {Names.UpcallFault}({Declarations.List(parameters.ToList())})"))
        {
            writer.Line($"return {string.Join("\n    ?? ", Reasons(signature))};");
        }

        writer.Line();
    }

    private static void WriteChecks(SourceWriter writer, SignatureModel signature)
    {
        foreach (var reference in signature.Parameters.Where(static parameter => parameter.Kind is ParameterKind.Reference or ParameterKind.OutReference))
        {
            writer.Line($"if ({UpcallArgument.NativeName(reference)} == null) throw {Upcall}.NullReference(\"{reference.Name}\");");
        }

        foreach (var dimension in ShapeChecks.Dimensions(signature).Where(static dimension => dimension.Kind == ParameterKind.Reference))
        {
            writer.Line($"var {Names.User(dimension.Name)} = *{UpcallArgument.NativeName(dimension)};");
        }

        ShapeChecks.WriteCounts(writer, signature);
        var conditions = ShapeChecks.NegativeDimensions(signature).Concat(Shaped(signature).SelectMany(span => Conditions(signature, span))).Distinct().ToList();
        if (conditions.Count == 0)
        {
            return;
        }

        using (writer.Block($"if ({string.Join("\n    || ", conditions)})"))
        {
            var arguments = Shaped(signature).Select(static span => $"{UpcallArgument.NativeName(span)} == null")
                .Concat(ShapeChecks.Dimensions(signature).Select(ShapeChecks.Value));
            writer.Line($"throw {Names.UpcallFault}({string.Join(", ", arguments)});");
        }

        writer.Line();
    }

    private static string[] Conditions(SignatureModel signature, ParameterModel span)
    {
        if (span.Kind == ParameterKind.Tensor)
        {
            return UpcallTensor.Conditions(span);
        }

        var count = ShapeChecks.Count(signature, span.Shape!);
        var pointer = UpcallArgument.NativeName(span);
        if (span.Shape!.IsInBytes)
        {
            var size = UpcallArgument.ElementSize(span);
            return span.Shape.IsOptional
                ? [$"({pointer} != null && ({count} / {size} > {MostElements} || {count} % {size} != 0))"]
                : [$"{count} / {size} > {MostElements}", $"{count} % {size} != 0", $"({pointer} == null && {count} != 0)"];
        }

        return span.Shape.IsOptional
            ? [$"({pointer} != null && {count} > {MostElements})"]
            : [$"{count} > {MostElements}", $"({pointer} == null && {count} != 0)"];
    }

    /// <summary>Returns the fault result.</summary>
    public static string GiveUp(SignatureModel signature) =>
        signature.Result.Kind == ResultKind.Void ? "return;" : $"return {FaultResult(signature.Upcall!.FaultResult, signature.Result.NativeType)};";

    private static string FaultResult(ConstantModel constant, string type) =>
        constant.Kind is ConstantKind.Default or ConstantKind.Same ? Constants.Of(constant, type) : $"unchecked({Constants.Of(constant, type)})";

    /// <summary>The statements that call a handler and return its result to native code.</summary>
    public static string Return(ResultModel result, string call) => result.Kind switch
    {
        ResultKind.Void => call + ";\nreturn;",
        ResultKind.Boolean => $"return ({result.NativeType})({call} ? 1 : 0);",
        ResultKind.Callback or ResultKind.TextPointer => $"return {call}.Address;",
        _ => $"return {call};",
    };

    private static void WriteCall(SourceWriter writer, SignatureModel signature, string target, string? state)
    {
        var arguments = signature.Parameters.Where(static parameter => parameter.Name != Names.Instance).Select(parameter =>
            state is not null && parameter.Name == signature.Upcall!.Context ? state : UpcallArgument.Of(signature, parameter));
        writer.Line(Return(signature.Result, $"{target}({Declarations.List(arguments.ToList())})"));
    }

    private static IEnumerable<string> Reasons(SignatureModel signature)
    {
        foreach (var dimension in ShapeChecks.SignedDimensions(signature))
        {
            yield return $"{Names.CompilerServices}.CallRefusal.NegativeDimension(\"{dimension.Name}\", {Names.User(dimension.Name)})";
        }

        foreach (var span in Shaped(signature))
        {
            var fault = span.Kind == ParameterKind.Tensor ? UpcallTensor.Fault(span) : $"{Upcall}.{(span.Shape!.IsInBytes ? "BytesFault" : "SpanFault")}(";
            var size = span.Shape!.IsInBytes ? $"sizeof({span.ElementType}), " : "";
            yield return $"{fault}\"{span.Name}\", {IsNull(span)}, {RefusalMember.Literal(span.Shape.IsOptional)}, {size}{RefusalMember.ShapeArguments(span.Shape)})";
        }

        yield return $"{Upcall}.ArgumentsChanged(typeof({signature.DelegateType}))";
    }

    private static string IsNull(ParameterModel span) => span.Name + "IsNull__";

    private static List<ParameterModel> Shaped(SignatureModel signature) =>
        signature.Parameters.Where(static parameter => parameter.Shape is not null).ToList();
}
