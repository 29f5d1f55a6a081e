using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.Generators.Emission.Downcalls;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Emission;

/// <summary>The generated file of one API: the bodies of its functions, their addresses, and the library.</summary>
internal static class ApiSource
{
    /// <summary>The name of the file. The part before the first point differs from that of each signature, which ends in "Extensions".</summary>
    public static string HintName(ApiModel api) => "NativeApi." + Names.HintName(api.Type.MetadataName);

    public static string Write(ApiModel api)
    {
        var writer = new SourceWriter();
        FileHeader.Write(writer, $"{api.Type.MetadataName}, which is declared with [NativeApi]");
        if (api.AllowsUnsafe)
        {
            FileHeader.WriteNullable(writer);
        }

        writer.Line();
        using (PartialType.Open(writer, api.Type, api.AllowsUnsafe))
        {
            var overloads = new HashSet<string>();
            foreach (var function in api.Functions)
            {
                FunctionMember.Write(writer, api, function, overloads);
            }

            WriteAddresses(writer, api);
            WriteLibrary(writer, api);
        }

        return writer.ToString();
    }

    /// <summary>In a class without initializers, so that no call has to ask whether they ran.</summary>
    private static void WriteAddresses(SourceWriter writer, ApiModel api)
    {
        writer.Line("// The addresses of the functions that were looked up; zero for the others.");
        GeneratedAttributes.Write(writer);
        using (writer.Block($"private static class {Names.Functions}"))
        {
            foreach (var function in api.Functions.Where(static function => function.Call is not null))
            {
                writer.Line($"public static nint {Names.User(function.Method.Id)};");
            }
        }

        writer.Line();
    }

    private static void WriteLibrary(SourceWriter writer, ApiModel api)
    {
        const string Type = Names.CompilerServices + ".ApiLibrary";
        GeneratedAttributes.Write(writer);
        using (writer.Block($"private static class {Names.ApiLibrary}"))
        {
            var library = api.Library is null ? "null" : Declarations.Literal(api.Library);
            writer.Line($"public static readonly {Type} Instance = new {Type}(typeof({api.Type.Name}), {library});");
        }
    }
}
