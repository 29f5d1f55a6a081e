using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.CodeFixes;

/// <summary>NCB0003: the <c>[MarshalAs]</c> that specifies the native width of a <c>bool</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class BooleanWidthFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.BooleanWidth.Id);

    private protected override IEnumerable<(string Title, Action<DocumentEditor> Edit)> Offers(Site site)
    {
        var attributes = site.Node switch
        {
            ParameterSyntax parameter => site.Model.GetDeclaredSymbol(parameter, site.Cancellation)?.GetAttributes(),
            DelegateDeclarationSyntax declaration =>
                (site.Model.GetDeclaredSymbol(declaration, site.Cancellation) as INamedTypeSymbol)?.DelegateInvokeMethod?.GetReturnTypeAttributes(),
            _ => null,
        };
        if (attributes is null || site.FindType(WellKnown.MarshalAsAttribute) is not { } type || site.FindType(WellKnown.UnmanagedType) is not { } kinds)
        {
            return [];
        }

        var present = attributes.Value.Find(WellKnown.MarshalAsAttribute);
        return Meant(present).Select(kind => ($"{(present is null ? "Add" : "Change to")} [MarshalAs(UnmanagedType.{kind})]", Edit(kind)));

        Action<DocumentEditor> Edit(UnmanagedType kind) => editor =>
        {
            Imports.Add(editor, site.Node, kinds);
            var argument = NewAttribute.Argument(editor.Generator, kinds, kind.ToString());
            if (present is null)
            {
                Add(editor, site.Node, type, argument);
            }
            else if (present.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments })
            {
                var old = arguments[0].Expression;
                editor.ReplaceNode(old, argument.Expression.NormalizeWhitespace().WithTriviaFrom(old));
            }
        };
    }

    private static void Add(DocumentEditor editor, SyntaxNode culprit, INamedTypeSymbol type, AttributeArgumentSyntax argument)
    {
        var target = culprit is DelegateDeclarationSyntax ? SyntaxKind.ReturnKeyword : SyntaxKind.None;
        var list = NewAttribute.List(editor.Generator, type, [argument], target);
        editor.ReplaceNode(culprit, (current, _) => current is ParameterSyntax parameter
            ? AttributePlacement.Add(parameter, list)
            : AttributePlacement.Add((DelegateDeclarationSyntax)current, (DelegateDeclarationSyntax)culprit, list));
    }

    /// <summary>The possible widths: both, or that of the present kind.</summary>
    private static UnmanagedType[] Meant(AttributeData? present) =>
        present is null
            ? [UnmanagedType.U1, UnmanagedType.I4]
            : (UnmanagedType)Convert.ToInt32(present.ConstructorArguments.Select(static argument => argument.Value).FirstOrDefault(), CultureInfo.InvariantCulture) switch
            {
                UnmanagedType.Bool or UnmanagedType.U4 => [UnmanagedType.I4],
                UnmanagedType.I1 => [UnmanagedType.U1],
                _ => [],
            };
}
