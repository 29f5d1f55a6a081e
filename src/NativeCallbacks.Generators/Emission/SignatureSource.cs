using NativeCallbacks.Generators.Emission.Downcalls;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Emission.Upcalls;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission;

/// <summary>The generated file of one signature: its class, and the order of its members.</summary>
internal static class SignatureSource
{
    public static string HintName(DeclarationModel declaration) => Names.HintName(declaration.Delegate.MetadataName);

    public static string Write(DeclarationModel declaration)
    {
        var writer = new SourceWriter();
        FileHeader.Write(writer, $"{declaration.Delegate.MetadataName}, which is declared with [NativeSignature]");
        if (declaration is SignatureModel signature)
        {
            FileHeader.WriteNullable(writer);
            WriteNotation(writer, signature);
        }

        writer.Line();
        using (writer.Block("namespace NativeCallbacks"))
        {
            WriteClass(writer, declaration);
        }

        return writer.ToString();
    }

    /// <summary>What <c>NativeSignature.Of</c> and <c>NativeCallback.Bind</c> know of the delegate.</summary>
    private static void WriteNotation(SourceWriter writer, SignatureModel signature)
    {
        if (signature.Notation is not { } notation)
        {
            return;
        }

        writer.Line();
        if (signature.Delegate.IsObsolete)
        {
            // Who uses the delegate is warned there; no attribute of the assembly can be obsolete itself.
            writer.Line("#pragma warning disable CS0612, CS0618");
        }

        writer.Line($"[assembly: {Names.CompilerServices}.SignatureText(typeof({signature.DelegateType}), \"{notation}\")]");
    }

    private static void WriteClass(SourceWriter writer, DeclarationModel declaration)
    {
        DocumentationComment.WriteClass(writer, declaration.Delegate);
        GeneratedAttributes.Write(writer);
        if (declaration.Delegate.IsObsolete)
        {
            writer.Line("[global::System.Obsolete]");
        }

        var accessibility = declaration.Delegate.IsPublic ? "public" : "internal";
        var isUnsafe = declaration is SignatureModel or RefusedSignatureModel { Pointers: PointerTypes.Allowed } ? " unsafe" : "";
        using (writer.Block($"{accessibility} static{isUnsafe} class {ReservedNames.ClassName(declaration.Delegate.MetadataName)}"))
        {
            switch (declaration)
            {
                case SignatureModel signature:
                    WriteMembers(writer, signature);
                    break;
                case RefusedSignatureModel refused:
                    StubMembers.Write(writer, refused);
                    break;
            }
        }
    }

    private static void WriteMembers(SourceWriter writer, SignatureModel signature)
    {
        InvokeMember.Write(writer, signature);
        InferredInvokeMember.Write(writer, signature);
        CallScopedInvokeMember.Write(writer, signature);
        RefusalMember.Write(writer, signature, CallTarget.Of(signature));
        PointerMember.Write(writer, signature);
        DelegateMember.Write(writer, signature);
        MapMember.Write(writer, signature);
        UpcallMembers.Write(writer, signature);
    }
}
