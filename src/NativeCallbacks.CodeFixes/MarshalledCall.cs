using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using NativeCallbacks.Generators.Analyzers;
using NativeCallbacks.Generators.Discovery;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.CodeFixes;

/// <summary>A delegate that the runtime marshals, and what the expression becomes.</summary>
/// <param name="Delegate">The call of the marshaller.</param>
/// <param name="Expression">The expression to replace, with its parentheses.</param>
/// <param name="Use">What the delegate is used for.</param>
/// <param name="Local">The variable that holds it, if that is only used in calls.</param>
internal sealed record MarshalledCall(MarshalledDelegate Delegate, ExpressionSyntax Expression, DelegateUse Use, CalledLocal? Local)
{
    /// <summary>Reads the expression of a diagnostic; null if no replacement would be right.</summary>
    public static async Task<MarshalledCall?> FindAsync(Document document, TextSpan span, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root?.FindNode(span, getInnermostNodeForTie: true) is not ExpressionSyntax expression
            || model?.GetOperation(expression, cancellation)?.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault() is not { } call
            || MarshalledDelegate.Read(call) is not { } marshalled
            || SignatureReader.ReadMarshalled(marshalled.Signature, model.Compilation) is not { Findings.IsEmpty: true }
            || !SignatureDeclaration.IsPossible(document.Project, marshalled.Signature, model.Compilation)
            || IsHidden(model, span.Start))
        {
            return null;
        }

        while (expression.Parent is ParenthesizedExpressionSyntax parentheses)
        {
            expression = parentheses;
        }

        if (CalledLocal.FindDeclaration(expression, marshalled.Signature, model, cancellation) is { } declaration)
        {
            var uses = CalledLocal.Uses(declaration, model, cancellation);
            return uses.Any(use => model.GetOperation(use, cancellation) is { } operation && MarshalledDelegate.GoesToNativeCode(operation))
                ? null
                : CalledLocal.Find(declaration, uses, model, cancellation) is { } local
                    ? new MarshalledCall(marshalled, expression, DelegateUse.HeldToBeCalled, local)
                    : new MarshalledCall(marshalled, expression, DelegateUse.Kept, null);
        }

        return new MarshalledCall(marshalled, expression, DelegateUses.Of(expression, model, cancellation), null);
    }

    public void Rewrite(DocumentEditor editor)
    {
        var definition = editor.SemanticModel.Compilation.GetTypeByMetadataName(WellKnown.NativeCallback)!;
        var type = (TypeSyntax)editor.Generator.TypeExpression(definition.Construct(Delegate.Signature)).NormalizeWhitespace();
        Imports.Add(editor, Expression, definition);
        editor.ReplaceNode(Expression, (current, _) => Replacement((ExpressionSyntax)current, type).WithTriviaFrom(current));
        Local?.Rewrite(editor, type);
    }

    private ExpressionSyntax Replacement(ExpressionSyntax current, TypeSyntax type)
    {
        var creation = SyntaxFactory.ObjectCreationExpression(
            SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space), type, Arguments(current), null);
        return Use switch
        {
            DelegateUse.Called => CalledLocal.Member(creation, MemberNames.Invoke),
            DelegateUse.Kept => SyntaxFactory.InvocationExpression(CalledLocal.Member(creation, MemberNames.ToDelegate)),
            _ => creation,
        };
    }

    /// <summary>The address, as the user wrote it.</summary>
    private ArgumentListSyntax Arguments(ExpressionSyntax current)
    {
        while (current is not InvocationExpressionSyntax)
        {
            current = current switch
            {
                ParenthesizedExpressionSyntax parentheses => parentheses.Expression,
                CastExpressionSyntax cast => cast.Expression,
                _ => ((BinaryExpressionSyntax)current).Left,
            };
        }

        var list = ((InvocationExpressionSyntax)current).ArgumentList;
        var argument = (ArgumentSyntax)Delegate.Address.Syntax;
        var index = ((ArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);
        return list.WithArguments(SyntaxFactory.SingletonSeparatedList(list.Arguments[index].WithNameColon(null).WithoutTrivia()));
    }

    /// <summary>Whether the name of our type refers to another type there.</summary>
    private static bool IsHidden(SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, name: "NativeCallback")
            .Any(static symbol => symbol is INamedTypeSymbol { Arity: 1 } type && !type.Is(WellKnown.NativeCallback));
}
