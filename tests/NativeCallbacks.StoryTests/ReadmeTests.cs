using System.Text.RegularExpressions;

namespace NativeCallbacks.StoryTests;

/// <summary>What the README shows of <c>Bind</c>.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Bind_OfTheSignatureInTheReadme_SaysWhatTheReadmeShows()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        var signature = Find(readme, "str\\(f\\._sig\\), which is \"([^\n]*)\"$");
        var message = Find(readme, "^```text\n(The native function is not a Scale.*?)\n```$");

        var bind = () => NativeCallback<Scale>.Bind(0, signature);

        bind.Should().Throw<SignatureMismatchException>().Which.Message.Should().Be(message);
    }

    private static string Find(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.Multiline | RegexOptions.Singleline, Regex.InfiniteMatchTimeout).Groups[1].Value;
}

/// <summary>As the README declares it.</summary>
[NativeSignature]
internal delegate void Scale(
    [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input,
    [Shape(nameof(m), nameof(n))] Span<double> output,
    int m, int n);
