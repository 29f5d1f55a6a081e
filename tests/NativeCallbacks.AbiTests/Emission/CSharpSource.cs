using System.Linq;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests.Emission;

/// <summary>A batch in C#: the delegates, a method that calls each, and a handler of each.</summary>
internal static class CSharpSource
{
    private const string Head = """
        using System;
        using System.Numerics;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        namespace NativeCallbacks.AbiTests.Child
        {
        """;

    public static string Of(Batch batch, Target target)
    {
        var names = new TypeNames(batch);
        var writer = new SourceWriter();
        var (calls, handlers) = (new CSharpCalls(writer, names, target), new CSharpHandlers(writer, names, target));
        writer.Line("#nullable enable");
        if (target.IsModern)
        {
            writer.Line("using System.Numerics.Tensors;");
        }

        writer.Line(Head);
        CSharpTypes.Write(writer, names, target);
        foreach (var signature in batch.All)
        {
            CSharpDeclaration.Write(writer, names, target, signature);
        }

        var tables = batch.All.Where(static signature => signature is { Form: CallForm.Table, HasHandlers: true }).Select(CSharpDeclaration.Interface).ToList();
        writer.Open($"internal sealed unsafe class Batch{(tables.Count == 0 ? "" : $" : {string.Join(", ", tables)}")}");
        writer.Open("public static readonly Signature[] Signatures =");
        foreach (var signature in batch.CalledOn(target))
        {
            var up = signature.HasHandlers ? $"Up{signature.Number}" : "null";
            writer.Line($"new Signature({signature.Number}, () => Down{signature.Number}(new NativeCallback<{signature.Name}>(Library.Address(\"{signature.Name}\"))), {up}),");
        }

        writer.Close("};");
        writer.Line();

        // Methods of an object: on x86-64, .NET 10 spoils some arguments of delegates of static methods. See docs/abi.md.
        writer.Line("private static readonly Batch Handlers = new Batch();");
        writer.Line();
        foreach (var signature in batch.All)
        {
            calls.Write(signature);
            if (signature.HasHandlers)
            {
                handlers.Write(signature);
            }
        }

        writer.Close();
        writer.Line("}");
        return writer.ToString();
    }

    /// <summary>The delegates and the structs alone, for a reader.</summary>
    public static string Declarations(Batch batch, Target target)
    {
        var (writer, names) = (new SourceWriter(), new TypeNames(batch));
        CSharpTypes.WriteStructs(writer, names, target);
        foreach (var signature in batch.All)
        {
            CSharpDeclaration.Write(writer, names, target, signature);
        }

        return writer.ToString();
    }

    /// <summary>The context under which native code finds the handler; drawn where it needs none.</summary>
    public static string UserData(Signature signature) =>
        signature.OwnContext is null ? "0" : $"Managed{signature.Number}.Handler.UserData";
}
