using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>The exported names that resemble a missing one.</summary>
internal static class NearestNames
{
    private const int Most = 3;
    private const int LinkMap = 2; // RTLD_DI_LINKMAP of dlfcn.h

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
        RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && LinuxPath(handle) is { } path ? ElfSymbols.ExportedNames(path)
        : RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && WindowsModules.PathOf(handle) is { } file ? PeSymbols.ExportedNames(file)
        : [];

    /// <summary>The file behind a handle of the dynamic linker; null if that does not report it.</summary>
    private static string? LinuxPath(nint handle)
    {
        try
        {
            // struct link_map of link.h: the load address, then the name.
            return dlinfo(handle, LinkMap, out var map) == 0 ? Marshal.PtrToStringAnsi(Marshal.ReadIntPtr(map, IntPtr.Size)) : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

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

    [DllImport("libc")]
    private static extern int dlinfo(nint handle, int request, out nint result);
}
