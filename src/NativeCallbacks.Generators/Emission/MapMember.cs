using System.Linq;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission;

/// <summary><c>Map</c>: a scalar function over spans, one for each parameter and one for the results.</summary>
internal static class MapMember
{
    private const string Results = "results__";
    private const string Index = "index__";

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

        using (writer.Block(Head(signature)))
        {
            writer.Line($"var {Names.Address} = {Names.Callback}.Address;");
            writer.Line($"if ({Names.Address} == 0) throw {RefusalMember.Call(signature)};");
            foreach (var parameter in signature.Parameters.Skip(1))
            {
                WriteLengthCheck(writer, signature, Names.User(parameter.Name), parameter.Name);
            }

            WriteLengthCheck(writer, signature, Results, "results");
            writer.Line();
            writer.Line("// The same length for all, in a way that the JIT sees: no bounds checks are left in the loop.");
            foreach (var span in signature.Parameters.Skip(1).Select(static parameter => Names.User(parameter.Name)).Append(Results))
            {
                writer.Line($"{span} = {span}.Slice(0, {first}.Length);");
            }

            var arguments = signature.Parameters.Select(static parameter => $"{Names.User(parameter.Name)}[{Index}]");
            using (writer.Block($"for (var {Index} = 0; {Index} < {first}.Length; {Index}++)"))
            {
                writer.Line($"{Results}[{Index}] = (({Declarations.PointerType(signature)}){Names.Address})({string.Join(", ", arguments)});");
            }
        }

        writer.Line();
    }

    /// <summary>The declaration, which stubs share.</summary>
    public static string Head(SignatureModel signature)
    {
        var spans = signature.Parameters
            .Select(static parameter => $"global::System.ReadOnlySpan<{parameter.ManagedType}> {Names.User(parameter.Name)}")
            .Append($"global::System.Span<{signature.Result.ManagedType}> {Results}");
        return $"public static void Map({Declarations.ExtensionParameters(signature, [])}, {string.Join(", ", spans)})";
    }

    private static void WriteDocumentation(SourceWriter writer, SignatureModel signature)
    {
        DocumentationComment.WriteMember(
            writer,
            $"Calls a native <c>{DocumentationComment.Escape(signature.DisplayName)}</c> for each element, in order, and keeps its results. Nothing is allocated.",
            $"<param name=\"{Names.Callback}\">The native function.</param>");
        foreach (var parameter in signature.Parameters)
        {
            DocumentationComment.WriteLines(writer, $"<param name=\"{parameter.Name}\">The arguments <c>{parameter.Name}</c>: all spans have one length.</param>");
        }

        DocumentationComment.WriteLines(writer, $"<param name=\"{Results}\">Where the results go. It may be the span of a parameter of the same type.</param>");
        DocumentationComment.WriteLines(writer, "<exception cref=\"global::System.InvalidOperationException\">The callback is <see langword=\"default\"/>.</exception>");
        DocumentationComment.WriteLines(writer, "<exception cref=\"global::System.ArgumentException\">A span has another length than the first one.</exception>");
    }

    private static void WriteLengthCheck(SourceWriter writer, SignatureModel signature, string span, string name)
    {
        var first = signature.Parameters[0].Name;
        writer.Line($"if ({span}.Length != {Names.User(first)}.Length) throw {Names.Plumbing}.CallRefusal.MapLengthsDiffer("
            + $"\"{first}\", {Names.User(first)}.Length, \"{name}\", {span}.Length);");
    }
}
