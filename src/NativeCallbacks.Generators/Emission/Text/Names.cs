using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission.Text;

/// <summary>
/// The names in generated code. A user's name is always prefixed with <c>@</c>, and every local name of ours ends in
/// <see cref="ReservedNames.Suffix"/>, which <c>Discovery</c> rejects in a user's parameter, so none can collide. Public
/// parameters of ours have plain names, unless a user's parameter has the same (<see cref="Beside"/>).
/// </summary>
internal static class Names
{
    public const string Callback = "callback__";
    public const string Address = "address__";
    public const string Result = "result__";
    public const string ResultHandle = "resultHandle__";
    public const string Refused = "Refused__";
    public const string First = "First__";
    public const string Layout = ReservedNames.Layout;
    public const string Instance = ReservedNames.Instance;
    public const string Functions = ReservedNames.Functions;
    public const string ApiLibrary = ReservedNames.ApiLibrary;
    public const string UpcallFault = "UpcallFault__";
    public const string Faults = "faults__";
    public const string Handler = "handler__";
    public const string Found = "found__";
    public const string Exception = "exception__";

    public const string Library = "global::NativeCallbacks";
    public const string CompilerServices = Library + ".CompilerServices";

    public static string User(string name) => "@" + name;

    /// <summary>A name of ours for a public parameter: the plain one, or with <c>_</c> behind it if a parameter of the user has it.</summary>
    public static string Beside(IReadOnlyList<ParameterModel> parameters, string name)
    {
        while (parameters.Any(parameter => parameter.Name == name))
        {
            name += "_";
        }

        return name;
    }

    public static string Pointer(string name) => name + "Pointer__";

    public static string Native(string name) => name + "Native__";

    public static string Text(string name) => name + "Text__";

    public static string Owner(string name) => name + "Owner__";

    public static string Handle(string name) => name + "Handle__";

    public static string Length(string name) => name + "Length__";

    public static string Lengths(string name) => name + "Lengths__";

    public static string Strides(string name) => name + "Strides__";

    public static string Count(int index) => "count" + index.ToString(CultureInfo.InvariantCulture) + "__";

    /// <summary>
    /// The name of the generated file. Roslyn compares these without regard to case and drops all output when two are
    /// equal, so a checksum of the exact name distinguishes <c>Op</c> from <c>op</c>.
    /// </summary>
    public static string HintName(string metadataName)
    {
        var checksum = 2166136261u; // FNV-1a
        foreach (var character in metadataName)
        {
            checksum = unchecked((checksum ^ character) * 16777619u);
        }

        return ReservedNames.ClassName(metadataName) + "." + checksum.ToString("x8", CultureInfo.InvariantCulture) + ".g.cs";
    }
}
