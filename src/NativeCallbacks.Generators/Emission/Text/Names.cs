using System.Globalization;
using System.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Text;

/// <summary>
/// The names in generated code. A user's name always stands behind <c>@</c>, and every name of ours ends in
/// <see cref="ReservedNames.Suffix"/>, which <c>Discovery</c> refuses in a user's parameter, so none can collide.
/// </summary>
internal static class Names
{
    public const string Callback = "callback__";
    public const string Address = "address__";
    public const string Result = "result__";
    public const string Refused = "Refused__";
    public const string Rejected = "Rejected__";
    public const string Faults = "faults__";
    public const string Handler = "handler__";

    public const string Library = "global::NativeCallbacks";
    public const string CompilerServices = Library + ".CompilerServices";

    public static string User(string name) => "@" + name;

    public static string Pointer(string name) => name + "Pointer__";

    public static string Native(string name) => name + "Native__";

    public static string Text(string name) => name + "Text__";

    public static string Length(string name) => name + "Length__";

    public static string Lengths(string name) => name + "Lengths__";

    public static string Strides(string name) => name + "Strides__";

    public static string Count(int index) => "count" + index.ToString(CultureInfo.InvariantCulture) + "__";

    /// <summary>
    /// The class that holds a signature's members: the full metadata name with <c>_</c> for <c>.</c>. What an identifier
    /// cannot hold, and <c>_</c> itself, becomes <c>_</c> and a code that starts with a digit, as no name does: no two
    /// metadata names give one class name.
    /// </summary>
    public static string ClassName(string metadataName)
    {
        var name = new StringBuilder();
        foreach (var character in metadataName)
        {
            _ = character switch
            {
                '.' => name.Append('_'),
                '_' => name.Append("_0"),
                '+' => name.Append("_1"),
                '`' => name.Append("_2"),
                '[' => name.Append("_3"),
                ',' => name.Append("_4"),
                ']' => name.Append("_5"),
                _ when char.IsLetterOrDigit(character) => name.Append(character),
                _ => name.Append("_6").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        return name.Append("Extensions").ToString();
    }

    /// <summary>
    /// The name of the generated file. Roslyn compares these without regard to case and drops all output when two are
    /// equal, so a checksum of the exact name tells <c>Op</c> from <c>op</c>.
    /// </summary>
    public static string HintName(string metadataName)
    {
        var checksum = 2166136261u; // FNV-1a
        foreach (var character in metadataName)
        {
            checksum = unchecked((checksum ^ character) * 16777619u);
        }

        return ClassName(metadataName) + "." + checksum.ToString("x8", CultureInfo.InvariantCulture) + ".g.cs";
    }
}
