using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>A call of <c>Marshal.GetDelegateForFunctionPointer</c>, generic or with a cast.</summary>
/// <param name="Signature">The delegate type that it creates.</param>
/// <param name="Whole">The expression of the delegate's type: the call, or the cast of it.</param>
/// <param name="Address">The address that becomes a delegate.</param>
internal sealed record MarshalledDelegate(INamedTypeSymbol Signature, IOperation Whole, IArgumentOperation Address)
{
    public const string Method = "GetDelegateForFunctionPointer";

    /// <summary>Reads a call of one of the methods of that name; null if it has no delegate type.</summary>
    public static MarshalledDelegate? Read(IInvocationOperation call)
    {
        var address = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0);
        var type = call.TargetMethod.TypeArguments.FirstOrDefault()
            ?? (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 1)?.Value as ITypeOfOperation)?.TypeOperand;
        if (address is null || type is not INamedTypeSymbol { TypeKind: TypeKind.Delegate } signature || GenericRules.IsOpen(signature))
        {
            return null;
        }

        signature = (INamedTypeSymbol)signature.WithNullableAnnotation(NullableAnnotation.None);
        if (call.TargetMethod.IsGenericMethod)
        {
            return new MarshalledDelegate(signature, call, address);
        }

        return call.Parent is IConversionOperation { IsImplicit: false } cast && SymbolEqualityComparer.Default.Equals(cast.Type, signature)
            ? new MarshalledDelegate(signature, cast, address)
            : null;
    }

    /// <summary>
    /// Whether an expression is passed to where the runtime marshals delegates. For a marshalled delegate it passes the native
    /// address; for any other, a thunk that lives as long as the delegate.
    /// </summary>
    public static bool GoesToNativeCode(IOperation expression)
    {
        var use = expression.Parent;
        while (use is IConversionOperation)
        {
            use = use.Parent;
        }

        return use switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => IsMarshalled(call.TargetMethod),
            IAssignmentOperation { Target: IMemberReferenceOperation target } => target.Member.ContainingType.IsValueType,
            _ => false,
        };
    }

    private static bool IsMarshalled(IMethodSymbol method) =>
        method.IsExtern
        || method.MethodKind == MethodKind.DelegateInvoke
        || method.ContainingType is { IsComImport: true } or { ContainingNamespace.Name: "InteropServices" }
        || method.GetAttributes().Find(WellKnown.LibraryImportAttribute) is not null;
}
