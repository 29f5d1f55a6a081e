using System.Collections.Generic;
using NativeCallbacks.Generators.Emission.Downcalls;
using NativeCallbacks.Generators.Emission.Upcalls;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission;

/// <summary>
/// The members of a signature that a diagnostic refuses: they throw, and exist so that the diagnostic is the only error.
/// They compile under any language version and without unsafe code.
/// </summary>
internal static class StubMembers
{
    public static void Write(SourceWriter writer, SignatureModel signature)
    {
        // Without unsafe code there is no call with pointers, and so no need of a stub for it.
        if (!signature.NamesPointers || signature.CanNamePointers)
        {
            WriteInvokes(writer, signature);
        }

        // A delegate in place of the function pointer: a call through it still compiles.
        WriteStub(writer, signature, signature.DelegateType, "AsPointer", []);
        WriteStub(writer, signature, signature.DelegateType, "ToDelegate", []);
        if (signature.IsScalar)
        {
            WriteStub(writer, signature, MapMember.Head(signature));
        }

        if (signature.Upcall is not null)
        {
            WriteStub(writer, signature, UpcallMembers.Head(signature));
        }
    }

    private static void WriteInvokes(SourceWriter writer, SignatureModel signature)
    {
        WriteStub(writer, signature, signature.Result.ManagedType, "Invoke", signature.Parameters);
        var kept = InferredInvokeMember.Kept(signature);
        if (kept.Count != signature.Parameters.Count)
        {
            WriteStub(writer, signature, signature.Result.ManagedType, "Invoke", kept);
        }
    }

    private static void WriteStub(
        SourceWriter writer, SignatureModel signature, string result, string name, IEnumerable<ParameterModel> parameters)
    {
        var list = Declarations.ExtensionParameters(signature, parameters);
        WriteStub(writer, signature, $"public static {result} {name}{signature.TypeParameters}({list}){signature.Constraints}");
    }

    private static void WriteStub(SourceWriter writer, SignatureModel signature, string head)
    {
        DocumentationComment.WriteMember(writer, "Throws: a build error says what is wrong with the signature.");
        using (writer.Block(head))
        {
            writer.Line($"throw {Names.CompilerServices}.CallRefusal.RefusedSignature(\"{signature.DisplayName}\");");
        }

        writer.Line();
    }
}
