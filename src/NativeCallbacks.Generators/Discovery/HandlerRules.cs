using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>What can go wrong with a handler although its signature is valid.</summary>
internal static class HandlerRules
{
    /// <summary>More than any real chain of variables that pass on a delegate; variables can refer to each other in a circle.</summary>
    private const int MostSteps = 8;

    /// <summary>
    /// The parameter that native code would read although a handler that threw did not write it: the fault result is zero, which
    /// most libraries take for success. Null if the signature declares what a failure is, or has no such parameter.
    /// </summary>
    public static IParameterSymbol? UnwrittenOutput(INamedTypeSymbol signature) =>
        signature.DelegateInvokeMethod is { } invoke ? UnwrittenOutput(invoke) : null;

    /// <inheritdoc cref="UnwrittenOutput(INamedTypeSymbol)"/>
    public static IParameterSymbol? UnwrittenOutput(IMethodSymbol invoke) =>
        IsInteger(invoke.ReturnType)
        && invoke.GetReturnTypeAttributes() is var attributes
        && attributes.Find(WellKnown.StatusCodeAttribute) is null
        && attributes.Find(WellKnown.FaultResultAttribute) is null
            ? invoke.Parameters.FirstOrDefault(static parameter => parameter.RefKind is RefKind.Out or RefKind.Ref)
            : null;

    /// <summary>Whether a method is asynchronous and cannot be awaited, so that an exception after its first <c>await</c> ends the process.</summary>
    public static bool IsAsyncVoid(IMethodSymbol method) => method is { IsAsync: true, ReturnsVoid: true };

    /// <summary>Whether the value of an expression is, or can be, a delegate of such a method, as far as the surrounding code shows.</summary>
    public static bool IsAsyncVoid(IOperation handler) => IsAsyncVoid(handler, 0);

    private static bool IsInteger(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type.Is(WellKnown.CLong) || type.Is(WellKnown.CULong) || Integers.Find(type) is not null;

    private static bool IsAsyncVoid(IOperation? handler, int steps) => steps < MostSteps && handler switch
    {
        IAnonymousFunctionOperation { Symbol: var lambda } => IsAsyncVoid(lambda),
        IMethodReferenceOperation { Method.MethodKind: MethodKind.DelegateInvoke, Instance: { } other } => IsAsyncVoid(other, steps + 1),
        IMethodReferenceOperation { Method: var method } => IsAsyncVoid(method),
        IDelegateCreationOperation creation => IsAsyncVoid(creation.Target, steps),
        IConversionOperation conversion => IsAsyncVoid(conversion.Operand, steps),
        IConditionalOperation choice => IsAsyncVoid(choice.WhenTrue, steps) || IsAsyncVoid(choice.WhenFalse, steps),
        ICoalesceOperation choice => IsAsyncVoid(choice.Value, steps) || IsAsyncVoid(choice.WhenNull, steps),
        ISimpleAssignmentOperation assignment => IsAsyncVoid(assignment.Value, steps),
        IConditionalAccessInstanceOperation instance => IsAsyncVoid(Receiver(instance), steps),
        ILocalReferenceOperation local => IsAsyncVoid(local, steps),
        IFieldReferenceOperation field => IsAsyncVoid(Initializer(field), steps + 1),
        _ => false,
    };

    /// <summary>The handler in <c>handler?.ToManagedCallback()</c>.</summary>
    private static IOperation? Receiver(IConditionalAccessInstanceOperation instance)
    {
        IOperation? parent = instance.Parent;
        while (parent is not (null or IConditionalAccessOperation))
        {
            parent = parent.Parent;
        }

        return (parent as IConditionalAccessOperation)?.Operation;
    }

    private static bool IsAsyncVoid(ILocalReferenceOperation local, int steps)
    {
        IOperation root = local;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root.Descendants().Any(operation => operation switch
        {
            IVariableDeclaratorOperation declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local) && IsAsyncVoid(declarator.GetVariableInitializer()?.Value, steps + 1),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment => SymbolEqualityComparer.Default.Equals(target.Local, local.Local) && IsAsyncVoid(assignment.Value, steps + 1),
            _ => false,
        });
    }

    /// <summary>The initial value of a field in the same file.</summary>
    private static IOperation? Initializer(IFieldReferenceOperation field) =>
        field.SemanticModel is { } model
        && field.Field.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
        && declaration.SyntaxTree == model.SyntaxTree
        && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? model.GetOperation(value)
            : null;
}
