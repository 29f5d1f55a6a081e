using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace NativeCallbacks.Generators.Tests.Fuzz;

/// <summary>
/// Draws source that declares signatures, static callbacks, APIs and tables in all ways that are written, meant or not: most of it
/// compiles, some does not.
/// </summary>
internal sealed partial class DeclarationDrawer(Draw draw, LanguageVersion language)
{
    private const string Interop = "global::System.Runtime.InteropServices.";

    /// <summary>Names with meanings, in C#, in generated code and in C. The <c>@</c> is not part of them.</summary>
    private static readonly string[] Names =
    [
        "@n", "@m", "@x", "@f", "@class", "@int", "@event", "@var", "@record", "@scoped", "@field", "@value", "@nint", "@dynamic", "@await", "@async", "@global", "@System",
        "@NativeCallbacks", "@Invoke", "@callback", "@handler", "@callback__", "@__x", "@_", "@T", "@results", "@address", "@result", "@größe", "@x_", "@Marshal", "@file", "@unmanaged",
        "@register", "@long", "@onFault", "@var1", "@nameof", "@_0", "@Op", "@op",
    ];

    private static readonly string[] Results = ["FaultResult(0)", "FaultResult(-1)", "FaultResult(300)", "FaultResult(double.NaN)", "FaultResult(true)", "FaultResult(null)", "FaultResult(\"x\")", "FaultResult('a')", "FaultResult(Level.Low)", "FaultResult(new int[0])", "FaultResult(typeof(int))", "FaultResult(Missing)"];

    private readonly List<string> _delegates = ["Plain", "System.Action", "System.Func<int, double>", "Generic<int>", "Outer<int>.Inside"];

    /// <summary>The files of a project. The first has the attributes of the assembly.</summary>
    public string[] Files()
    {
        var assembly = new List<string>();
        var members = new List<string>();
        // Half of the projects have one declaration, because one that is rejected makes the whole project rejected.
        for (var count = draw.In100(50) ? 1 : 1 + draw.Below(4); count > 0; count--)
        {
            var piece = draw.Below(16) switch
            {
                < 6 => Placed(draw.Below(3), Signature),
                < 9 => Placed(1 + draw.Below(2), StaticCallback),
                < 12 => Placed(draw.Below(2), Api),
                < 15 => Placed(draw.Below(2), Table),
                _ => Decoy(),
            };
            members.AddRange(Enumerable.Repeat(piece, draw.In100(5) ? 2 : 1));
        }

        foreach (var attribute in draw.Several(draw.In100(50) ? 0 : 2, _ => AssemblyAttribute()))
        {
            assembly.AddRange(Enumerable.Repeat(attribute, draw.In100(8) ? 2 : 1));
        }

        return
        [
            string.Concat(assembly),
            TypeDrawer.Helpers + string.Join("\n", members.Take(2)),
            string.Join("\n", members.Skip(2)),
        ];
    }

    private static bool IsVisible(string modifier) => modifier is "public " or "internal " or "public static ";

    private string Name() => draw.Of(Names);

    private string AssemblyAttribute() =>
        $"[assembly: global::NativeCallbacks.NativeSignature({draw.Of("typeof(" + draw.Of(_delegates) + ")", "typeof(" + draw.Of("System.Func<,>", "Outer<>.Inside", "int", "System.Delegate", "Missing", "System.Action<Missing>", "System.Func<dynamic>", "System.Func<(int, int)>", "System.Action<nint>", "System.Action<System.IntPtr>", "System.Predicate<Pair>", "NativeCallbacks.Numerics.ScalarFunction", "System.EventHandler<string>") + ")", "typeof(" + draw.Of(_delegates) + ")", "null")}{Options()})]\n";

