using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NativeCallbacks.CodeFixes;

/// <summary>What a delegate is used for, where it is created.</summary>
internal enum DelegateUse
{
    /// <summary>A delegate is needed: it is stored, passed on or returned.</summary>
    Kept,

    /// <summary><c>f(1)</c></summary>
    Called,

    /// <summary><c>f.Invoke(1)</c></summary>
    CalledByName,

    /// <summary>A local variable holds it, and is called.</summary>
    HeldToBeCalled,
}

/// <summary>How a use is recognised.</summary>
internal static class DelegateUses
{
    /// <summary>
    /// The use of an expression. A call that omits arguments is not one, because default values and <c>params</c> belong to the delegate.
    /// </summary>
    public static DelegateUse Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        return expression.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == expression && IsPlain(call) => DelegateUse.Called,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: WellKnownMemberNames.DelegateInvokeName, Parent: InvocationExpressionSyntax call } access
                when access.Expression == expression && call.Expression == access && IsPlain(call) => DelegateUse.CalledByName,
            _ => DelegateUse.Kept,
        };

        bool IsPlain(InvocationExpressionSyntax call) =>
            model.GetOperation(call, cancellation) is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invocation
            && invocation.Arguments.All(static argument => argument.ArgumentKind == ArgumentKind.Explicit);
    }
}
