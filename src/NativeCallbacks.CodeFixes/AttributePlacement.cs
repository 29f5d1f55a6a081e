using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NativeCallbacks.CodeFixes;

/// <summary>Where a new attribute goes, so that the lines around it stay as they are.</summary>
internal static class AttributePlacement
{
    /// <summary>Before the type of a parameter, on its line.</summary>
    public static ParameterSyntax Add(ParameterSyntax parameter, AttributeListSyntax list)
    {
        list = list.WithTrailingTrivia(SyntaxFactory.Space);
        return parameter.AttributeLists.Count > 0
            ? parameter.AddAttributeLists(list.WithoutLeadingTrivia())
            : parameter.WithoutLeadingTrivia().AddAttributeLists(list.WithLeadingTrivia(parameter.GetLeadingTrivia()));
    }

    /// <summary>After the other attributes of a delegate, on a line of its own where they are.</summary>
    /// <param name="current">The delegate, with what was changed before.</param>
    /// <param name="original">The delegate in its file.</param>
    /// <param name="list">The attribute.</param>
    public static DelegateDeclarationSyntax Add(DelegateDeclarationSyntax current, DelegateDeclarationSyntax original, AttributeListSyntax list)
    {
        if (current.AttributeLists.Count > 0)
        {
            var last = current.AttributeLists[current.AttributeLists.Count - 1];
            return last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
                ? current.AddAttributeLists(list
                    .WithLeadingTrivia(Lines.Indentation(last.GetLastToken().GetNextToken().LeadingTrivia))
                    .WithTrailingTrivia(Lines.EndOfLine(original)))
                : current.AddAttributeLists(list.WithoutLeadingTrivia().WithTrailingTrivia(SyntaxFactory.Space));
        }

        var leading = current.GetLeadingTrivia();
        return Lines.AreStartedBy(original)
            ? current.WithLeadingTrivia(Lines.Indentation(leading))
                .AddAttributeLists(list.WithLeadingTrivia(leading).WithTrailingTrivia(Lines.EndOfLine(original)))
            : current.WithoutLeadingTrivia()
                .AddAttributeLists(list.WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.Space));
    }

    /// <summary>After the other attributes of a file, or between its usings and its first member.</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax unit, AttributeListSyntax list, SyntaxTrivia endOfLine)
    {
        list = list.WithTrailingTrivia(endOfLine);
        if (unit.AttributeLists.Count > 0)
        {
            return unit.AddAttributeLists(list.WithoutLeadingTrivia());
        }

        // A blank line on either side; the header of a file is above its first token.
        var next = unit.Members.Count > 0 ? unit.Members[0].GetFirstToken() : unit.EndOfFileToken;
        var (above, below) = unit.Usings.Count > 0 || unit.Externs.Count > 0
            ? (SyntaxFactory.TriviaList(endOfLine), next.LeadingTrivia)
            : Lines.SplitHeader(next.LeadingTrivia);
        if (below.Count == 0 || !below[0].IsKind(SyntaxKind.EndOfLineTrivia))
        {
            below = below.Insert(0, endOfLine);
        }

        return unit.ReplaceToken(next, next.WithLeadingTrivia(below)).AddAttributeLists(list.WithLeadingTrivia(above));
    }
}
