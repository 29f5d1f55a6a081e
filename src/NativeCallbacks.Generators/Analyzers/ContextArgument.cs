using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>The function of a managed callback that is passed with a context that cannot be its own.</summary>
/// <param name="Owner">The managed callback.</param>
/// <param name="Context">The argument for its context.</param>
internal sealed record ContextArgument(ExpressionSyntax Owner, ArgumentSyntax Context)
{
    private const string Callback = nameof(Callback);
    private const string UserData = nameof(UserData);

    /// <summary>The first in a call; null if there is none.</summary>
    public static ContextArgument? Find(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        // By name first, so that any other call costs a comparison of strings.
        var arguments = call.ArgumentList.Arguments;
        if (!arguments.Any(static argument => argument.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Callback })
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method
            || model.GetOperation(call, cancellation) is not IInvocationOperation invocation)
        {
            return null;
        }

        foreach (var argument in arguments)
        {
            if (argument.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Callback } access
                && model.GetTypeInfo(access.Expression, cancellation).Type is INamedTypeSymbol owner
                && owner.Is(WellKnown.ManagedCallback)
                && owner.TypeArguments[0] is INamedTypeSymbol signature
                && UserDataReader.OwnContext(signature) is not null
                && HandlerArgument.ParameterOf(method, argument, arguments) is { } parameter
                && HandlerArgument.ContextOf(method, parameter) is { } context
                && invocation.Arguments.FirstOrDefault(item => item.Parameter?.Name == context.Name) is { Syntax: ArgumentSyntax passed } operation
                && IsOther(operation.Value, model.GetSymbolInfo(access.Expression, cancellation).Symbol))
            {
                return new ContextArgument(access.Expression, passed);
            }
        }

        return null;
    }

    /// <summary>Whether a context is zero, or belongs to another owner than the one that a variable holds, as far as the code shows.</summary>
    private static bool IsOther(IOperation context, ISymbol? owner)
    {
        while (context is IConversionOperation conversion)
        {
            context = conversion.Operand;
        }

        return context switch
        {
            IDefaultValueOperation => true,
            IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.SpecialType: SpecialType.System_IntPtr } } => true,
            IPropertyReferenceOperation { Property.Name: UserData, Instance: { } other } => IsVariable(owner) && Variable(other) is { } variable && !SymbolEqualityComparer.Default.Equals(variable, owner),
            _ => context.ConstantValue is { HasValue: true, Value: 0 or 0L or null },
        };
    }

    private static bool IsVariable(ISymbol? symbol) => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol;

    /// <summary>The variable that an operation reads; null if it reads something else, or a field of another object.</summary>
    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        _ => null,
    };
}
