using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NativeCallbacks.Generators.Tests.Architecture;

/// <summary>Which files of a compilation use what other files declare. The parts of a partial type count as one file, the one with the shortest name.</summary>
internal sealed class FileGraph
{
    private readonly Dictionary<string, string> _mainPart = [];
    private readonly SortedDictionary<string, SortedSet<string>> _uses = new(StringComparer.Ordinal);

    public FileGraph(CSharpCompilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            _mainPart.TryAdd(tree.FilePath, tree.FilePath);
        }

        JoinPartialTypes(compilation);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var file in tree.GetRoot().DescendantNodes().SelectMany(node => Declaring(model, node)))
            {
                Add(_mainPart[tree.FilePath], _mainPart[file]);
            }
        }
    }

    /// <summary>All files.</summary>
    public IEnumerable<string> Files => _mainPart.Keys;

    /// <summary>Each file, and the files whose types it uses.</summary>
    public IEnumerable<(string File, string Used)> Arrows => _uses.SelectMany(static item => item.Value.Select(used => (item.Key, used)));

    /// <summary>The pairs of files that use each other, in alphabetical order.</summary>
    public IEnumerable<(string First, string Second)> Pairs => Arrows
        .Where(arrow => string.CompareOrdinal(arrow.File, arrow.Used) < 0 && _uses.TryGetValue(arrow.Used, out var back) && back.Contains(arrow.File));

    /// <summary>The folder of a file, with <c>/</c> between its parts; empty for the root.</summary>
    public static string Folder(string file) => (Path.GetDirectoryName(file) ?? "").Replace('\\', '/');

    private void JoinPartialTypes(CSharpCompilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var declaration in tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Where(static item => item.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                var parts = model.GetDeclaredSymbol(declaration)!.DeclaringSyntaxReferences.Select(static part => part.SyntaxTree.FilePath);
                _mainPart[tree.FilePath] = parts.MinBy(static path => path.Length)!;
            }
        }
    }

    private void Add(string file, string used)
    {
        if (file == used)
        {
            return;
        }

        if (!_uses.TryGetValue(file, out var files))
        {
            _uses.Add(file, files = new SortedSet<string>(StringComparer.Ordinal));
        }

        files.Add(used);
    }

    /// <summary>The files that declare what a node names or calls.</summary>
    private static IEnumerable<string> Declaring(SemanticModel model, SyntaxNode node)
    {
        var symbol = node switch
        {
            SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or AttributeSyntax => model.GetSymbolInfo(node).Symbol,
            _ => null,
        };
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        var declared = symbol switch
        {
            INamedTypeSymbol type => type.OriginalDefinition,
            IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.OriginalDefinition.ContainingType,
            _ => null,
        };
        return declared?.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree.FilePath) ?? [];
    }
}
