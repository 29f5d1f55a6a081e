using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary><c>Map</c>: a scalar function over spans, one for each parameter and one for the results.</summary>
internal static class MapMember
{
    private const string Index = "index__";
    private const string Element = "element__";
    private const string End = "end__";

    public static void Write(SourceWriter writer, SignatureModel signature)
    {
        if (!signature.IsScalar)
        {
            return;
        }

        var first = Names.User(signature.Parameters[0].Name);
        WriteDocumentation(writer, signature);
        if (signature.HasSkipLocalsInit)
        {
            writer.Line("[global::System.Runtime.CompilerServices.SkipLocalsInit]");
        }

        using (writer.Block(Head(signature.Delegate, Declarations.Callback(signature), signature.Parameters, signature.Result.ManagedType)))
        {
            writer.Line($"var {Names.Address} = {Declarations.Callback(signature)}.Address;");
            writer.Line($"if ({Names.Address} == 0) throw {RefusalMember.Call(signature, CallTarget.Of(signature))};");
            foreach (var parameter in signature.Parameters.Skip(1))
            {
                WriteLengthCheck(writer, signature, Names.User(parameter.Name), parameter.Name);
            }

            WriteLengthCheck(writer, signature, Results(signature), Results(signature));
            writer.Line();
            CallStatements.WriteBeforeFaults(writer, signature);
            WriteLoop(writer, signature);
            CallStatements.WriteFaults(writer, signature, signature.Result with { Kind = ResultKind.Void }, given: []);
        }

        writer.Line();
    }

    /// <summary>The declaration, which stubs share.</summary>
    /// <param name="signature">The delegate.</param>
    /// <param name="callback">The name of the first parameter.</param>
    /// <param name="parameters">The parameters of the signature.</param>
    /// <param name="resultType">The type of the result.</param>
    /// <param name="typeParameters">Behind the name, the type parameters of a rejected signature.</param>
    public static string Head(DelegateModel signature, string callback, IReadOnlyList<ParameterModel> parameters, string resultType, string typeParameters = "")
    {
        var spans = parameters
            .Select(static parameter => $"global::System.ReadOnlySpan<{parameter.ManagedType}> {Names.User(parameter.Name)}")
            .Append($"global::System.Span<{resultType}> {Names.Beside(parameters, "results")}");
        return $"public static void {MemberNames.Map}{typeParameters}({Declarations.List([Declarations.This(signature, callback), .. spans])})";
    }

    private static string Results(SignatureModel signature) => Names.Beside(signature.Parameters, "results");

    private static void WriteDocumentation(SourceWriter writer, SignatureModel signature)
    {
        DocumentationComment.WriteMember(
            writer,
            "Calls the native function for each element, in order, and writes its results into a span of the same length, which can be that of a parameter of the same type. The spans are pinned during the calls; nothing is allocated.",
            "<exception cref=\"global::System.InvalidOperationException\">The callback is <see langword=\"default\"/>.</exception>");
        DocumentationComment.WriteLines(writer, "<exception cref=\"global::System.ArgumentException\">The lengths of two spans differ.</exception>");
    }

    private static void WriteLengthCheck(SourceWriter writer, SignatureModel signature, string span, string name)
    {
        var first = signature.Parameters[0].Name;
        writer.Line($"if ({span}.Length != {Names.User(first)}.Length) throw {Names.CompilerServices}.CallRefusal.MapLengthsDiffer("
            + $"\"{first}\", {Names.User(first)}.Length, \"{name}\", {span}.Length);");
    }

    /// <summary>
    /// The loop, over pinned spans: across a call the JIT keeps pointers in registers, and references into spans on the stack.
    /// </summary>
    private static void WriteLoop(SourceWriter writer, SignatureModel signature)
    {
        var parameters = signature.Parameters.Select(static parameter => new MappedSpan(parameter.ManagedType, parameter.Name, Names.User(parameter.Name))).ToArray();
        var results = new MappedSpan(signature.Result.ManagedType, Results(signature), Results(signature));
        foreach (var span in parameters)
        {
            writer.Line(span.Pin);
        }

        var function = $"(({Declarations.PointerType(signature)}){Names.Address})";
        using (writer.Block(results.Pin))
        {
            if (parameters.All(span => span.Type == results.Type))
            {
                WriteWalk(writer, function, parameters, results);
            }
            else
            {
                WriteIndexedLoop(writer, function, parameters, results);
            }
        }
    }

    /// <summary>Elements of one type: one pointer moves, and the others are at a distance from it that does not change.</summary>
    private static void WriteWalk(SourceWriter writer, string function, MappedSpan[] parameters, MappedSpan results)
    {
        var first = parameters[0];
        writer.Line("// One pointer moves, and the others are at fixed distances from it, in bytes: this needs the fewest registers and no stack.");
        foreach (var span in parameters.Skip(1).Append(results))
        {
            writer.Line($"var {span.Distance} = unchecked((nint){span.Pointer} - (nint){first.Pointer});");
        }

        writer.Line($"var {End} = {first.Pointer} + {first.Span}.Length;");
        using (writer.Block($"for (var {Element} = {first.Pointer}; {Element} != {End}; {Element}++)"))
        {
            var arguments = parameters.Skip(1).Select(static span => span.AtDistance).Prepend($"*{Element}");
            writer.Unsafe($"{results.AtDistance} = {function}({string.Join(", ", arguments)});");
        }
    }

    /// <summary>Elements of several sizes. A native-sized index needs no widening.</summary>
    private static void WriteIndexedLoop(SourceWriter writer, string function, MappedSpan[] parameters, MappedSpan results)
    {
        using (writer.Block($"for (nint {Index} = 0; {Index} < {parameters[0].Span}.Length; {Index}++)"))
        {
            var arguments = parameters.Select(static span => $"{span.Pointer}[{Index}]");
            writer.Unsafe($"{results.Pointer}[{Index}] = {function}({string.Join(", ", arguments)});");
        }
    }

    /// <param name="Type">The type of its elements.</param>
    /// <param name="Name">What the names that belong to it begin with.</param>
    /// <param name="Span">The span itself.</param>
    private sealed record MappedSpan(string Type, string Name, string Span)
    {
        public string Pointer => Names.Pointer(Name);

        public string Distance => Name + "Distance__";

        public string Pin => $"fixed ({Type}* {Pointer} = {Span})";

        public string AtDistance => $"*({Type}*)unchecked((nint){Element} + {Distance})";
    }
}
