using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NativeCallbacks.Generators.Analyzers;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.CodeFixes;

/// <summary>NCB0036: the function of the handler's owner, which is created before the call if there is none yet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class HandlerArgumentFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.HandlerForCallback.Id);

    private protected override IEnumerable<(string Title, Action<DocumentEditor> Edit)> Offers(Site site)
    {
        var call = site.Node.AncestorsAndSelf().FirstOrDefault(node => node is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax })?.Parent!.Parent;
        if (call is null || HandlerArgument.Find(call, site.Model, site.Cancellation) is not { } found)
        {
            return [];
        }

        var what = found.ContextArgument is null ? "Callback" : "Callback and UserData";
        if (found.Kind == HandlerKind.Owner)
        {
            return found.Argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
                ? [($"Pass its {what}", editor => Pass(editor, found, found.Argument.Expression))]
                : [];
        }

        return call.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax or GlobalStatementSyntax } statement
            and (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax)
                ? [($"Expose it for this block, and pass its {what}", editor => Expose(editor, site, found, statement))]
                : [];
    }

    private static void Pass(DocumentEditor editor, HandlerArgument found, ExpressionSyntax owner)
    {
        editor.ReplaceNode(found.Argument.Expression, HandlerEdit.Member(owner, "Callback").WithTriviaFrom(found.Argument.Expression));
        if (found.ContextArgument is { } context)
        {
            editor.ReplaceNode(context.Expression, HandlerEdit.Member(owner, "UserData").WithTriviaFrom(context.Expression));
        }
    }

    private static void Expose(DocumentEditor editor, Site site, HandlerArgument found, StatementSyntax statement)
    {
        var name = NewName(site, found, statement);
        var handler = found.Argument.Expression.ToString();
        var typed = found.Kind == HandlerKind.Delegate ? handler : $"new {found.Signature.ToMinimalDisplayString(site.Model, statement.SpanStart)}({handler})";
        var declaration = SyntaxFactory.ParseStatement($"using var {name} = {typed}.{MemberNames.ToManagedCallback}();")
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(Lines.EndOfLine(statement));
        Pass(editor, found, SyntaxFactory.IdentifierName(name));
        if (statement.Parent is GlobalStatementSyntax global)
        {
            editor.InsertBefore(global, SyntaxFactory.GlobalStatement(declaration));
            editor.ReplaceNode(global, static (current, _) => current.WithLeadingTrivia(Lines.Indentation(current.GetLeadingTrivia())));
        }
        else
        {
            editor.InsertBefore(statement, declaration);
            editor.ReplaceNode(statement, static (current, _) => current.WithLeadingTrivia(Lines.Indentation(current.GetLeadingTrivia())));
        }
    }

    /// <summary>The name of the parameter, unless something at the place has it.</summary>
    private static string NewName(Site site, HandlerArgument found, StatementSyntax statement)
    {
        var name = found.Parameter.Name;
        while (!site.Model.LookupSymbols(statement.SpanStart, name: name).IsEmpty || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
        {
            name += "Callback";
        }

        return name;
    }
}
