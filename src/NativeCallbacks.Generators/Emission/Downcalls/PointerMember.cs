using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary><c>AsPointer</c>: the typed function pointer, for experts.</summary>
internal static class PointerMember
{
    public static void Write(SourceWriter writer, SignatureModel signature)
    {
        DocumentationComment.WriteMember(
            writer,
            $"Returns the address as a function pointer with the native types of <c>{DocumentationComment.Escape(signature.DisplayName)}</c>; null for <see langword=\"default\"/>.",
            "<remarks><b>Safety.</b> Calls through it check nothing: the caller is responsible for the lengths, the pins and the address.</remarks>");
        var type = Declarations.PointerType(signature);
        using (writer.Block($"public static {type} {MemberNames.AsPointer}({Declarations.ExtensionParameters(signature, [])})"))
        {
            writer.Line($"return ({type}){Declarations.Callback(signature)}.Address;");
        }

        writer.Line();
    }
}
