using System.Text.RegularExpressions;
using NativeCallbacks.Processes;

namespace NativeCallbacks.SampleTests;

/// <summary>The program samples/Mistakes, with which samples/run.sh ends.</summary>
public sealed class MistakesTests : IDisposable
{
    private static readonly string Program = Repository.PathOf("samples", "Mistakes", "bin", Repository.Configuration, "net10.0");

    private readonly string _folder = Directory.CreateTempSubdirectory("ncb-mistakes-").FullName;

    [Fact]
    public void Mistakes_OfFiveKinds_AreAllNoticedWithTheirMessages()
    {
        var run = Run(Program);

        run.ExitCode.Should().Be(0, run.Output + run.Errors);
        run.Errors.Should().BeEmpty();
        Regex.Replace(run.Output, "0x[0-9A-F]+", "0x…", RegexOptions.None, Regex.InfiniteMatchTimeout).Should().Be(
            """

            A delegate with long m and n, for a C function that takes int:
                SignatureMismatchException: The native function does not match LongTransform: parameter 3 ('m') is int64_t in the delegate and int in the native declaration.
                  LongTransform: void (*)(const double *input, double *output, int64_t m, int64_t n)
                  declared:      void (*)(const double *in, double *out, int m, int n)
                                                                         ^^^^^
                Change it to int in the delegate, or to int64_t in the native declaration.

            The address of a variable that holds a function's address, in place of the function's own:
                ArgumentException: No function starts at 0x… in libcallbacks.so (current_function), rw-, which is data and not code. Pass the address of the function, not of a variable that holds it. (Parameter 'address')

            A symbol that is misspelt:
                EntryPointNotFoundException: libcallbacks.so does not export 'matrix_duoble'. Similar exports: 'matrix_double'.

            Five numbers for a 3 × 2 matrix:
                ArgumentException: input has 5 elements, but its shape (m: 3, n: 2) needs 6. (Parameter 'input')

            A comparison in C# that throws while qsort, which is C, calls it; the exception waits until qsort returns:
                DivideByZeroException: Attempted to divide by zero.

            """);
    }

    [Theory]
    [InlineData("void matrix_duoble(void) {}", "Nobody noticed.")]
    [InlineData("void matrix_duobl1(void) {} void matrix_duobl2(void) {} void matrix_duobl3(void) {}", "This message does not say: 'matrix_double'")]
    public void Mistakes_OfWhichOneIsNotToldAsItShould_Fail(string more, string told)
    {
        foreach (var file in Directory.GetFiles(Program))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        var library = Path.Combine(_folder, "libcallbacks.so");
        var source = Path.Combine(_folder, "callbacks.c");
        File.WriteAllText(source, File.ReadAllText(Repository.PathOf("samples", "Quickstart", "callbacks.c")) + more);
        File.Delete(library);
        Child.Run("clang", "-fPIC", "-shared", "-o", library, source).Should().Be(new ProcessRun(0, "", ""));

        var run = Run(_folder);

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain($"    {told}\n").And.Contain("DivideByZeroException", "the mistakes after it are shown all the same");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ProcessRun Run(string folder) => Child.Run(ProcessRun.DotNet, Path.Combine(folder, "Mistakes.dll"));
}
