using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The default values of a delegate's parameters.</summary>
internal static class DefaultValues
{
    /// <summary>The default value of a parameter; null if it has none.</summary>
    public static ConstantModel? Read(IParameterSymbol parameter, TargetFacts target) => parameter switch
    {
        { HasExplicitDefaultValue: false } => null,
        { ExplicitDefaultValue: null } => parameter.Type.IsReferenceType && target.LanguageVersion >= LanguageVersion.CSharp9
            ? new ConstantModel(ConstantKind.NullReference, null)
            : ConstantModel.Default,
        { Type: { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Single or SpecialType.System_IntPtr or SpecialType.System_UIntPtr } } =>
            new ConstantModel(ConstantKind.Converted, parameter.ExplicitDefaultValue),
        _ => new ConstantModel(ConstantKind.Same, parameter.ExplicitDefaultValue),
    };
}
