using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace NativeCallbacks;

/// <summary>
/// Writes C notation: a pointer to the function, and the positions of the result and of each parameter in the text. The
/// generator is compiled with this file, and those of the types that it writes.
/// </summary>
internal sealed class CWriter
{
    private CWriter(string text, IReadOnlyList<(int Start, int Length)> parameters, int resultLength)
    {
        Text = text;
        Parameters = parameters;
        ResultLength = resultLength;
    }

    /// <summary>The text, for example <c>double (*)(double x)</c>.</summary>
    public string Text { get; }

    /// <summary>The position of each parameter in the text.</summary>
    public IReadOnlyList<(int Start, int Length)> Parameters { get; }

    /// <summary>The number of characters of the result at the start of the text.</summary>
    public int ResultLength { get; }

    /// <summary>Where the list of parameters ends in the text.</summary>
    public int End => Text.LastIndexOf(')');

    public static CWriter Write(FunctionType function)
    {
        var text = new StringBuilder("(").Append(CConventions.Word(function.Convention)).Append("*)(");
        var parameters = new List<(int Start, int Length)>();
        foreach (var parameter in function.Parameters)
        {
            text.Append(parameters.Count > 0 ? ", " : "");
            var written = Declare(parameter.Type, Name(parameter));
            parameters.Add((text.Length, written.Length));
            text.Append(written);
        }

        text.Append(parameters.Count == 0 ? "void)" : ")");

        // A result that is itself a function pointer surrounds this text instead of preceding it.
        const string Placeholder = "\0";
        var around = Declare(function.Result, Placeholder);
        var start = around.IndexOf(Placeholder[0]);
        for (var index = 0; index < parameters.Count; index++)
        {
            parameters[index] = (parameters[index].Start + start, parameters[index].Length);
        }

        return new CWriter(around.Replace(Placeholder, text.ToString()), parameters, around.Substring(0, start).TrimEnd().Length);
    }

    /// <summary>A type without a name.</summary>
    public static string Write(NativeType type) => Declare(type, "");

    private static string Name(NamedType named) => named.Name is { } name ? CKeywords.Name(name) : "";

    private static string Declare(NativeType type, string declarator, bool isConst = false)
    {
        switch (type)
        {
            case PointerType pointer:
                var star = isConst ? Join("*const", declarator) : "*" + declarator;
                return pointer.Target switch
                {
                    FunctionType function => Declare(function, $"({CConventions.Word(function.Convention)}{star})"),
                    ArrayType => Declare(pointer.Target, $"({star})", pointer.IsConst),
                    _ => Declare(pointer.Target, star, pointer.IsConst),
                };
            case FunctionType function:
                return Declare(function.Result, $"{declarator}({List(function)})");
            case ArrayType array:
                return Declare(array.Element, $"{declarator}[{array.Count?.ToString(CultureInfo.InvariantCulture)}]", isConst);
            default:
                return Join((isConst ? "const " : "") + Specifier(type), declarator);
        }
    }

    private static string List(FunctionType function)
    {
        var parameters = new List<string>();
        foreach (var parameter in function.Parameters)
        {
            parameters.Add(Declare(parameter.Type, Name(parameter)));
        }

        return parameters.Count == 0 ? "void" : string.Join(", ", parameters);
    }

    private static string Specifier(NativeType type) => type switch
    {
        VoidType => "void",
        ScalarType scalar => scalar.Name,
        ComplexType complex => complex.Part.Name + " _Complex",
        OpaqueType opaque => opaque.Name,
        StructType structure => structure.Keyword + (structure.Tag is null ? "" : " " + structure.Tag) + Members(structure),
        _ => "",
    };

    private static string Members(StructType structure)
    {
        if (structure.Members is null)
        {
            return "";
        }

        var members = new StringBuilder(" {");
        foreach (var member in structure.Members)
        {
            members.Append(' ').Append(Declare(member.Type, Name(member))).Append(';');
        }

        return members.Append(" }").ToString();
    }

    private static string Join(string words, string declarator) => declarator.Length == 0 ? words : words + " " + declarator;
}
