using System.Linq;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary><c>OnFault</c> of a <c>[StaticCallback]</c>: the method that reports a fault to native code.</summary>
internal static class FaultReportReader
{
    /// <summary>Reads the option; both are null if it is not given.</summary>
    /// <param name="member">The member with the attribute.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="state">What the method takes in place of the context argument; null for the argument itself.</param>
    public static (ReportModel? Model, (string Reason, string Remedy)? Problem) Read(
        ISymbol member, INamedTypeSymbol signature, AttributeData attribute, ITypeSymbol? state)
    {
        var option = attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == OptionNames.OnFault);
        if (option.Key is null || option.Value.Value is not string name)
        {
            return default;
        }

        var invoke = signature.DelegateInvokeMethod!;
        var method = member.ContainingType.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(candidate => Fits(candidate, invoke, state));
        return method is null
            ? (null, (
                $"'{TypeNames.Message(member.ContainingType)}' has no static method '{name}' that takes the exception, followed by nothing or by all arguments of native code",
                "declare it with an Exception parameter, then none or one for each parameter of the signature (nint for pointers), and return nothing or the native result"))
            : (new ReportModel(name, method.Parameters.Length > 1, TakesState(method, invoke, state), !method.ReturnsVoid), null);
    }

    private static bool Fits(IMethodSymbol method, IMethodSymbol invoke, ITypeSymbol? state) =>
        method is { IsStatic: true, IsGenericMethod: false, RefKind: RefKind.None, IsAsync: false }
        && (method.ReturnsVoid || SymbolEqualityComparer.Default.Equals(method.ReturnType, invoke.ReturnType))
        && method.Parameters.Length > 0
        && method.Parameters.All(static parameter => parameter.RefKind == RefKind.None)
        && method.Parameters[0].Type is INamedTypeSymbol exception && TypeNames.MetadataName(exception) == "System.Exception"
        && (method.Parameters.Length == 1 || TakesAll(method, invoke, state));

    private static bool TakesAll(IMethodSymbol method, IMethodSymbol invoke, ITypeSymbol? state) =>
        method.Parameters.Length == invoke.Parameters.Length + 1
        && method.Parameters.Skip(1).Zip(invoke.Parameters, (own, native) => Takes(own.Type, native) || TakesState(own, native, state)).All(static fits => fits);

    private static bool TakesState(IMethodSymbol method, IMethodSymbol invoke, ITypeSymbol? state) =>
        method.Parameters.Skip(1).Zip(invoke.Parameters, (own, native) => TakesState(own, native, state)).Contains(true);

    private static bool TakesState(IParameterSymbol own, IParameterSymbol native, ITypeSymbol? state) =>
        state is not null && SymbolEqualityComparer.Default.Equals(own.Type, state) && UserDataReader.TakesState(own, native);

    /// <summary>Whether a parameter can take the native argument: the value, or the address.</summary>
    private static bool Takes(ITypeSymbol own, IParameterSymbol native) =>
        native.RefKind != RefKind.None
        || native.Type.ElementType() is not null
        || native.Type.SpecialType is SpecialType.System_String
        || native.Type.Is(WellKnown.NativeCallback)
        || native.Type.Is(WellKnown.Utf8Pointer)
            ? own.SpecialType == SpecialType.System_IntPtr
            : native.Type.SpecialType == SpecialType.System_Boolean
                ? own.SpecialType is SpecialType.System_Byte or SpecialType.System_Int32
                : SymbolEqualityComparer.Default.Equals(own, native.Type);
}
