using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>The exported names that resemble a missing one.</summary>
internal static class NearestNames
{
    private const int Most = 3;

    /// <summary>The file of the main program, which has no name for the dynamic linker.</summary>
    private const string MainProgram = "/proc/self/exe";

    /// <summary>A sentence for an error message, with a leading space; empty if no name is similar or the platform cannot list the names.</summary>
    public static string Sentence(nint handle, string symbol)
    {
        // A name with more than a third of its letters wrong is not a typing mistake.
        var farthest = Math.Max(1, symbol.Length / 3);
        var names = ExportedNames(handle)
            .Where(name => Math.Abs(name.Length - symbol.Length) <= farthest)
            .Select(name => (Name: name, Distance: Distance(name, symbol)))
            .Where(item => item.Distance <= farthest)
            .OrderBy(static item => item.Distance)
            .ThenBy(static item => item.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(static item => $"'{item.Name}'")
            .ToList();
        return names.Count == 0 ? "" : $" Similar exports: {string.Join(", ", names)}.";
    }

    /// <summary>All that the library exports; empty if the platform cannot list it.</summary>
    private static IReadOnlyList<string> ExportedNames(nint handle) =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && LoadedElf.PathOf(handle) is { } path ? ElfSymbols.ExportedNames(path.Length == 0 ? MainProgram : path)
        : RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && WindowsModules.PathOf(handle) is { } file ? PeSymbols.ExportedNames(file)
        : [];

    /// <summary>The Levenshtein distance: how many letters must be inserted, deleted or replaced.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
