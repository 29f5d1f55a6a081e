using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary>
/// <c>ToDelegate</c>: an ordinary delegate whose method is the checked call, without the runtime's marshalling. The method is that of a
/// class and not a lambda, which takes the compiler longer.
/// </summary>
internal static class DelegateMember
{
    private const string Target = "Target__";
    private const string Callback = "Callback";

    public static void Write(SourceWriter writer, SignatureModel signature)
    {
        DocumentationComment.WriteMember(
            writer,
            $"Returns a delegate of type <c>{DocumentationComment.Escape(signature.DisplayName)}</c> that calls the native function with the same checks as <c>Invoke</c>. It does not keep the native code alive.",
            "<exception cref=\"global::System.InvalidOperationException\">The callback is <see langword=\"default\"/>.</exception>");
        using (writer.Block($"public static {signature.DelegateType} {MemberNames.ToDelegate}({Declarations.ExtensionParameters(signature, [])})"))
        {
            writer.Line($"return new {Target}() {{ {Callback} = {Declarations.Callback(signature)} }}.{MemberNames.Invoke};");
        }

        writer.Line();
        WriteTarget(writer, signature);
        writer.Line();
    }

    private static void WriteTarget(SourceWriter writer, SignatureModel signature)
    {
        GeneratedAttributes.WriteOfDebugger(writer);
        using (writer.Block($"private sealed class {Target} : {Names.CompilerServices}.DelegateTarget<{signature.DelegateType}>"))
        {
            var parameters = Declarations.List(signature.Parameters.Select(Declarations.Parameter).ToList());
            using (writer.Block($"public {signature.Result.ManagedType} {MemberNames.Invoke}({parameters})"))
            {
                var call = Declarations.InvokeCall(signature, signature.Parameters.Select(Declarations.Forward), "this." + Callback) + ";";
                writer.Line(signature.Result.Kind == ResultKind.Void ? call : "return " + call);
            }
        }
    }
}
