using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace NativeCallbacks.Generators.Tests.Harness;

/// <summary>A consumer's project in an editor: it runs the generator and the analyzers, offers fixes and applies them.</summary>
internal sealed class FixedProject : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly Project _project;
    private readonly CodeFixProvider _provider;

    public FixedProject(Consumer consumer, CodeFixProvider provider, IReadOnlyList<string> sources)
    {
        _provider = provider;
        var id = ProjectId.CreateNewId();
        var documents = sources.Select((source, index) => DocumentInfo.Create(
            DocumentId.CreateNewId(id),
            Generation.SourceName(index),
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(source), VersionStamp.Default)),
            filePath: Generation.SourceName(index)));
        _project = _workspace.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            consumer.Name,
            consumer.Name,
            LanguageNames.CSharp,
            compilationOptions: consumer.CompilationOptions,
            parseOptions: consumer.ParseOptions,
            documents: documents,
            metadataReferences: consumer.References,
            analyzerReferences: [new PackagedAnalyzers()]));
    }

    /// <summary>The diagnostics that the provider can mend, by place.</summary>
    public async Task<ImmutableArray<Diagnostic>> Fixable()
    {
        var compilation = (await _project.GetCompilationAsync())!;
        var all = await compilation.WithAnalyzers(Generation.Analyzers).GetAnalyzerDiagnosticsAsync();
        return [.. all.Where(diagnostic => _provider.FixableDiagnosticIds.Contains(diagnostic.Id))
            .OrderBy(static diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>What is offered for a diagnostic, in order.</summary>
    public async Task<ImmutableArray<CodeAction>> Offers(Diagnostic diagnostic)
    {
        var offers = ImmutableArray.CreateBuilder<CodeAction>();
        await _provider.RegisterCodeFixesAsync(new CodeFixContext(Document(diagnostic), diagnostic, (action, _) => offers.Add(action), CancellationToken.None));
        return offers.ToImmutable();
    }

    /// <summary>The sources after an offer is taken.</summary>
    public async Task<string[]> Apply(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var solution = operations.Should().ContainSingle().Which.Should().BeOfType<ApplyChangesOperation>().Subject.ChangedSolution;
        var texts = await Task.WhenAll(_project.DocumentIds.Select(id => solution.GetDocument(id)!.GetTextAsync()));
        return [.. texts.Select(static text => text.ToString())];
    }

    /// <summary>The sources after an offer is taken for all diagnostics of the project to which it is made.</summary>
    public async Task<string[]> ApplyToAll(Diagnostic diagnostic, CodeAction action)
    {
        var context = new FixAllContext(
            Document(diagnostic), _provider, FixAllScope.Project, action.EquivalenceKey!, [diagnostic.Id], new Reported(await Fixable()), CancellationToken.None);
        return await Apply((await _provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    public void Dispose() => _workspace.Dispose();

    private Document Document(Diagnostic diagnostic) => _project.GetDocument(diagnostic.Location.SourceTree)!;

    /// <summary>What the package brings: the generator. The analyzers are run by hand.</summary>
    private sealed class PackagedAnalyzers : AnalyzerReference
    {
        // The workspace knows generators by identity.
        private readonly ImmutableArray<ISourceGenerator> _generators = [new NativeSignatureGenerator().AsSourceGenerator()];

        public override string FullPath => "";

        public override object Id => this;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
    }

    private sealed class Reported(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