    /// <summary>A member among types and namespaces.</summary>
    private string Placed(int levels, System.Func<int, string?, IReadOnlyList<string>, string> member)
    {
        var (opening, closing, path) = ("", "", "");
        if (draw.In100(30))
        {
            var space = draw.Of("Space", "Other.Space", "NativeCallbacks", "NativeCallbacks.Inner", "MyApp.System", "@class.@int", "global", "Space.NativeCallbacks");
            (opening, closing, path) = ($"namespace {space} {{ ", " }", space + ".");
        }

        var (parameters, isVisible) = (new List<string>(), true);
        for (var level = 0; level < levels; level++)
        {
            var name = draw.In100(80) ? $"C{level}{draw.Below(3)}" : Name();
            var own = draw.In100(12) ? "T" + parameters.Count : null;
            var modifier = draw.Of("public ", "internal ", "public ", "internal ", draw.Of("", draw.Of(level == 0 ? "" : "private ", level == 0 && language >= LanguageVersion.CSharp11 ? "file " : "internal ", "unsafe ")));
            isVisible &= IsVisible(modifier);
            var (before, kind) = draw.Of(("", "class "), ("static ", "class "), (draw.Of("abstract ", "sealed "), "class "), ("", "struct "), ("", "interface "), ("", "record "), ("", language >= LanguageVersion.CSharp10 ? "record struct " : "record "), ("ref ", "struct "), ("readonly ", "struct "));
            opening += modifier + before + draw.Maybe(95, "partial ") + kind
                + name + (own is null ? "" : $"<{own}>{draw.Maybe(30, " where " + own + draw.Of(" : struct", " : class, new()", " : unmanaged", " : System.Delegate", " : System.IComparable<" + own + ">"))}") + " { ";
            closing = " }" + closing;
            path += name + (own is null ? "." : "<int>.");
            if (own is not null)
            {
                parameters.Add(own);
            }
        }

        return opening + member(levels, isVisible ? path : null, parameters) + closing;
    }

    private string Signature(int levels, string? path, IReadOnlyList<string> outer)
    {
        var name = draw.In100(60) ? "D" + draw.Below(6) : Name();
        var own = draw.In100(8) ? "U" : null;
        IReadOnlyList<string> all = own is null ? outer : [.. outer, own];
        var modifier = draw.Of("public ", "public ", "internal ", "internal ", levels > 0 ? draw.Of("", "private ", "protected ", "protected internal ", "private protected ", "new ") : draw.Of("", language >= LanguageVersion.CSharp11 ? "file " : ""));
        if (path is not null && IsVisible(modifier))
        {
            _delegates.Add(path + name + (own is null ? "" : "<int>"));
        }

        var result = draw.In100(40) ? "void" : TypeDrawer.Type(draw, all);
        var parameters = string.Join(", ", Parameters(all));
        var isUnsafe = draw.In100(3) || (result + parameters).Contains('*', System.StringComparison.Ordinal);
        var documentation = draw.Maybe(15, draw.Of("/// <summary>Of <paramref name=\"x\"/> &amp; <see cref=\"Plain\"/>.</summary>\n", "/// <summary>Not closed.\n", "/// <param name=\"n\">It.</param><returns>That.</returns>\n", "/// plain & wrong <\n"));
        return documentation
            + draw.Maybe(92, $"[global::NativeCallbacks.NativeSignature{draw.Maybe(40, "(" + (draw.In100(5) ? "typeof(Plain)" : "") + Options().TrimStart(',', ' ') + ")")}] ")
            + draw.Maybe(3, "[global::NativeCallbacks.NativeSignature] ")
            + draw.Maybe(8, draw.Of("[global::System.Obsolete] ", "[global::System.Obsolete(\"Old.\", true)] ", $"[{Interop}UnmanagedFunctionPointer({Interop}CallingConvention.{draw.Of("Cdecl", "StdCall", "Winapi", "FastCall")}{draw.Maybe(40, draw.Of(", SetLastError = true", $", CharSet = {Interop}CharSet.Unicode"))})] "))
            + ResultAttributes()
            + modifier + (isUnsafe ? "unsafe " : "") + "delegate " + draw.Maybe(3, draw.Of("ref ", "ref readonly "))
            + result + " " + name
            + (own is null ? "" : $"<{draw.Maybe(20, draw.Of("in ", "out "))}U>") + "(" + parameters + ")"
            + (own is null ? "" : draw.Maybe(40, draw.Of(" where U : unmanaged", " where U : struct, System.IComparable<U>", " where U : notnull", " where U : Managed, new()"))) + ";";
    }

