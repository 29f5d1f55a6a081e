using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary><c>ToDelegate</c>: an ordinary delegate whose body is the checked call, without the runtime's marshalling.</summary>
internal static class DelegateMember
{
    public static void Write(SourceWriter writer, SignatureModel signature)
    {
        DocumentationComment.WriteMember(
            writer,
            $"Returns a delegate of type <c>{DocumentationComment.Escape(signature.DisplayName)}</c> that calls the native function with the same checks as <c>Invoke</c>. It does not keep the native code alive.",
            "<exception cref=\"global::System.InvalidOperationException\">The callback is <see langword=\"default\"/>.</exception>");
        using (writer.Block($"public static {signature.DelegateType} {MemberNames.ToDelegate}({Declarations.ExtensionParameters(signature, [])})"))
        {
            writer.Line($"if ({Declarations.Callback(signature)}.IsNull) throw {Names.CompilerServices}.CallRefusal.NullCallback({Declarations.Callback(signature)})!;");
            var parameters = Declarations.List(signature.Parameters.Select(Declarations.Parameter).ToList());
            writer.Line($"return ({parameters}) =>\n    {Declarations.InvokeCall(signature, signature.Parameters.Select(Declarations.Forward))};");
        }

        writer.Line();
    }
}
