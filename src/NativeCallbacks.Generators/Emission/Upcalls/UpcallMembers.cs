using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Upcalls;

/// <summary><c>ToManagedCallback</c>, and the function that native code calls.</summary>
internal static class UpcallMembers
{
    /// <summary>The function that native code calls.</summary>
    public const string FromNative = "FromNative__";

    private const string InteropServices = "global::System.Runtime.InteropServices";
    private const string Registry = "Registry__";
    private const string Upcalls = "Upcalls__";
    private const string Handler = "handler";
    private const string NativeDelegate = "Native__";

    public static void Write(SourceWriter writer, SignatureModel signature)
    {
        if (signature.Upcall is not { } upcall)
        {
            return;
        }

        WriteToManagedCallback(writer, signature);
        UpcallBody.WriteFaults(writer, signature);
        if (upcall.Context is not null)
        {
            WriteTable(writer, signature);
        }
        else
        {
            WritePool(writer, signature);
        }
    }

    /// <summary>The declaration, which stubs share.</summary>
    /// <param name="signature">The delegate.</param>
    /// <param name="typeParameters">Behind the name, the type parameters of a rejected signature.</param>
    public static string Head(DelegateModel signature, string typeParameters = "") =>
        $"public static {Names.Library}.ManagedCallback<{signature.Type}> {MemberNames.ToManagedCallback}{typeParameters}({Declarations.List([
            $"this {signature.Type} {Handler}",
            "global::System.Action<global::System.Exception> onFault = null",
            $"{Names.Library}.FaultPolicy policy = {Names.Library}.FaultPolicy.Stop"])})";

    /// <summary>The attribute above a static function that native code calls.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="entryPoint">The name that the function is exported by; null if it is not.</param>
    public static void WriteStaticHead(SourceWriter writer, SignatureModel signature, string? entryPoint = null)
    {
        var export = entryPoint is null ? "" : $"EntryPoint = {Declarations.Literal(entryPoint)}";
        var arguments = string.Join(", ", new[] { Conventions.Argument(signature.Convention), export }.Where(static argument => argument.Length > 0));
        writer.Line($"[{InteropServices}.UnmanagedCallersOnly{(arguments.Length == 0 ? "" : $"({arguments})")}]");
    }

    private static void WriteToManagedCallback(SourceWriter writer, SignatureModel signature)
    {
        var registry = signature.Upcall!.Context is null ? "UpcallPool" : "UpcallTable";
        writer.Line($"/// <inheritdoc cref=\"{Names.CompilerServices}.{registry}{{TSignature}}.Expose\"/>");
        using (writer.Block(Head(signature.Delegate).Replace("Exception> onFault", "Exception>? onFault")))
        {
            writer.Line($"return {Upcalls}.{Registry}.Expose({Handler}, onFault, policy);");
        }

        writer.Line();
    }

    /// <summary>One static function for all handlers, which finds each by its context.</summary>
    private static void WriteTable(SourceWriter writer, SignatureModel signature)
    {
        var table = $"{Names.CompilerServices}.UpcallTable<{signature.DelegateType}>";
        GeneratedAttributes.WriteOfDebugger(writer);
        using (writer.Block($"private static class {Upcalls}"))
        {
            writer.Line($"public static readonly {table} {Registry} = new {table}((nint)({Declarations.PointerType(signature)})&{FromNative});");
            writer.Line();
            WriteStaticHead(writer, signature);
            using (writer.Block($"private static {NativeHead(signature, FromNative)}"))
            {
                UpcallBody.WriteByContext(writer, signature, Registry);
            }
        }
    }

    /// <summary>A delegate of native types for each handler; its thunk is the address.</summary>
    private static void WritePool(SourceWriter writer, SignatureModel signature)
    {
        var pool = $"{Names.CompilerServices}.UpcallPool<{signature.DelegateType}>";
        GeneratedAttributes.WriteOfDebugger(writer);
        using (writer.Block($"private sealed class {Upcalls} : {Names.CompilerServices}.UpcallSlot<{signature.DelegateType}>"))
        {
            writer.Line($"public static readonly {pool} {Registry} = new {pool}(static () => new {Upcalls}());");
            writer.Line();
            writer.Line($"[{InteropServices}.UnmanagedFunctionPointer({InteropServices}.CallingConvention.{Conventions.Member(signature.Convention)})]");
            writer.Line($"private delegate {NativeHead(signature, NativeDelegate)};");
            writer.Line();
            using (writer.Block($"private {Upcalls}()"))
            {
                writer.Line($"Open<{NativeDelegate}>({FromNative});");
            }

            writer.Line();
            using (writer.Block($"private {NativeHead(signature, FromNative)}"))
            {
                UpcallBody.WriteBySlot(writer, signature);
            }
        }
    }

    public static string NativeHead(SignatureModel signature, string name)
    {
        var parameters = signature.Parameters.Select(static parameter => $"{parameter.NativeType} {UpcallArgument.NativeName(parameter)}");
        return $"{signature.Result.NativeType} {name}({Declarations.List(parameters.ToList())})";
    }
}