    private string ResultAttributes() =>
        draw.Maybe(15, $"[return: global::NativeCallbacks.StatusCode{draw.Maybe(40, $"({draw.Of("global::NativeCallbacks.StatusConvention.NonNegativeIsSuccess", "global::NativeCallbacks.StatusConvention.NonZeroIsSuccess", "global::NativeCallbacks.StatusConvention.NonNullIsSuccess", "(global::NativeCallbacks.StatusConvention)7")})")}] ")
        + draw.Maybe(12, $"[return: global::NativeCallbacks.{draw.Of(Results)}] ")
        + draw.Maybe(8, $"[return: {Interop}MarshalAs({Interop}UnmanagedType.{draw.Of("U1", "I4", "LPStr", "LPWStr")})] ");

    private IEnumerable<string> Parameters(IReadOnlyList<string> typeParameters)
    {
        var names = draw.Several(4, _ => Name()).Distinct().ToList();
        return names.Select((name, index) =>
        {
            var type = TypeDrawer.Type(draw, typeParameters);
            var isSpan = type.Contains("Span<", System.StringComparison.Ordinal);
            return draw.Maybe(isSpan ? 85 : 2, "[global::NativeCallbacks." + Shape(names) + "] ")
                + draw.Maybe(type == "bool" ? 80 : type == "string" ? 30 : 3, $"[{Interop}MarshalAs({Interop}UnmanagedType.{draw.Of("U1", "I4", "LPUTF8Str", "LPWStr", "LPArray")})] ")
                + draw.Maybe(type is "System.IntPtr" or "void*" or "nint" ? 40 : 2, $"[global::NativeCallbacks.UserData{draw.Maybe(40, $"(\"{draw.Of(names).TrimStart('@')}\")")}] ")
                + draw.Maybe(type.Contains("NativeCallback<", System.StringComparison.Ordinal) ? 40 : 1, "[global::NativeCallbacks.CallScoped] ")
                + draw.Maybe(4, draw.Of($"[{Interop}In] ", $"[{Interop}Optional] ", "[global::System.Obsolete] ", "[global::System.Runtime.CompilerServices.CallerMemberName] "))
                + draw.Maybe(15, draw.Of("in ", "ref ", "out ", language >= LanguageVersion.CSharp12 ? "ref readonly " : "in ", isSpan && language >= LanguageVersion.CSharp11 ? "scoped " : "ref ", index == names.Count - 1 && type.EndsWith("[]", System.StringComparison.Ordinal) ? "params " : "out "))
                + type + " " + name
                + draw.Maybe(index == names.Count - 1 ? 12 : 1, type is "int" or "double" or "nint" ? draw.Of(" = default", " = -1", " = 7") : " = default");
        });
    }

    private string Shape(IReadOnlyList<string> names) => draw.Below(10) switch
    {
        0 => "UncheckedShape",
        1 => draw.Of("Shape", "Shape()", "Shape(0)", "Shape(-3)", "Shape(null)", "Shape(1.5)", "Shape(\"missing\")", "Shape(new object[] { 2, \"n\" })", "Shape(65536, 65536)", "Shape(2), global::NativeCallbacks.UncheckedShape"),
        2 => $"Shape(\"{draw.Of(names).TrimStart('@')}\", {draw.Of("Optional = true", "InBytes = true", "InBytes = true, Optional = true", "Order = global::NativeCallbacks.ArrayOrder.ColumnMajor", "Order = (global::NativeCallbacks.ArrayOrder)9")})",
        < 6 => $"Shape({1 + draw.Below(5)})",
        _ => $"Shape(\"{draw.Of(names).TrimStart('@')}\"{draw.Maybe(40, ", 2")}{draw.Maybe(30, $", nameof({draw.Of(names)})")}{draw.Maybe(20, ", InBytes = true")})",
    };

    private string Options()
    {
        var conventions = draw.Of("Cdecl", "StdCall", "ThisCall", "FastCall", "Winapi");
        string[] options = [$"CallingConvention = {draw.Of(Interop + "CallingConvention." + conventions, $"({Interop}CallingConvention)99")}", "SuppressGCTransition = true", "SetLastError = true"];
        return string.Concat(options.Where(_ => draw.In100(20)).Select(static option => ", " + option));
    }

    private string StaticCallback(int levels, string? path, IReadOnlyList<string> outer)
    {
        var name = draw.In100(70) ? "P" + draw.Below(3) : Name();
        var (signature, method) = draw.Of(
            ("global::NativeCallbacks.Numerics.ScalarFunction", "static double X(double x) => x"),
            ("global::NativeCallbacks.Numerics.ScalarFunction", "static double X(double x) => x"),
            ("global::NativeCallbacks.Numerics.ScalarFunction", "static float X(float x) => x"),
            ("global::NativeCallbacks.Numerics.ScalarFunction", "double X(double x) => x"),
            ("global::NativeCallbacks.DestroyNotify", $"static void X({draw.Maybe(90, "[global::NativeCallbacks.UserData] ")}{draw.Of("Managed", "IManaged", "string", "System.Collections.Generic.List<int>", "Managed[]", "nint", "Pair", "dynamic", "in Managed")} x) => global::System.GC.Collect()"),
            (draw.Of(_delegates), "static int X(int x) => x"),
            (draw.Of(_delegates), "static void X() => global::System.GC.Collect()"));
        var attribute = $"[global::NativeCallbacks.StaticCallback({draw.Of("\"X\"", "\"X\"", "\"X\"", "null", "\"\"", "\"Missing\"")}{draw.Maybe(15, ", ReportOnly = true")}{draw.Maybe(15, ", OnFault = " + draw.Of("\"R\"", "\"Missing\"", "null"))}{draw.Maybe(15, ", EntryPoint = " + draw.Of("\"exported\"", "\"\"", "null", "\"a\\\"b\\n\""))})] ";
        var modifiers = draw.Of("public ", "internal ", "private ", "private ") + draw.Maybe(95, "static ") + draw.Maybe(5, "unsafe ") + draw.Maybe(95, "partial ");
        var type = draw.Of(5 > draw.Below(100) ? "int" : $"global::NativeCallbacks.NativeCallback<{signature}>");
        var member = draw.Of(language >= LanguageVersion.CSharp13 ? " { get; }" : "()", "()", draw.Of(" { get; set; }", "(int x)", "<V>()", " => default", "() => default"));
        var end = member.EndsWith('}') ? " " : "; ";
        return attribute + modifiers + type + " " + name + member + end
            + draw.Maybe(4, $"{modifiers}{type} {name}{draw.Of("() => default; ", " { get => default; } ")}")
            + draw.Maybe(90, $"private {method};")
            + draw.Maybe(10, " private static void R(global::System.Exception e) => global::System.GC.Collect();");
    }

    /// <summary>What has a name that generated code uses.</summary>
    private string Decoy() => draw.Of(
        $"namespace NativeCallbacks {{ class D{draw.Below(6)}Extensions {{ }} }}",
        $"namespace NativeCallbacks.D{draw.Below(6)}Extensions {{ class C {{ }} }}",
        $"namespace NativeCallbacks {{ class {draw.Of("Invoke", "Span", "Exception", "ManagedCallback<T>", "NativeStatusException", "CompilerServices")} {{ }} }}",
        $"class {draw.Of("D1", "D2", "C00", draw.Of("System", "NativeCallbacks"))} {{ }}",
        $"namespace {draw.Of("System", "Space.System", "NativeCallbacks.System", "NativeCallbacks.CompilerServices")} {{ class {draw.Of("Exception2", "Action", "Func", "D1")} {{ }} }}",
        $"delegate void D{draw.Below(6)}();");
}
