using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace NativeCallbacks.Generators.Tests.Fuzz;

/// <summary>Classes with <c>[NativeApi]</c> and interfaces with <c>[NativeTable]</c>, and their functions.</summary>
internal sealed partial class DeclarationDrawer
{
    private string Api(int levels, string? path, IReadOnlyList<string> outer)
    {
        var library = draw.Of("\"m\"", "\"m\"", "\"libc.so.6\"", "\"a\\\"b\\n\"", draw.Of("\"\"", "null"));
        var arguments = draw.In100(8) ? draw.Of("MainProgram = true", library + ", MainProgram = true", "") : library;
        var own = draw.Maybe(3, "<U>");
        var functions = draw.Several(4, _ => Function(outer));
        return draw.Maybe(95, $"[global::NativeCallbacks.NativeApi({(arguments + LibraryOptions()).TrimStart(',', ' ')})] ")
            + draw.Of("public ", "internal ", levels > 0 ? "private " : "", language >= LanguageVersion.CSharp11 && levels == 0 ? draw.Of("file ", "") : "")
            + draw.Maybe(95, "static ") + draw.Maybe(10, "unsafe ") + draw.Maybe(95, "partial ") + draw.Of("class ", "class ", "class ", "class ", "struct ")
            + (draw.In100(70) ? "A" + draw.Below(3) : Name()) + own + " { " + string.Join(" ", functions)
            + draw.Maybe(15, draw.Of(" public static int Own(int x) { return x; }", " private static readonly int own = 1;", $" public static bool Has{draw.Of("F0", "F1")} {{ get {{ return true; }} }}", " private static class Functions__ { }")) + " }";
    }

    private string Function(IReadOnlyList<string> outer)
    {
        var (result, parameters) = (Result(outer), string.Join(", ", Parameters(outer)));
        var symbol = draw.Of("(\"f\")", "(\"f\")", "", draw.Of("(\"\")", "(null)", "(\"a\\\"b\")"));
        var options = (draw.Maybe(15, ", Optional = true") + LibraryOptions()).TrimStart(',', ' ');
        return (draw.In100(85) ? $"[global::NativeCallbacks.Symbol{(options.Length == 0 ? symbol : symbol.Length == 0 ? $"({options})" : symbol.TrimEnd(')') + ", " + options + ")")}] " : "")
            + ResultAttributes()
            + draw.Maybe(4, draw.Of("[global::System.Obsolete] ", "[global::System.Runtime.CompilerServices.MethodImpl(8)] ", "[global::System.Diagnostics.DebuggerNonUserCode] "))
            + draw.Of("public ", "public ", "internal ", "private ", draw.Of("", "protected ")) + draw.Maybe(97, "static ")
            + Unsafe(result, parameters) + draw.Maybe(97, "partial ") + result + " "
            + (draw.In100(60) ? "F" + draw.Below(3) : Name()) + draw.Maybe(2, "<V>") + $"({parameters})" + draw.Of(";", ";", ";", ";", ";", ";", ";", ";", " { return default; }");
    }

    private string Table(int levels, string? path, IReadOnlyList<string> outer)
    {
        var kind = draw.Of("", "", "(global::NativeCallbacks.TableKind.Object)", "(global::NativeCallbacks.TableKind.Object)", "((global::NativeCallbacks.TableKind)7)");
        var options = LibraryOptions().TrimStart(',', ' ');
        var arguments = options.Length == 0 ? kind : kind.Length == 0 ? $"({options})" : kind[..^1] + ", " + options + ")";
        var slots = draw.Several(5, Slot).Select(slot => slot + MemberOf(outer)).ToList();
        var name = draw.In100(70) ? "I" + draw.Of("T0", "T1", "T2") : Name();
        return draw.Maybe(95, $"[global::NativeCallbacks.NativeTable{arguments}] ")
            + draw.Of("public ", "internal ", levels > 0 ? "private " : "", language >= LanguageVersion.CSharp11 && levels == 0 ? draw.Of("file ", "") : "")
            + draw.Maybe(10, "unsafe ") + draw.Maybe(10, "partial ") + draw.Of("interface ", "interface ", "interface ", "interface ", draw.Of("interface ", "class "))
            + name + draw.Maybe(3, "<U>") + draw.Maybe(8, draw.Of(" : IManaged", " : global::System.IDisposable")) + " { " + string.Join(" ", slots)
            + draw.Maybe(8, draw.Of(" int Body() { return 3; }", " static int Shared = 2;", " event global::System.Action Changed;", " int this[int i] { get; }")) + " }";
    }

    private string Slot(int index) => draw.In100(4) ? ""
        : $"[global::NativeCallbacks.Slot({(draw.In100(88) ? index : draw.Of(index + draw.Below(4), -1, 100_000))}{draw.Maybe(8, ", IsSize = true")}{LibraryOptions()})] ";

    private string MemberOf(IReadOnlyList<string> outer)
    {
        if (draw.In100(20))
        {
            var type = TypeDrawer.Type(draw, outer);
            return Unsafe(type, "") + type + " " + Name() + draw.Of(" { get; }", " { get; }", " { get; }", " { get; set; }");
        }

        var (result, parameters) = (Result(outer), string.Join(", ", Parameters(outer)));
        return ResultAttributes() + Unsafe(result, parameters) + result + " " + (draw.In100(60) ? "F" + draw.Below(3) : Name()) + draw.Maybe(2, "<V>") + $"({parameters});";
    }

    private string Result(IReadOnlyList<string> outer) => draw.In100(40) ? "void" : TypeDrawer.Type(draw, outer);

    private string Unsafe(string result, string parameters) =>
        draw.In100(3) || (result + parameters).Contains('*', System.StringComparison.Ordinal) ? "unsafe " : "";

    private string LibraryOptions() => Options() + draw.Maybe(6, ", ThrowsFaults = false");
}
