using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace NativeCallbacks.CodeFixes;

/// <summary>
/// Usings that a fix needs. Roslyn's own service does not import a namespace whose extension methods have the name of a
/// member that the file uses, and ours are all called <c>Invoke</c>.
/// </summary>
internal static class Imports
{
    /// <summary>Imports the namespace of a type for a place in the file, unless the type is visible there.</summary>
    public static void Add(DocumentEditor editor, SyntaxNode place, INamedTypeSymbol type)
    {
        var unit = (CompilationUnitSyntax)editor.OriginalRoot;
        var position = place == unit ? unit.EndOfFileToken.SpanStart : place.SpanStart;
        if (editor.SemanticModel.LookupNamespacesAndTypes(position, name: type.Name)
            .Any(found => SymbolEqualityComparer.Default.Equals(found, type.OriginalDefinition)))
        {
            return;
        }

        var name = type.ContainingNamespace.ToDisplayString();
        if (unit.Usings.Count == 0
            && place.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(static space => space.Usings.Count > 0) is { } space)
        {
            editor.ReplaceNode(space, (current, _) => ((BaseNamespaceDeclarationSyntax)current)
                .WithUsings(With(((BaseNamespaceDeclarationSyntax)current).Usings, name, Lines.EndOfLine(unit))));
        }
        else
        {
            editor.ReplaceNode(unit, (current, _) => With((CompilationUnitSyntax)current, name, Lines.EndOfLine(unit)));
        }
    }

    private static CompilationUnitSyntax With(CompilationUnitSyntax unit, string name, SyntaxTrivia endOfLine)
    {
        if (unit.Usings.Count > 0)
        {
            return unit.WithUsings(With(unit.Usings, name, endOfLine));
        }

        var first = unit.GetFirstToken(includeZeroWidth: true);
        var (header, below) = Lines.SplitHeader(first.LeadingTrivia);
        return unit.ReplaceToken(first, first.WithLeadingTrivia(below.Insert(0, endOfLine)))
            .AddUsings(Using(name).WithLeadingTrivia(header).WithTrailingTrivia(endOfLine));
    }

    /// <summary>Before the first that sorts after it.</summary>
    private static SyntaxList<UsingDirectiveSyntax> With(SyntaxList<UsingDirectiveSyntax> usings, string name, SyntaxTrivia endOfLine)
    {
        var plain = usings.Where(static item => item.Alias is null && item.StaticKeyword.IsKind(SyntaxKind.None) && item.GlobalKeyword.IsKind(SyntaxKind.None)).ToList();
        if (plain.Any(item => item.Name?.ToString() == name))
        {
            return usings;
        }

        var added = Using(name).WithTrailingTrivia(endOfLine);
        if (plain.FirstOrDefault(item => Compare(item.Name!.ToString(), name) > 0) is not { } next)
        {
            var previous = plain.Count > 0 ? plain[plain.Count - 1] : usings.Last();
            return usings.Insert(usings.IndexOf(previous) + 1, added.WithLeadingTrivia(Lines.Indentation(previous.GetLeadingTrivia())));
        }

        // The text above the first using belongs to the file.
        var index = usings.IndexOf(next);
        return index == 0
            ? usings.Replace(next, next.WithLeadingTrivia(Lines.Indentation(next.GetLeadingTrivia()))).Insert(0, added.WithLeadingTrivia(next.GetLeadingTrivia()))
            : usings.Insert(index, added.WithLeadingTrivia(Lines.Indentation(next.GetLeadingTrivia())));
    }

    private static UsingDirectiveSyntax Using(string name) => SyntaxFactory.UsingDirective(
        SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space),
        default,
        null,
        SyntaxFactory.ParseName(name),
        SyntaxFactory.Token(SyntaxKind.SemicolonToken));

    private static int Compare(string left, string right) =>
        IsSystem(left) == IsSystem(right) ? StringComparer.OrdinalIgnoreCase.Compare(left, right) : IsSystem(left) ? -1 : 1;

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
