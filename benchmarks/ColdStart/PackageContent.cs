using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.PortableExecutable;
using NativeCallbacks.Benchmarks.Measuring;

namespace NativeCallbacks.Benchmarks.ColdStart;

/// <summary>How large the package is, and whether its assemblies are compiled for a machine already.</summary>
internal static class PackageContent
{
    public static string Report(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        var assemblies = archive.Entries
            .Where(static entry => entry.FullName.EndsWith(".dll", System.StringComparison.Ordinal))
            .Select(static entry => new[] { $"`{entry.FullName}`", MarkdownTable.Count(entry.Length), MarkdownTable.Count(entry.CompressedLength), Code(entry) });
        return "### The package\n\n" + MarkdownTable.Of(
            ["file", "bytes", "compressed", "code"],
            assemblies.Prepend([$"`{Path.GetFileName(package)}`, all in all", "", MarkdownTable.Count(new FileInfo(package).Length), ""]));
    }

    /// <summary>A ReadyToRun image has a header for the machine code; the JIT compiles all others.</summary>
    private static string Code(ZipArchiveEntry entry)
    {
        using var file = entry.Open();
        using var image = new MemoryStream();
        file.CopyTo(image);
        using var reader = new PEReader(new MemoryStream(image.ToArray()));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size == 0 ? "IL" : "ReadyToRun";
    }
}
