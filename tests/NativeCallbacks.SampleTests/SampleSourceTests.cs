using System.Text.RegularExpressions;

namespace NativeCallbacks.SampleTests;

/// <summary>The samples show that users need no <c>unsafe</c>: only entry points, which receive pointers, have it.</summary>
public sealed class SampleSourceTests
{
    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.ExplicitCapture;

    [Fact]
    public void Samples_OutsideTheirEntryPoints_HaveNothingUnsafe()
    {
        var sources = Directory.GetFiles(Repository.PathOf("samples"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal))
            .ToDictionary(static file => file, File.ReadAllText);

        sources.Should().HaveCountGreaterThan(5);
        sources.Values.Count(static text => text.Contains("unsafe void", StringComparison.Ordinal)).Should().Be(1, "one file has entry points");
        sources.SelectMany(static source => Unsafe(source.Value).Select(line => $"{source.Key}: {line}")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("unsafe { *p = 1; }")]
    [InlineData("public static unsafe void M() { }")]
    [InlineData("[UnmanagedCallersOnly]\npublic static void M() { }\npublic static unsafe void N() { }")]
    [InlineData("var f = (delegate* unmanaged<double, double>)address;")]
    [InlineData("var y = Unsafe.As<double, long>(ref x);")]
    [InlineData("var y = MemoryMarshal.Cast<double, long>(x);")]
    [InlineData("var f = Marshal.GetDelegateForFunctionPointer<F>(address);")]
    public void Unsafe_OfCodeThatIs_FindsIt(string code)
    {
        Unsafe(code).Should().ContainSingle();
    }

    [Theory]
    [InlineData("    [UnmanagedCallersOnly]\n    public static unsafe void M(double* p) { }\n")]
    [InlineData("    /// <summary>Rust: <c>unsafe extern \"C\" fn()</c></summary>\n")]
    public void Unsafe_OfAnEntryPointOrAComment_FindsNothing(string code)
    {
        Unsafe(code).Should().BeEmpty();
    }

    /// <summary>The lines with something unsafe, but for the first lines of entry points, and comments.</summary>
    private static IEnumerable<string> Unsafe(string code)
    {
        var checkedCode = Regex.Replace(code, @"^ *(\[UnmanagedCallersOnly\]\n *public static unsafe void \w+\(|//.*$)", "", Options, Regex.InfiniteMatchTimeout);
        return Regex.Matches(
                checkedCode,
                @"^.*(\bunsafe\b|delegate\*|\bUnsafe\.|\bMemoryMarshal\.|\bMarshal\.(GetDelegate|PtrToStructure|Read|Write|Copy)).*$",
                Options,
                Regex.InfiniteMatchTimeout)
            .Select(static match => match.Value);
    }
}
