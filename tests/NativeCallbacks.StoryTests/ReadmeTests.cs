using System.Text.RegularExpressions;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.StoryTests;

/// <summary>What the README shows of <c>Bind</c>.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Bind_OfTheSignatureInTheReadme_SaysWhatTheReadmeShows()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        var signature = Find(readme, "str\\(my_callback\\._sig\\) is \"([^\n]*)\"$");
        var message = Find(readme, "^```text\n(The native function is no MatrixTransform.*?)\n```$");

        var bind = () => NativeCallback<MatrixTransform>.Bind(0, signature);

        bind.Should().Throw<SignatureMismatchException>().Which.Message.Should().Be(message);
    }

    private static string Find(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.Multiline | RegexOptions.Singleline, Regex.InfiniteMatchTimeout).Groups[1].Value;
}
