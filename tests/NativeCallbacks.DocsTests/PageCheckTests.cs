using System.Threading.Tasks;
using NativeCallbacks.DocsTests.Pages;
using NativeCallbacks.DocsTests.Programs;

namespace NativeCallbacks.DocsTests;

/// <summary>Mistakes on pages are reported with page and line, and what the conventions allow is accepted.</summary>
public sealed class PageCheckTests
{
    [Theory]
    [InlineData("```csharp\nConsole.WriteLine(6 * 7);\n```\nprints\n```text\n42\n```")]
    [InlineData("```csharp\nvar x = 6;\n```\n```csharp\nConsole.WriteLine(x * Sevens.One);\nstatic class Sevens { public const int One = 7; }\n```\n```text\n42\n```")]
    [InlineData("```csharp\nusing System.Globalization;\nConsole.WriteLine(1.5.ToString(CultureInfo.InvariantCulture));\n```")]
    [InlineData("```csharp alone\nvar x = 1;\nConsole.WriteLine(x);\n```\n```csharp alone\nvar x = 2;\nConsole.WriteLine(x);\n```\n```text\n2\n```")]
    [InlineData("```csharp alone\n#:property AllowUnsafeBlocks=true\nConsole.WriteLine(6 * 7);\n```\n```text\n42\n```")]
    [InlineData("- In a list:\n\n  ```csharp\n  Console.WriteLine(\"a\\nb\");\n  ```\n\n  ```text\n  a\n  b\n  ```\n")]
    [InlineData("```csharp throws FormatException\nint.Parse(\"a\");\n```\n```text\nThe input string 'a' was not in a correct format.\n```")]
    [InlineData("```csharp reports NCB0018\n[NativeSignature] public delegate void F(int a__); // NCB0018\n```")]
    [InlineData("```csharp reports NCB0016 without unsafe\n[NativeSignature] public delegate void F(int a); // NCB0016\n```")]
    [InlineData("```c\nint answer(void) { return 42; }\n```\n```csharp\nConsole.WriteLine(NativeModule.Load(\"./libguide.so\").GetCallback<Answer>(\"answer\").Invoke());\n[NativeSignature] delegate int Answer();\n```\n```text\n42\n```")]
    [InlineData("```rust\n#[no_mangle]\npub extern \"C\" fn answer() -> i32 { 42 }\n```\n```csharp\nConsole.WriteLine(NativeModule.Load(\"./libguide.so\").GetCallback<Answer>(\"answer\").Invoke());\n[NativeSignature] delegate int Answer();\n```\n```text\n42\n```")]
    [InlineData("```python\nimport numba\nx = 42\n```\n```python\nprint(x)\n```\n```text\n42\n```")]
    public async Task Page_ThatDoesWhatItSays_HasNoFailures(string markdown)
    {
        (await Failures(markdown)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("```csharp\nConsole.WriteLine(41);\n```\n```text\n42\n```", "page.md:2: prints\n41\nbut the page says\n42\n")]
    [InlineData("```csharp\nclass C;\n```\n```text\n42\n```", "page.md:2: prints nothing, but the page says:\n42")]
    [InlineData("\n```csharp\n// A comment.\nConsole.WriteLine(1 + nothing);\n```", "page.md:4: CS0103: *")]
    [InlineData("\n```csharp\nint x = 1;\n```", "page.md:3: CS0219: *")]
    [InlineData("```csharp\nvar f = Marshal.GetDelegateForFunctionPointer<F>(1);\nf(1);\n[NativeSignature, UnmanagedFunctionPointer(CallingConvention.Cdecl)] delegate void F(int x);\n```", "page.md:2: NCB0025: *")]
    [InlineData("```csharp\nConsole.WriteLine(1);\n}\n```", "page.md:3: CS1022: *")]
    [InlineData("```csharp\nConsole.WriteLine(1);\n```\n\n```csharp\nEnvironment.Exit(3);\n```", "page.md:6: the program ended here with code 3:*")]
    [InlineData("```csharp alone\n#:property A=b\nint x = 1;\n```", "page.md:3: CS0219: *")]
    [InlineData("```csharp\nint.Parse(\"a\");\n```", "page.md:2: the program ended here with code 134:*FormatException*")]
    [InlineData("```csharp throws FormatException\nConsole.WriteLine(1);\n```", "page.md:2: nothing is thrown, but the page says FormatException.")]
    [InlineData("```csharp throws ArgumentException\nint.Parse(\"a\");\n```", "page.md:2: FormatException is thrown, but the page says ArgumentException.")]
    [InlineData("```csharp throws FormatException\nint.Parse(\"a\");\n```\n```text\nWrong.\n```", "page.md:2: prints\nThe input string*")]
    [InlineData("```csharp reports NCB0018\n[NativeSignature] public delegate void F(int a); // NCB0018\n```", "page.md:2: reports nothing, but the page says NCB0018.")]
    [InlineData("```csharp reports NCB0017\n[NativeSignature] public delegate void F(int a__); // NCB0018\n```", "page.md:2: reports page.md:2: NCB0018: *")]
    [InlineData("```csharp reports NCB0018\n// NCB0018\n[NativeSignature] public delegate void F(int a__);\n```", "page.md:3: NCB0018: *This line does not name it.")]
    [InlineData("```csharp sketch\nvar x;\n```", "page.md:2: 'sketch' is none of: throws alone reports.")]
    [InlineData("```c\nint f(void) { }\n```", "page.md: its c does not compile without a word:*guide.c:2:*")]
    [InlineData("\n```rust\nfn f() { let x = 1; }\n```", "page.md: its rust does not compile without a word:*guide.rs:3:*")]
    [InlineData("\n```python\nimport numba\nraise ValueError(1)\n```", "page.md:3: the program ended here with code 1:*line 4*ValueError: 1*")]
    public async Task Page_ThatIsWrong_HasOneFailureThatNamesThePlace(string markdown, string failure)
    {
        (await Failures(markdown)).Should().ContainSingle().Which.Should().Match(failure);
    }

    [Fact]
    public void Page_WithABlockThatDoesNotEnd_IsRefused()
    {
        var read = () => Page.Read("page.md", "a\n```csharp\nvar x = 1;\n");

        read.Should().Throw<FormatException>().WithMessage("page.md:2: the block has no end.");
    }

    [Fact]
    public async Task Project_ThatThereIsNot_IsRefused()
    {
        var check = () => Failures("```csharp reports NCB0011 on net6.0\n```");

        await check.Should().ThrowAsync<FormatException>().WithMessage("Line 2: 'on net6.0' is not a project for a block.");
    }

    private static Task<IReadOnlyList<string>> Failures(string markdown) => PageCheck.Of(Page.Read("page.md", markdown));
}
