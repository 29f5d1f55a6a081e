using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NativeCallbacks.Generators.Discovery;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>A call of a generated <c>ToManagedCallback</c>, <c>ToNativeTable</c> or <c>ToNativeObject</c>.</summary>
internal static class HandlerCall
{
    /// <summary>The member's name, if the call names the member; null for any other call.</summary>
    public static SimpleNameSyntax? Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name: { Identifier.ValueText: var text } name } when IsExposing(text) => name,
        MemberBindingExpressionSyntax { Name: { Identifier.ValueText: var text } name } when IsExposing(text) => name,
        _ => null,
    };

    /// <summary>The call itself; null for a method of another kind that has the same name.</summary>
    public static IInvocationOperation? Find(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        Name(call) is not null && model.GetOperation(call, cancellation) is IInvocationOperation invocation
            && (invocation.Type.Is(WellKnown.ManagedCallback) || IsOfTable(invocation))
            ? invocation
            : null;

    /// <summary>Whether the call exposes an implementation of a table.</summary>
    public static bool IsOfTable(IInvocationOperation call) => call.Type.Is(WellKnown.ManagedTable);

    private static bool IsExposing(string name) =>
        name is MemberNames.ToManagedCallback or MemberNames.ToNativeTable or MemberNames.ToNativeObject;
}
