using System;
using System.IO;

namespace NativeCallbacks.Benchmarks.Measuring;

/// <summary>The part of a README that a program writes, between two comments, so that no figure is typed by hand.</summary>
internal static class MeasuredSection
{
    private const string Begin = "<!-- measured: begin -->";
    private const string End = "<!-- measured: end -->";

    /// <summary>Puts a text in the place of the one between the comments.</summary>
    /// <exception cref="InvalidDataException">The file has no such comments.</exception>
    public static void Replace(string file, string text)
    {
        var readme = File.ReadAllText(file);
        var begin = readme.IndexOf(Begin, StringComparison.Ordinal);
        var end = readme.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidDataException($"{file} has no '{Begin}' with a '{End}' after it. Put both where the figures belong.");
        }

        File.WriteAllText(file, $"{readme[..(begin + Begin.Length)]}\n\n{text.Trim()}\n\n{readme[end..]}");
    }
}
