using System.Globalization;
using System.Text;

namespace NativeCallbacks.Generators.Model;

/// <summary>The names that are reserved for generated code.</summary>
internal static class ReservedNames
{
    /// <summary>The suffix of every name that generated code introduces. Parameters of users must not end in it.</summary>
    public const string Suffix = "__";

    /// <summary>The object that each function of an object takes first.</summary>
    public const string Instance = "instance__";

    /// <summary>The class in an API that has the addresses of its functions.</summary>
    public const string Functions = "Functions__";

    /// <summary>The class in an API that has its library.</summary>
    public const string ApiLibrary = "Library__";

    /// <summary>The C struct of a table.</summary>
    public const string Layout = "Layout__";

    /// <summary>The full name of the generator, which is the folder of the files that it writes.</summary>
    public const string GeneratorType = "NativeCallbacks.Generators.NativeSignatureGenerator";

    /// <summary>The tool that the <c>[GeneratedCode]</c> of a class names.</summary>
    public const string Generator = "NativeCallbacks.Generators";

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
}
