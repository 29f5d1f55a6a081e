using System.Linq;

namespace NativeCallbacks.Benchmarks.BuildTime.Sources;

/// <summary>Delegates of the framework that attributes of the assembly declare, all in one file.</summary>
internal static class ForeignSignatures
{
    private static readonly string[] Numbers =
        ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double"];

    /// <summary>At most a thousand.</summary>
    public static ConsumerSources Of(int count)
    {
        var file = string.Join("\n", ["using System;", "using NativeCallbacks;", "", .. Enumerable.Range(0, count).Select(Declaration)]);
        return new ConsumerSources([file], file.Replace("Func<sbyte, sbyte, sbyte>", "Func<nint, nint, nint>"));
    }

    private static string Declaration(int index) =>
        $"[assembly: NativeSignature(typeof(Func<{Numbers[index / 100]}, {Numbers[index / 10 % 10]}, {Numbers[index % 10]}>))]";
}
