using System.Threading.Tasks;
using NativeCallbacks.DocsTests.Pages;
using NativeCallbacks.DocsTests.Programs;

namespace NativeCallbacks.DocsTests;

/// <summary>Every page of the repository does what it says.</summary>
public sealed class PageTests
{
    private static readonly string[] Run = ["csharp", "c", "rust", "python"];

    private static readonly string[] Shown = ["text", "sh", "xml", "mermaid"];

    public static TheoryData<string> WithCode =>
        [.. AllPages.Value.Where(static page => page.Blocks.Any(static block => Run.Contains(block.Language))).Select(static page => page.Path)];

    [Theory]
    [MemberData(nameof(WithCode))]
    public async Task Page_WithCode_CompilesWithoutWarningsAndPrintsWhatItShows(string path)
    {
        var failures = await PageCheck.Of(AllPages.Value.Single(page => page.Path == path));

        string.Join('\n', failures).Should().BeEmpty("the page must do what it says");
    }

    [Fact]
    public void Blocks_OfAllPages_AreInALanguageThatIsRunOrIsNotToBe()
    {
        AllPages.Value.SelectMany(static page => page.Blocks.Select(block => (Place: page.At(block.Line), block.Language)))
            .Where(static block => !Run.Contains(block.Language) && !Shown.Contains(block.Language))
            .Should().BeEmpty("a block under another name would be passed over");
    }
}
