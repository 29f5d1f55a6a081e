using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Downcalls;

/// <summary>One member of the struct that reads a table: a function that is called as an <c>Invoke</c> does, or data.</summary>
internal static class TableMember
{
    private const string Table = "table__";
    private const string Field = "_address";
    private const string Empty = "layout__";

    /// <summary>The type of the pointer to a table.</summary>
    private const string Pointer = Names.Layout + "*";

    public static void Write(SourceWriter writer, TableModel table, SlotModel slot)
    {
        GeneratedAttributes.WriteOfDebugger(writer);
        if (slot.Data is not null)
        {
            WriteData(writer, table, slot);
        }
        else
        {
            WriteFunction(writer, table, slot);
        }

        writer.Line();
    }

    /// <summary>The parameters as the interface has them.</summary>
    public static string Parameters(SlotModel slot) => Declarations.List(slot.Parameters.Select((parameter, index) =>
        (slot.IsParams && index == slot.Parameters.Count - 1 ? "params " : "") + Declarations.Parameter(parameter) + Declarations.DefaultValue(parameter)).ToList());

    private static void WriteData(SourceWriter writer, TableModel table, SlotModel slot)
    {
        using (writer.Block($"public {Declarations.Type(slot.Result)} {Names.User(slot.Method.Name)}"))
        using (writer.Block("get"))
        {
            if (!IsCallable(table))
            {
                writer.Line(Stub(table, slot));
                return;
            }

            using var block = writer.UnsafeBlock();
            writer.Line($"var {Table} = ({Pointer}){Field};");
            using (writer.Block($"if ({string.Join("\n    || ", Missing(table, slot))})"))
            {
                writer.Line($"throw {Refusal(table, slot, isData: true)}!;");
            }

            writer.Line();
            writer.Line($"return {Table}->{Names.User(slot.Method.Id)};");
        }
    }

    private static void WriteFunction(SourceWriter writer, TableModel table, SlotModel slot)
    {
        var head = $"public {Declarations.Type(slot.Result)} {Names.User(slot.Method.Name)}({Parameters(slot)})";
        if (slot.Call is not { } call || !IsCallable(table))
        {
            using (writer.Block(head))
            {
                writer.Line(Stub(table, slot));
            }

            return;
        }

        var target = Target(table, slot, call);
        InvokeMember.WriteAttributes(writer, call);
        using (writer.Block(head))
        using (writer.UnsafeBlock())
        {
            writer.Line(table.IsObject ? $"var {Names.User(Names.Instance)} = {Field};\n{Pointer} {Table};" : $"var {Table} = ({Pointer}){Field};");
            writer.Line($"nint {Names.Address};");
            InvokeMember.WriteBody(writer, call, target);
        }

        writer.Line();
        RefusalMember.Write(writer, call, target);
        WriteHas(writer, table, slot);
    }

    private static bool IsCallable(TableModel table) => table is { AllowsUnsafe: true, IsRejected: false };

    private static string Stub(TableModel table, SlotModel slot) =>
        $"throw {Names.CompilerServices}.CallRefusal.RejectedSignature(\"{table.Reader}.{slot.Method.Name}\");";

    private static CallTarget Target(TableModel table, SlotModel slot, SignatureModel call) => new(
        slot.Method.Id + Names.Refused,
        CallTarget.Named(call),
        string.Join("\n    || ", Missing(table, slot).Append($"({Names.Address} = {Table}->{Names.User(slot.Method.Id)}) == 0")),
        "nint " + Field,
        Field,
        Refusal(table, slot, isData: false).Substring(Names.CompilerServices.Length + 1),
        IsReasonUnsafe: table is { IsObject: false, Size: not null });

    /// <summary>The conditions under which the slot cannot be read.</summary>
    private static IEnumerable<string> Missing(TableModel table, SlotModel slot)
    {
        if (table.IsObject)
        {
            yield return $"{Names.User(Names.Instance)} == 0";
            yield return $"({Table} = *({Pointer}*){Names.User(Names.Instance)}) == null";
        }
        else
        {
            yield return $"{Table} == null";
        }

        if (table.Size is { } size && size != slot.Method.Name)
        {
            yield return $"unchecked((ulong){Table}->{Names.User(size)}) < (ulong)((byte*)(&{Table}->{Names.User(slot.Method.Id)} + 1) - (byte*){Table})";
        }
    }

    /// <summary>The expression of the exception, null if nothing is missing.</summary>
    private static string Refusal(TableModel table, SlotModel slot, bool isData)
    {
        var address = $"typeof({table.Type.Name}), \"{slot.Method.Name}\", {slot.Index}, {Field}";
        return $"{Names.CompilerServices}.TableRefusal." + (isData, table.IsObject, table.Size) switch
        {
            (_, true, _) => $"MissingMethod({address})",
            (true, _, null) => $"NullTable(typeof({table.Type.Name}), {Field})",
            (true, _, { } size) => $"MissingData({address}, {Names.Layout}.OffsetOf{slot.Method.Id}__, unchecked((long)(({Pointer}){Field})->{Names.User(size)}))",
            (_, _, null) => $"MissingFunction({address}, {Names.Layout}.OffsetOf{slot.Method.Id}__)",
            (_, _, { } size) => $"MissingFunction({address}, {Names.Layout}.OffsetOf{slot.Method.Id}__, {Field} == 0 ? 0 : unchecked((long)(({Pointer}){Field})->{Names.User(size)}))",
        };
    }

    private static void WriteHas(SourceWriter writer, TableModel table, SlotModel slot)
    {
        if (!slot.HasProperty)
        {
            return;
        }

        DocumentationComment.WriteMember(writer, $"Whether the table has the function <c>{slot.Method.Name}</c>: it is long enough, and the slot is not null.");
        GeneratedAttributes.WriteOfDebugger(writer);
        using (writer.Block($"public bool Has{slot.Method.Name}"))
        using (writer.Block("get"))
        using (writer.UnsafeBlock())
        {
            writer.Line(table.IsObject ? $"var {Names.User(Names.Instance)} = {Field};\n{Pointer} {Table};" : $"var {Table} = ({Pointer}){Field};");
            writer.Line($"return !({string.Join(" || ", Missing(table, slot).Append($"{Table}->{Names.User(slot.Method.Id)} == 0"))});");
        }
    }
}
