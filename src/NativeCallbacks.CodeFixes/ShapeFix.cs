using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.CodeFixes;

/// <summary>NCB0005: a <c>[Shape]</c> of the integer parameters that are possible, or <c>[UncheckedShape]</c> on a span.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ShapeFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.SpanWithoutShape.Id);

    private protected override IEnumerable<(string Title, Action<DocumentEditor> Edit)> Offers(Site site)
    {
        if (site.Node is not ParameterSyntax parameter
            || site.Model.GetDeclaredSymbol(parameter, site.Cancellation) is not { } span
            || site.FindType(WellKnown.ShapeAttribute) is not { } shape
            || site.FindType(WellKnown.UncheckedShapeAttribute) is not { } uncheckedShape)
        {
            yield break;
        }

        foreach (var dimensions in Shapes(span))
        {
            var names = dimensions.Select(dimension => Name(dimension, parameter)).ToArray();
            yield return ($"Add [Shape({string.Join(", ", names)})]", editor => Add(editor, parameter, shape, names));
        }

        // A tensor cannot have one.
        if (!span.Type.IsTensor())
        {
            yield return ("Add [UncheckedShape]", editor => Add(editor, parameter, uncheckedShape));
        }
    }

    private static void Add(DocumentEditor editor, ParameterSyntax parameter, INamedTypeSymbol attribute, params string[] arguments)
    {
        Imports.Add(editor, parameter, attribute);
        var list = NewAttribute.List(
            editor.Generator, attribute, arguments.Select(static argument => SyntaxFactory.AttributeArgument(SyntaxFactory.ParseExpression(argument))));
        editor.ReplaceNode(parameter, (current, _) => AttributePlacement.Add((ParameterSyntax)current, list));
    }

    /// <summary>
    /// Each integer parameter after the span, and the product of two; if none follows, those before it. A context argument is not a count.
    /// </summary>
    private static IEnumerable<IParameterSymbol[]> Shapes(IParameterSymbol span)
    {
        var integers = ((IMethodSymbol)span.ContainingSymbol).Parameters
            .Where(static parameter => ShapeReader.DimensionProblem(parameter) is null
                && parameter.GetAttributes().Find(WellKnown.UserDataAttribute) is null)
            .ToLookup(parameter => parameter.Ordinal > span.Ordinal);
        var candidates = (integers.Contains(true) ? integers[true] : integers[false]).ToArray();
        var alone = candidates.Select(static candidate => new[] { candidate });
        return candidates.Length == 2 ? alone.Append(candidates) : alone;
    }

    /// <summary>Parameters are in the scope of <c>nameof</c> since C# 11.</summary>
    private static string Name(IParameterSymbol dimension, ParameterSyntax beside) =>
        ((CSharpParseOptions)beside.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp11
            ? $"nameof({((ParameterListSyntax)beside.Parent!).Parameters[dimension.Ordinal].Identifier.Text})"
            : SymbolDisplay.FormatLiteral(dimension.Name, quote: true);
}
