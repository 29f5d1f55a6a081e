using System.Threading.Tasks;
using NativeCallbacks.DocsTests.Pages;
using NativeCallbacks.DocsTests.Programs;

namespace NativeCallbacks.DocsTests;

/// <summary>The examples in the XML documentation compile without warnings and run.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Paths => [.. ExamplePages.Value.Select(static page => page.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Examples_OfASourceFile_CompileWithoutWarningsAndRun(string path)
    {
        var failures = await PageCheck.Of(ExamplePages.Value.Single(page => page.Path == path));

        string.Join('\n', failures).Should().BeEmpty();
    }

    [Theory]
    [InlineData("NativeCallback{TSignature}.cs")]
    [InlineData("NativeModule.cs")]
    [InlineData("Addresses/NativeAddress.cs")]
    [InlineData("Signatures/NativeSignature.cs")]
    [InlineData("Attributes/NativeSignatureAttribute.cs")]
    [InlineData("Attributes/ShapeAttribute.cs")]
    [InlineData("Attributes/StatusCodeAttribute.cs")]
    public void MainType_HasAnExample(string file) =>
        ExamplePages.Value.Select(static page => page.Path).Should().Contain($"src/NativeCallbacks/{file}");

    [Theory]
    [InlineData("Console.WriteLine(1 + nothing);", "a.cs:4: CS0103: *")]
    [InlineData("Console.WriteLine(new NativeCallback&lt;F&gt;(1));\n/// [NativeSignature] delegate void F(int a__);", "a.cs:5: NCB0018: *")]
    [InlineData("Environment.Exit(3);", "a.cs:4: the program ended here with code 3:*")]
    public async Task Example_ThatIsWrong_HasAFailureThatNamesThePlace(string code, string failure)
    {
        var page = ExamplePages.Read("a.cs", $"/// <summary>A type.</summary>\n/// <example>\n/// <code>\n/// {code}\n/// </code>\n/// </example>\nclass A;");

        (await PageCheck.Of(page)).Should().ContainSingle().Which.Should().Match(failure);
    }

    [Theory]
    [InlineData("/// <example>\n/// Some text.\n/// </example>")]
    [InlineData("/// <example>\n/// <code>\n/// f();\n/// </example>")]
    public void Example_WithoutCodeThatEnds_IsRejected(string source)
    {
        var read = () => ExamplePages.Read("a.cs", source);

        read.Should().Throw<FormatException>().WithMessage("a.cs:1: the example has no code that ends.");
    }
}
