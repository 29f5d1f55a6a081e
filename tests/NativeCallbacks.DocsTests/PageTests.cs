using System.Threading.Tasks;
using NativeCallbacks.DocsTests.Pages;
using NativeCallbacks.DocsTests.Programs;

namespace NativeCallbacks.DocsTests;

/// <summary>Every page of the repository does what it says.</summary>
public sealed class PageTests
{
    public static TheoryData<string> WithCode =>
        [.. AllPages.Value.Where(static page => page.Blocks.Any(static block => block.Language is "csharp" or "python" or "c" or "rust")).Select(static page => page.Path)];

    [Theory]
    [MemberData(nameof(WithCode))]
    public async Task Page_WithCode_CompilesWithoutWarningsAndPrintsWhatItShows(string path)
    {
        var failures = await PageCheck.Of(AllPages.Value.Single(page => page.Path == path));

        string.Join('\n', failures).Should().BeEmpty("the page must do what it says");
    }
}
