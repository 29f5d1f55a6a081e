using System.Linq;
using NativeCallbacks.Generators.Emission.Downcalls;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Emission.Upcalls;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission;

/// <summary>The generated file of one table: the struct that reads it, and the members that expose implementations.</summary>
internal static class TableSource
{
    /// <summary>The name of the file. The part before the first point differs from that of each signature, which ends in "Extensions".</summary>
    public static string HintName(TableModel table) => "NativeTable." + Names.HintName(table.Type.MetadataName);

    public static string Write(TableModel table)
    {
        var writer = new SourceWriter();
        FileHeader.Write(writer, $"{table.Type.MetadataName}, which is declared with [NativeTable]");
        if (table.AllowsUnsafe)
        {
            FileHeader.WriteNullable(writer);
        }

        writer.Line();
        var around = table.Type with { Openings = table.Type.Openings.Take(table.Type.Openings.Count - 1).ToEquatableArray() };
        using (PartialType.Open(writer, around))
        {
            WriteReader(writer, table);
        }

        if (table.Implementation is { } implementation && table.AllowsUnsafe)
        {
            writer.Line();
            using (writer.Block("namespace NativeCallbacks"))
            {
                WriteExtensions(writer, table, implementation);
            }
        }

        return writer.ToString();
    }

    private static void WriteExtensions(SourceWriter writer, TableModel table, ImplementationModel implementation)
    {
        DocumentationComment.WriteMember(writer, $"Exposes implementations of <see cref=\"{table.Type.Name}\"/> to native code.");
        GeneratedAttributes.Write(writer);
        using (writer.Block($"{(table.IsPublic ? "public" : "internal")} static unsafe class {ReservedNames.ClassName(table.Type.MetadataName)}"))
        {
            TableUpcalls.Write(writer, table, implementation);
            writer.Line();
            WriteLayout(writer, table, hasOffsets: false);
        }
    }

    private static void WriteReader(SourceWriter writer, TableModel table)
    {
        var what = table.IsObject ? "an object of native code whose first word points to its table" : "a table of native functions";
        DocumentationComment.WriteMember(
            writer,
            $"Reads {what}: <see cref=\"{table.Type.Name}\"/>. One pointer wide. Each member reads the table when it is used.",
            "<remarks><b>Safety.</b> The caller is responsible for the address, and for the functions having the declared parameters and results. <b>Lifetime.</b> The value keeps nothing alive. <b>Threading.</b> Immutable.</remarks>");
        GeneratedAttributes.Write(writer);
        using (writer.Block($"{table.Accessibility} readonly {(table.AllowsUnsafe ? "unsafe " : "")}struct {Names.User(table.Reader)} : {table.Type.Name}"))
        {
            writer.Line("private readonly nint _address;".Replace("nint", Address(table)));
            writer.Line();
            WriteConstructor(writer, table);
            foreach (var slot in table.Slots)
            {
                TableMember.Write(writer, table, slot);
            }

            if (table is { AllowsUnsafe: true, IsRefused: false })
            {
                WriteLayout(writer, table, hasOffsets: !table.IsObject);
            }
        }
    }

    /// <summary>Without unsafe code, the project may have a language without <c>nint</c>.</summary>
    private static string Address(TableModel table) => table.AllowsUnsafe ? "nint" : "global::System.IntPtr";

    private static void WriteConstructor(SourceWriter writer, TableModel table)
    {
        var address = Address(table);
        DocumentationComment.WriteMember(
            writer,
            $"Reads the {(table.IsObject ? "object" : "table")} at an address.",
            $"<param name=\"address\">The address of the {(table.IsObject ? "object" : "table")}.</param>",
            "<exception cref=\"global::System.ArgumentException\">The address is zero. Use <see langword=\"default\"/> for none.</exception>");
        using (writer.Block($"public {Names.User(table.Reader)}({address} address)"))
        {
            writer.Line($"if (address == {(table.AllowsUnsafe ? "0" : "global::System.IntPtr.Zero")}) throw {Names.CompilerServices}.TableRefusal.NullAddress(typeof({table.Type.Name}), address);");
            writer.Line("_address = address;");
        }

        writer.Line();
        DocumentationComment.WriteMember(writer, "The address; zero for <see langword=\"default\"/>.");
        writer.Line($"public {address} Address => _address;");
        writer.Line();
        DocumentationComment.WriteMember(writer, "Whether this is <see langword=\"default\"/>.");
        writer.Line($"public bool IsNull => _address == {(table.AllowsUnsafe ? "0" : "global::System.IntPtr.Zero")};");
        writer.Line();
    }

    /// <summary>The C struct itself, whose layout the runtime chooses as C does.</summary>
    private static void WriteLayout(SourceWriter writer, TableModel table, bool hasOffsets)
    {
        writer.Line("// The C struct, as far as it is declared.");
        writer.Line("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential)]");
        using (writer.Block($"private struct {Names.Layout}"))
        {
            foreach (var member in table.Layout)
            {
                writer.Line($"public {member.Type} {Names.User(member.Name)};");
            }

            foreach (var slot in table.Slots.Where(_ => hasOffsets))
            {
                writer.Line();
                using (writer.Block($"public static int OffsetOf{slot.Method.Id}__"))
                using (writer.Block("get"))
                {
                    writer.Line($"var table__ = default({Names.Layout});");
                    writer.Line($"return (int)((byte*)&table__.{Names.User(slot.Method.Id)} - (byte*)&table__);");
                }
            }
        }
    }
}
