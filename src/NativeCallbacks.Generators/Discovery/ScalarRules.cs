using System.Linq;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// Which signatures map numbers to a number: one or more by value, and a result that does not report failure, which a loop over elements could not handle.
/// </summary>
internal static class ScalarRules
{
    public static bool IsScalar(INamedTypeSymbol signature, AttributeData? declaration)
    {
        var invoke = signature.DelegateInvokeMethod!;
        return !ConventionReader.SetsLastError(signature, declaration)
            && invoke.GetReturnTypeAttributes().Find(WellKnown.StatusCodeAttribute) is null
            && invoke.RefKind == RefKind.None
            && IsNumber(invoke.ReturnType)
            && invoke.Parameters.Length > 0
            && invoke.Parameters.All(static parameter => parameter.RefKind == RefKind.None && IsNumber(parameter.Type));
    }

    private static bool IsNumber(ITypeSymbol type) =>
        Integers.Find(type) is not null || type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
}
