using NativeCallbacks.DocsTests.Pages;
using NativeCallbacks.Processes;
using NativeCallbacks.SampleTests;

namespace NativeCallbacks.DocsTests.Programs;

/// <summary>The C or Rust blocks of a page as a shared library, <c>libguide.so</c>.</summary>
internal static class NativeLibraries
{
    /// <summary>Compiles them.</summary>
    /// <returns>What the compiler says, warnings included; nothing where it is content.</returns>
    public static IEnumerable<string> Compile(Page page, string folder) =>
        new[] { Compile(page, folder, "c", CompileC), Compile(page, folder, "rust", CompileRust) }.OfType<string>();

    private static string? Compile(Page page, string folder, string language, Func<string, string, ProcessRun> compile)
    {
        if (!page.In(language).Any())
        {
            return null;
        }

        var source = Path.Combine(folder, $"guide.{(language == "rust" ? "rs" : language)}");
        File.WriteAllText(source, page.Source(language));
        var run = compile(source, Path.Combine(folder, "libguide.so"));
        return run == new ProcessRun(0, "", "") ? null : $"{page.Path}: its {language} does not compile without a word:\n{run.Output}{run.Errors}";
    }

    private static ProcessRun CompileC(string source, string library) =>
        Child.Run("clang", [.. BuildFlags.Of("clang.targets", "ClangFlags"), "-o", library, source, "-lm"]);

    private static ProcessRun CompileRust(string source, string library) =>
        Child.Run(RustLibrary.Compilers()[0], [.. BuildFlags.Of("rustc.targets", "RustcFlags"), "-o", library, source]);
}
