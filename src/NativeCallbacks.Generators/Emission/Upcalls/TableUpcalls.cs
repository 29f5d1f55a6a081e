using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Upcalls;

/// <summary>
/// <c>ToNativeTable</c> and <c>ToNativeObject</c>, and the functions that native code calls. Each function has a class of its own,
/// because all of them have one name, by which the stack shows them.
/// </summary>
internal static class TableUpcalls
{
    private const string Registry = "Registry__";
    private const string Slots = "Slots__";
    private const string Upcalls = "Upcalls__";
    private const string NativeDelegate = "Native__";
    private const string Implementation = "implementation";
    private const string Table = "table__";
    private const string Owner = "slots__";

    public static void Write(SourceWriter writer, TableModel table, ImplementationModel implementation)
    {
        WriteExposing(writer, table);
        var type = $"{Names.CompilerServices}.{(table.IsObject ? "ObjectTable" : "TablePool")}<{table.Type.Name}>";
        GeneratedAttributes.WriteOfDebugger(writer);
        using (writer.Block($"private static class {Upcalls}"))
        {
            writer.Line($"public static readonly {type} {Registry} = new {type}({(table.IsObject ? "MakeTable__()" : $"static () => new {Slots}()")});");
            writer.Line();
            if (table.IsObject)
            {
                WriteTable(writer, table, implementation);
            }
            else
            {
                WriteSlots(writer, table);
            }
        }
    }

    /// <summary>The name of the member that exposes an implementation.</summary>
    public static string Name(TableModel table) => table.IsObject ? MemberNames.ToNativeObject : MemberNames.ToNativeTable;

    private static IEnumerable<(SlotModel Slot, SignatureModel Call)> Functions(TableModel table) =>
        table.Slots.Where(static slot => slot.Call is not null).Select(static slot => (slot, slot.Call!));

    private static string Entry(SlotModel slot) => slot.Method.Id + "Entry__";

    private static void WriteExposing(SourceWriter writer, TableModel table)
    {
        DocumentationComment.WriteMember(
            writer,
            $"Exposes the object as {(table.IsObject ? "an object that native code calls by its table" : "a table of functions that native code can call")}, until the result is disposed.",
            $"<param name=\"{Implementation}\">The object. An exception that it throws never reaches native code: the call that waits for native code throws it.</param>",
            "<param name=\"onFault\">Called for each fault, on its thread and before native code gets the fault result. What it throws is traced only.</param>",
            "<param name=\"policy\">What a fault does beyond its own call: no method runs until a call has thrown the fault, by default.</param>",
            "<returns>The owner of the native memory. Dispose it once native code no longer uses the functions.</returns>",
            "<remarks>",
            "<para><b>Lifetime.</b> Spans, tensors and references that a method gets refer to native memory, and are valid until it returns.</para>",
            "<para><b>Threading.</b> Native code can call on any thread, and on several at once; the object must allow it.</para>",
            "</remarks>",
            $"<exception cref=\"global::System.ArgumentNullException\"><paramref name=\"{Implementation}\" /> is null.</exception>");
        var parameters = Declarations.List([
            $"this {table.Type.Name} {Implementation}",
            "global::System.Action<global::System.Exception>? onFault = null",
            $"{Names.Library}.FaultPolicy policy = {Names.Library}.FaultPolicy.Stop"]);
        using (writer.Block($"public static {Names.Library}.ManagedTable<{table.Type.Name}> {Name(table)}({parameters})"))
        {
            writer.Line($"return {Upcalls}.{Registry}.Expose({Implementation}, onFault, policy);");
        }

        writer.Line();
    }

