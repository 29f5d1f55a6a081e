using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>A handler, or the owner of one, as the argument for a <c>NativeCallback&lt;T&gt;</c>.</summary>
/// <param name="Argument">The argument.</param>
/// <param name="Parameter">The parameter of that type.</param>
/// <param name="Signature">The delegate type T.</param>
/// <param name="Kind">What is passed.</param>
/// <param name="Context">The parameter that takes the context of the callback; null if there is none.</param>
/// <param name="ContextArgument">The argument for it; null if there is none.</param>
internal sealed record HandlerArgument(
    ArgumentSyntax Argument, IParameterSymbol Parameter, INamedTypeSymbol Signature, HandlerKind Kind, IParameterSymbol? Context, ArgumentSyntax? ContextArgument)
{
    public string SignatureName => TypeNames.Message(Signature);

    /// <summary>The argument, as the subject of a message.</summary>
    public string Subject => Kind switch
    {
        HandlerKind.Lambda => "A lambda",
        HandlerKind.Method => $"The method '{Argument.Expression}'",
        HandlerKind.Delegate => $"The delegate '{Argument.Expression}'",
        _ => $"The ManagedCallback<{SignatureName}> '{Argument.Expression}'",
    };

    public string Remedy
    {
        get
        {
            var context = Context is null ? "" : $", and its UserData for '{Context.Name}'";
            return Kind == HandlerKind.Owner
                ? $"pass its Callback{context}"
                : $"call ToManagedCallback() of a {SignatureName}, pass the Callback of the result{context}, and dispose it once native code no longer uses it; "
                    + "or mark the parameter [CallScoped], if native code uses it only while the call runs";
        }
    }

    /// <summary>The first such argument of a call or a creation that does not compile; null if there is none.</summary>
    public static HandlerArgument? Find(SyntaxNode syntax, SemanticModel model, CancellationToken cancellation)
    {
        var arguments = syntax switch
        {
            InvocationExpressionSyntax call => call.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        return arguments is null
            ? null
            : model.GetSymbolInfo(syntax, cancellation).CandidateSymbols.OfType<IMethodSymbol>()
                .SelectMany(method => arguments.Arguments.Select(argument => Read(method, argument, arguments.Arguments, model, cancellation)))
                .FirstOrDefault(static found => found is not null);
    }

    /// <summary>The parameter of a method that an argument is for; null if there are too many arguments.</summary>
    public static IParameterSymbol? ParameterOf(IMethodSymbol method, ArgumentSyntax argument, SeparatedSyntaxList<ArgumentSyntax> all) =>
        argument.NameColon is { } name
            ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText)
            : method.Parameters.ElementAtOrDefault(all.IndexOf(argument));

    private static HandlerArgument? Read(
        IMethodSymbol method, ArgumentSyntax argument, SeparatedSyntaxList<ArgumentSyntax> all, SemanticModel model, CancellationToken cancellation)
    {
        if (ParameterOf(method, argument, all) is not { RefKind: RefKind.None } parameter
            || !parameter.Type.Is(WellKnown.NativeCallback)
            || ((INamedTypeSymbol)parameter.Type).TypeArguments[0] is not INamedTypeSymbol { TypeKind: TypeKind.Delegate } signature
            || KindOf(argument.Expression, signature, model, cancellation) is not { } kind)
        {
            return null;
        }

        var context = ContextOf(method, parameter);
        return new HandlerArgument(
            argument, parameter, signature, kind, context, context is null ? null : all.FirstOrDefault(other => ParameterOf(method, other, all)?.Name == context.Name));
    }

    private static HandlerKind? KindOf(ExpressionSyntax expression, INamedTypeSymbol signature, SemanticModel model, CancellationToken cancellation)
    {
        if (expression is AnonymousFunctionExpressionSyntax)
        {
            return HandlerKind.Lambda;
        }

        return model.GetTypeInfo(expression, cancellation).Type switch
        {
            null => model.GetMemberGroup(expression, cancellation).IsEmpty ? null : HandlerKind.Method,
            INamedTypeSymbol owner when owner.Is(WellKnown.ManagedCallback) && Same(owner.TypeArguments[0]) => HandlerKind.Owner,
            { } type when Same(type) => HandlerKind.Delegate,
            _ => null,
        };

        bool Same(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, signature);
    }

    /// <summary>The parameter of a generated <c>Invoke</c> for the context of a callback; the delegate has the attribute that marks it.</summary>
    public static IParameterSymbol? ContextOf(IMethodSymbol method, IParameterSymbol callback) =>
        CalledSignature(method)?.DelegateInvokeMethod?.Parameters.FirstOrDefault(parameter => UserDataReader.OwnerOfContext(parameter) == callback.Name);

    /// <summary>The signature whose generated extension method it is; null for other methods.</summary>
    private static INamedTypeSymbol? CalledSignature(IMethodSymbol method) =>
        (method.ReducedFrom ?? method) is { IsExtensionMethod: true } extension
        && extension.Parameters[0].Type is INamedTypeSymbol receiver
        && receiver.Is(WellKnown.NativeCallback)
            ? receiver.TypeArguments[0] as INamedTypeSymbol
            : null;
}

/// <summary>What is passed in place of a <c>NativeCallback&lt;T&gt;</c>.</summary>
internal enum HandlerKind
{
    /// <summary>A lambda or an anonymous method.</summary>
    Lambda,

    /// <summary>A method group.</summary>
    Method,

    /// <summary>A delegate.</summary>
    Delegate,

    /// <summary>A <c>ManagedCallback&lt;T&gt;</c>.</summary>
    Owner,
}
