using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Downcalls;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Emission.Upcalls;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission;

/// <summary>
/// The members of a signature that a diagnostic rejects: they throw, and exist so that the diagnostic is the only error.
/// They compile under any language version and without unsafe code.
/// </summary>
internal static class StubMembers
{
    public static void Write(SourceWriter writer, RejectedSignatureModel signature)
    {
        // Without unsafe code there is no call with pointers, so it needs no stub.
        if (signature.Pointers != PointerTypes.Forbidden)
        {
            WriteInvokes(writer, signature);
        }

        // A delegate instead of the function pointer, so that a call through it still compiles.
        WriteStub(writer, signature, signature.Delegate.Type, MemberNames.AsPointer, []);
        WriteStub(writer, signature, signature.Delegate.Type, MemberNames.ToDelegate, []);
        if (signature.IsScalar)
        {
            var head = MapMember.Head(signature.Delegate, Callback(signature), signature.Parameters, signature.Result.Type, TypeParameters(signature));
            WriteStub(writer, signature, head + Constraints(signature));
        }

        if (signature.HasHandlers)
        {
            WriteStub(writer, signature, UpcallMembers.Head(signature.Delegate, TypeParameters(signature)) + Constraints(signature));
        }
    }

    private static void WriteInvokes(SourceWriter writer, RejectedSignatureModel signature)
    {
        var result = Declarations.Type(signature.Result);
        WriteStub(writer, signature, result, MemberNames.Invoke, signature.Parameters);
        var kept = InferredInvokeMember.Kept(signature.Parameters);
        if (kept.Count != signature.Parameters.Count)
        {
            WriteStub(writer, signature, result, MemberNames.Invoke, kept);
        }

        if (CallScopedInvokeMember.IsNeeded(signature.Parameters))
        {
            WriteStub(writer, signature, result, MemberNames.Invoke, CallScopedInvokeMember.Parameters(signature.Parameters));
        }
    }

    private static void WriteStub(
        SourceWriter writer, RejectedSignatureModel signature, string result, string name, IEnumerable<ParameterModel> parameters)
    {
        var list = Declarations.ExtensionParameters(signature.Delegate, Callback(signature), parameters);
        WriteStub(writer, signature, $"public static {result} {name}{TypeParameters(signature)}({list}){Constraints(signature)}");
    }

    private static void WriteStub(SourceWriter writer, RejectedSignatureModel signature, string head)
    {
        DocumentationComment.WriteMember(writer, "Throws an exception: the signature was rejected at build time. See the NCB error.");
        using (writer.Block(head))
        {
            writer.Line($"throw {Names.CompilerServices}.CallRefusal.RejectedSignature(\"{signature.Delegate.DisplayName}\");");
        }

        writer.Line();
    }

    private static string Callback(RejectedSignatureModel signature) => Names.Beside(signature.Parameters, "callback");

    private static string TypeParameters(RejectedSignatureModel signature) => signature.TypeParameters.Count == 0
        ? ""
        : $"<{string.Join(", ", signature.TypeParameters.Select(static parameter => parameter.Name))}>";

    private static string Constraints(RejectedSignatureModel signature) => string.Concat(signature.TypeParameters
        .Where(static parameter => parameter.Constraints.Count > 0)
        .Select(static parameter => $" where {parameter.Name} : {string.Join(", ", parameter.Constraints)}"));
}
