using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Architecture;

/// <summary>The rules of <see cref="ArchitectureTests"/> find what they are there to find.</summary>
public class FileGraphTests
{
    private static readonly System.Collections.Generic.Dictionary<string, string[]> Table = new() { ["Low"] = [], ["High"] = ["Low"] };

    [Theory]
    [InlineData("class Upper { Lower x; }", "class Lower { }")]
    [InlineData("class Upper { object x = new System.Lazy<Lower>(); }", "class Lower { }")]
    [InlineData("class Upper { Lower.Inner x; }", "class Lower { public class Inner { } }")]
    [InlineData("class Upper : Lower { }", "class Lower { }")]
    [InlineData("class Upper { int x = Lower.Constant; }", "static class Lower { public const int Constant = 1; }")]
    [InlineData("class Upper { int x = 1.Twice(); }", "static class Lower { public static int Twice(this int x) => 2 * x; }")]
    [InlineData("class Upper { void M(object x) { if (x is Lower) { } } }", "class Lower { }")]
    [InlineData("[Lower] class Upper { }", "class LowerAttribute : System.Attribute { }")]
    public void Arrow_ToALowerFolder_IsFoundAndAllowed(string high, string low)
    {
        var graph = Graph(("High/Upper.cs", high), ("Low/Lower.cs", low));

        graph.Arrows.Should().Equal(("High/Upper.cs", "Low/Lower.cs"));
        ArchitectureTests.Violations(ArchitectureTests.Themes(graph, FileGraph.Folder), Table).Should().BeEmpty();
        ArchitectureTests.Circle(ArchitectureTests.Themes(graph, FileGraph.Folder)).Should().BeEmpty();
    }

    [Fact]
    public void Arrow_ToAHigherFolder_IsAViolation()
    {
        var graph = Graph(("High/Upper.cs", "class Upper { }"), ("Low/Lower.cs", "class Lower { Upper x; }"));

        ArchitectureTests.Violations(ArchitectureTests.Themes(graph, FileGraph.Folder), Table)
            .Should().Equal("Low may not know High: Low/Lower.cs uses High/Upper.cs");
    }

    [Fact]
    public void Folders_ThatKnowEachOtherThroughOtherFiles_AreACircle()
    {
        var graph = Graph(
            ("A/One.cs", "class One { Two x; }"), ("B/Two.cs", "class Two { }"), ("B/Three.cs", "class Three { Four x; }"), ("C/Four.cs", "class Four { Five x; }"), ("A/Five.cs", "class Five { }"));

        graph.Pairs.Should().BeEmpty();
        ArchitectureTests.Circle(ArchitectureTests.Themes(graph, FileGraph.Folder)).Should().HaveCount(3);
    }

    [Fact]
    public void Files_ThatKnowEachOther_AreAPair() =>
        Graph(("A/One.cs", "class One { Two x; }"), ("A/Two.cs", "class Two { void M(One x) { } }"))
            .Pairs.Should().Equal(("A/One.cs", "A/Two.cs"));

    [Fact]
    public void Parts_OfOneType_AreOneFile()
    {
        var graph = Graph(
            ("A/One.cs", "partial class One { Two x; }"), ("A/One.More.cs", "partial class One { void M() => N(); }"), ("A/One.Rest.cs", "partial class One { void N() { } }"), ("A/Two.cs", "class Two { }"));

        graph.Arrows.Should().Equal(("A/One.cs", "A/Two.cs"));
        graph.Pairs.Should().BeEmpty();
    }

    [Fact]
    public void Comments_AddNoArrows() =>
        Graph(("A/One.cs", "/// <summary><see cref=\"Two\"/></summary>\nclass One { }"), ("A/Two.cs", "class Two { }")).Arrows.Should().BeEmpty();

    private static FileGraph Graph(params (string Path, string Text)[] files) => new(CSharpCompilation.Create(
        "Example",
        files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path)),
        Consumer.Net10.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));
}
