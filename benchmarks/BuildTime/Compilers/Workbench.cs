using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.Benchmarks.BuildTime.Sources;

namespace NativeCallbacks.Benchmarks.BuildTime.Compilers;

/// <summary>
/// One contender and one project. Each measurement, in milliseconds, is of a compilation that nobody has asked anything yet,
/// as each build has; the sources are parsed and the references are read before.
/// </summary>
internal sealed class Workbench
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. InstalledSdk.ReferenceFiles
            .Append(typeof(NativeSignatureAttribute).Assembly.Location)
            .Select(static file => MetadataReference.CreateFromFile(file)),
    ];

    private readonly Contender _contender;
    private readonly int _declarations;
    private readonly SyntaxTree[] _files;
    private readonly SyntaxTree _firstFileEdited;
    private readonly SyntaxTree _other = Parse(ConsumerSources.Other, "Other.cs");
    private readonly CSharpCompilation _before;
    private readonly GeneratorDriver _driver;
    private readonly GeneratorDriver _driverAfterBuild;
    private readonly Compilation _generated;
    private int _edits;

    public Workbench(Contender contender, int declarations)
    {
        _contender = contender;
        _declarations = declarations;
        var sources = contender.SourcesOf(declarations);
        _files = [.. sources.Files.Select(static (file, index) => Parse(file, $"File{index}.cs")), _other];
        _firstFileEdited = Parse(sources.FirstFileEdited, _files[0].FilePath);
        _before = Compile(_files);
        _driver = Driver(trackSteps: false);
        _driverAfterBuild = _driver.RunGeneratorsAndUpdateCompilation(_before, out _generated, out _);
    }

    /// <summary>
    /// All was generated, it compiles, the analyzers say nothing (so that nothing of it is a stub), and an edit elsewhere makes
    /// the generator write nothing.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is not so.</exception>
    public void Check()
    {
        Expect(_contender.FilesWritten(_declarations), _driverAfterBuild.GetRunResult().GeneratedTrees.Length, "files are generated");
        Expect(0, FilesAfterUnrelatedEdit(), "files are written again after an unrelated edit");
        using var image = new MemoryStream();
        Refuse(_generated.WithAssemblyName("Checked").Emit(image).Diagnostics);
        if (!_contender.Analyzers.IsEmpty)
        {
            Refuse(WithAnalyzers().GetAnalyzerDiagnosticsAsync(CancellationToken.None).Result);
        }
    }

    /// <summary>The generator, in a build, which parses the files itself: what was read of other trees is of no use to it.</summary>
    public double Generate() => Run(_driver, Compile(_files.Select(static file => Parse(file.ToString(), file.FilePath))));

    /// <summary>The generator, after an edit in a file that declares nothing.</summary>
    public double GenerateAfterUnrelatedEdit() => Run(_driverAfterBuild, AfterUnrelatedEdit());

    /// <summary>The generator, after an edit in one declaration.</summary>
    public double GenerateAfterRelevantEdit() => Run(_driverAfterBuild, AfterRelevantEdit());

    /// <summary>How many files the generator writes anew after an edit in a file that declares nothing.</summary>
    public int FilesAfterUnrelatedEdit() => FilesWritten(AfterUnrelatedEdit());

    /// <summary>How many files the generator writes anew after an edit in one declaration.</summary>
    public int FilesAfterRelevantEdit() => FilesWritten(AfterRelevantEdit());

    /// <summary>The compiler: the sources and the generated files become an assembly.</summary>
    public double CompileAll()
    {
        var compilation = _generated.WithAssemblyName("Compiled");
        using var image = new MemoryStream();
        return ProcessorTime.Of(() => compilation.Emit(image)).Milliseconds;
    }

    /// <summary>The contender's analyzers, as the compiler counts their time.</summary>
    public double Analyze()
    {
        var analysis = WithAnalyzers();
        _ = analysis.GetAnalysisResultAsync(CancellationToken.None).Result;
        return _contender.Analyzers.Sum(analyzer =>
            analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).Result.ExecutionTime.TotalMilliseconds);
    }

    private static double Run(GeneratorDriver driver, Compilation compilation)
    {
        // The compiler reads the references whether or not there is a generator.
        _ = compilation.GetSpecialType(SpecialType.System_Object).Name;
        return ProcessorTime.Of(() => driver.RunGeneratorsAndUpdateCompilation(compilation, out _, out _)).Milliseconds;
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    private void Refuse(ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException($"{_contender.Name}, {_declarations} declarations: {error}");
        }
    }

    private void Expect(int expected, int actual, string what)
    {
        if (actual != expected)
        {
            throw new InvalidOperationException($"{_contender.Name}, {_declarations} declarations: {actual} {what}, not {expected}.");
        }
    }

    private static CSharpCompilation Compile(System.Collections.Generic.IEnumerable<SyntaxTree> files) => CSharpCompilation.Create(
        "Consumer",
        files,
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            concurrentBuild: false));

    private CSharpCompilation AfterUnrelatedEdit() =>
        _before.ReplaceSyntaxTree(_other, Parse(ConsumerSources.EditedOther(++_edits), _other.FilePath));

    private CSharpCompilation AfterRelevantEdit() => _before.ReplaceSyntaxTree(_files[0], _firstFileEdited);

    private int FilesWritten(Compilation after) => Driver(trackSteps: true).RunGenerators(_before).RunGenerators(after)
        .GetRunResult().Results[0].TrackedOutputSteps
        .SelectMany(static step => step.Value)
        .SelectMany(static step => step.Outputs)
        .Count(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private CSharpGeneratorDriver Driver(bool trackSteps) => CSharpGeneratorDriver.Create(
        [_contender.CreateGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    private CompilationWithAnalyzers WithAnalyzers() => new(
        _generated.WithAssemblyName("Analyzed"),
        _contender.Analyzers,
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
}