    /// <summary>One table for all objects; the context in the memory of each identifies it.</summary>
    private static void WriteTable(SourceWriter writer, TableModel table, ImplementationModel implementation)
    {
        using (writer.Block("private static nint MakeTable__()"))
        using (writer.UnsafeBlock())
        {
            writer.Line($"var {Table} = ({Names.Layout}*){Names.CompilerServices}.OwnedMemory.AllocateTable(sizeof({Names.Layout}));");
            foreach (var (slot, call) in Functions(table))
            {
                var address = implementation.IsStatic
                    ? $"(nint)({Declarations.PointerType(call)})&{Entry(slot)}.{UpcallMembers.FromNative}"
                    : $"global::System.Runtime.InteropServices.Marshal.GetFunctionPointerForDelegate({Entry(slot)}.Kept__)";
                writer.Line($"{Table}->{Names.User(slot.Method.Id)} = {address};");
            }

            writer.Line($"return (nint){Table};");
        }

        foreach (var (slot, call) in Functions(table))
        {
            writer.Line();
            GeneratedAttributes.WriteOfDebugger(writer);
            using (writer.Block($"private static class {Entry(slot)}"))
            {
                if (implementation.IsStatic)
                {
                    UpcallMembers.WriteStaticHead(writer, call);
                }
                else
                {
                    WriteDelegate(writer, call);
                    writer.Line($"public static readonly {NativeDelegate} Kept__ = {UpcallMembers.FromNative};");
                    writer.Line();
                }

                using (writer.Block($"public static {UpcallMembers.NativeHead(call, UpcallMembers.FromNative)}"))
                {
                    UpcallBody.WriteByInstance(writer, call, $"{Upcalls}.{Registry}", Names.User(slot.Method.Name));
                }

                WriteFaults(writer, call);
            }
        }
    }

    /// <summary>A table for each object, with thunks of its own.</summary>
    private static void WriteSlots(SourceWriter writer, TableModel table)
    {
        GeneratedAttributes.WriteOfDebugger(writer);
        using (writer.Block($"private sealed class {Slots} : {Names.CompilerServices}.TableSlots<{table.Type.Name}>"))
        {
            using (writer.Block($"public {Slots}() : base(sizeof({Names.Layout}))"))
            using (writer.UnsafeBlock())
            {
                writer.Line($"var {Table} = ({Names.Layout}*)Table;");
                foreach (var (slot, _) in Functions(table))
                {
                    writer.Line($"{Table}->{Names.User(slot.Method.Id)} = Open<{Entry(slot)}.{NativeDelegate}>(new {Entry(slot)}(this).{UpcallMembers.FromNative});");
                }
            }

            writer.Line();
            using (writer.Block($"protected override void WriteData({table.Type.Name} {Implementation})"))
            using (writer.UnsafeBlock())
            {
                writer.Line($"var {Table} = ({Names.Layout}*)Table;");
                foreach (var slot in table.Slots.Where(static slot => slot.Data is not null))
                {
                    var value = slot.Method.Name == table.Size ? $"unchecked(({slot.Data})sizeof({Names.Layout}))" : $"{Implementation}.{Names.User(slot.Method.Name)}";
                    writer.Line($"{Table}->{Names.User(slot.Method.Id)} = {value};");
                }
            }
        }

        foreach (var (slot, call) in Functions(table))
        {
            writer.Line();
            GeneratedAttributes.WriteOfDebugger(writer);
            using (writer.Block($"private sealed class {Entry(slot)}"))
            {
                writer.Line($"private readonly {Slots} {Owner};");
                writer.Line();
                writer.Line($"public {Entry(slot)}({Slots} slots) => {Owner} = slots;");
                writer.Line();
                WriteDelegate(writer, call);
                using (writer.Block($"public {UpcallMembers.NativeHead(call, UpcallMembers.FromNative)}"))
                {
                    UpcallBody.WriteBySlot(writer, call, Owner + ".", "." + Names.User(slot.Method.Name));
                }

                WriteFaults(writer, call);
            }
        }
    }

    private static void WriteDelegate(SourceWriter writer, SignatureModel call)
    {
        const string InteropServices = "global::System.Runtime.InteropServices";
        writer.Line($"[{InteropServices}.UnmanagedFunctionPointer({InteropServices}.CallingConvention.{Conventions.Member(call.Convention)})]");
        writer.Line($"public delegate {UpcallMembers.NativeHead(call, NativeDelegate)};");
        writer.Line();
    }

    private static void WriteFaults(SourceWriter writer, SignatureModel call)
    {
        if (call.Parameters.Any(static parameter => parameter.Shape is not null))
        {
            writer.Line();
            UpcallBody.WriteFaults(writer, call);
        }
    }
}
