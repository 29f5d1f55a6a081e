using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NativeCallbacks.DocsTests.Pages;

namespace NativeCallbacks.DocsTests.Programs;

/// <summary>
/// C# blocks as one program: the <c>using</c> lines of the whole page, then all statements in their order, then all types.
/// The compiler names the lines of the page.
/// </summary>
internal sealed class CSharpSource
{
    /// <summary>Those of a console project, and what nearly every block needs.</summary>
    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks",
        "System.Runtime.InteropServices", "NativeCallbacks",
    ];

    /// <summary>A line such as <c>#:package</c>, by which a single file tells <c>dotnet run</c> what a project would.</summary>
    private static readonly Regex FileDirective = new("^#:.*$", RegexOptions.Multiline, Regex.InfiniteMatchTimeout);

    private readonly Page _page;
    private readonly CSharpParseOptions _options;
    private readonly List<string> _attributes = [];
    private readonly List<string> _statements = [];
    private readonly List<string> _types = [];

    private CSharpSource(Page page, CSharpParseOptions options)
    {
        _page = page;
        _options = options;
    }

    /// <summary>Whether there is something to run, and not only declarations.</summary>
    public bool HasStatements => _statements.Count > 0;

    /// <summary>Syntax errors, each with its place. Taking a block apart could hide them from the compiler.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>The program.</summary>
    public string Text => string.Concat([.. Usings(), .. _attributes, .. _statements, .. _types]);

    /// <summary>Takes blocks apart.</summary>
    public static CSharpSource Of(Page page, IEnumerable<Block> blocks, CSharpParseOptions options)
    {
        var source = new CSharpSource(page, options);
        foreach (var block in blocks)
        {
            source.Add(block);
        }

        return source;
    }

    private IEnumerable<string> Usings() => ImplicitUsings.Select(static name => $"using {name};")
        .Concat(_page.In("csharp").SelectMany(block => Parse(block).Usings.Select(static directive => directive.ToString())))
        .Distinct()
        .Select(static line => line + "\n");

    private CompilationUnitSyntax Parse(Block block) =>
        (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(FileDirective.Replace(block.Text, ""), _options).GetRoot();

    private void Add(Block block)
    {
        const string StatementAfterType = "CS8803"; // They are put into order here.
        var unit = Parse(block);
        Errors.AddRange(unit.GetDiagnostics()
            .Where(static error => error.Severity == DiagnosticSeverity.Error && error.Id != StatementAfterType)
            .Select(error => $"{_page.At(block.Line + LineOf(error.Location))}: {error.Id}: {error.GetMessage(null)}"));
        _attributes.AddRange(unit.AttributeLists.Select(list => Mapped(block, list)));
        _types.AddRange(unit.Members.Where(static member => member is not GlobalStatementSyntax).Select(member => Mapped(block, member)));

        var statements = unit.Members.OfType<GlobalStatementSyntax>().Select(statement => Mapped(block, statement)).ToList();
        if (statements.Count > 0)
        {
            _statements.Add(Unmapped(PrintedText.Begin(block)));
            _statements.AddRange(block.Role == "throws" ? [Unmapped("try {"), .. statements, Unmapped(PrintedText.Catch)] : statements);
        }
    }

    private string Mapped(Block block, SyntaxNode node)
    {
        var line = block.Line + LineOf(node.SyntaxTree.GetLocation(node.FullSpan));
        return FormattableString.Invariant($"#line {line} \"{_page.Path}\"\n{node.ToFullString()}\n");
    }

    private static string Unmapped(string code) => $"#line default\n{code}\n";

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line;
}
