using System.Collections.Concurrent;
using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>samples/Rust/kernels.rs, compiled by the real rustc, in each version that is installed.</summary>
internal static class RustLibrary
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("ncb-rust-").FullName;
    private static readonly ConcurrentDictionary<string, string> Compiled = [];

    static RustLibrary() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>The commands that compile Rust here, Debian's own included.</summary>
    public static IReadOnlyList<string> Compilers()
    {
        // /bin is often a link to /usr/bin.
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/bin").Where(Directory.Exists)
            .Select(static folder => Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder);
        var compilers = folders.Select(static folder => Path.Combine(folder, "rustc")).Where(File.Exists).Distinct().ToList();
        return compilers.Count > 0
            ? compilers
            : throw new InvalidOperationException(
                "These tests compile Rust, and there is no rustc on the PATH. Install it: sudo apt-get install -y rustc");
    }

    /// <summary>The path of the library, compiled with the flags of the build.</summary>
    public static string CompileWith(string compiler) => Compiled.GetOrAdd(compiler, static compiler =>
    {
        var library = Path.Combine(Folder, $"libkernels{Compiled.Count}.so");
        var compilation = Child.Run(compiler, [.. BuildFlags.Of("rustc.targets", "RustcFlags"), "-o", library, Repository.PathOf("samples", "Rust", "kernels.rs")]);
        compilation.Should().Be(new ProcessRun(0, "", ""), $"{compiler} compiles kernels.rs without a word");
        return library;
    });
}
