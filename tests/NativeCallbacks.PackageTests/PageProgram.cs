using System.Text.RegularExpressions;

namespace NativeCallbacks.PackageTests;

/// <summary>Programs as the pages show them.</summary>
internal static class PageProgram
{
    /// <summary>The first block of C# under a heading, and the next text.</summary>
    public static (string Code, string Output) Under(string page, string heading)
    {
        var match = Regex.Match(
            page, $"^{heading}\n.*?^```csharp[^\n]*\n(.*?)^```.*?^```text\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline, Regex.InfiniteMatchTimeout);
        match.Success.Should().BeTrue($"there is a program under {heading}");
        return (match.Groups[1].Value, match.Groups[2].Value);
    }
}
