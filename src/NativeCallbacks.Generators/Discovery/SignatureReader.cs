using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// One <c>[NativeSignature]</c> declaration: each line calls the file that has the rule. The analyzer and the
/// generator both use it.
/// </summary>
internal static class SignatureReader
{
    /// <summary>For code that does not compile anyway.</summary>
    private static SignatureReading Nothing { get; } = new(null, ImmutableArray<Finding>.Empty);

    /// <summary>Reads an attribute on a delegate.</summary>
    public static SignatureReading ReadOwn(INamedTypeSymbol signature, AttributeData attribute, Compilation compilation)
    {
        var context = new SignatureContext(signature, attribute, isForeign: false, compilation);
        if (attribute.ConstructorArguments.Length > 0)
        {
            context.RejectAt(attribute, Rules.MisplacedSignature, "on a delegate it", "does not take typeof(…)");
        }

        return Read(context);
    }

    /// <summary>Reads an attribute of the assembly.</summary>
    public static SignatureReading ReadForeign(AttributeData attribute, Compilation compilation)
    {
        return attribute.ConstructorArguments.FirstOrDefault().Value switch
        {
            ITypeSymbol type when TypeNames.HasError(type) => Nothing,
            INamedTypeSymbol { TypeKind: TypeKind.Delegate } signature =>
                Read(new SignatureContext(signature, attribute, isForeign: true, compilation)),
            ITypeSymbol type => Misplaced($"'{TypeNames.Message(type)}'", "is not a delegate type"),
            _ when attribute.ConstructorArguments.Any(static argument => argument.Kind == TypedConstantKind.Error) => Nothing,
            _ => Misplaced("on the assembly it", "needs typeof(…) with a delegate type"),
        };

        SignatureReading Misplaced(string subject, string problem)
        {
            var location = attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location.None;
            return new SignatureReading(null, ImmutableArray.Create(new Finding(Rules.MisplacedSignature, location, subject, problem)));
        }
    }

    /// <summary>Reads a delegate that is used as a signature, wherever it is declared; null if it is not.</summary>
    public static SignatureReading? ReadDeclared(INamedTypeSymbol signature, Compilation compilation) =>
        DeclarationRules.FindDeclaration(signature, compilation) is { } declaration
            ? Read(new SignatureContext(signature, declaration, isForeign: declaration.ConstructorArguments.Length > 0, compilation))
            : null;

    /// <summary>
    /// Reads a delegate that the runtime marshals, as it is declared or would be; null if a signature of it would not pass its
    /// arguments as the marshaller does.
    /// </summary>
    public static SignatureReading? ReadMarshalled(INamedTypeSymbol signature, Compilation compilation)
    {
        var declaration = DeclarationRules.FindDeclaration(signature, compilation);
        var context = new SignatureContext(signature, declaration, isForeign: !DeclarationRules.IsOwn(signature, compilation), compilation);
        return MarshallerRules.CrossesAlike(context) ? Read(context) : null;
    }

    private static SignatureReading Read(SignatureContext context)
    {
        var signature = context.Signature;
        if (!DeclarationRules.AllowsMembers(context) || signature.DelegateInvokeMethod is not { } invoke)
        {
            return new SignatureReading(null, context.Findings);
        }

        TargetRules.Check(context);
        GenericRules.Check(context);
        var convention = ConventionReader.Read(context);
        var parameters = invoke.Parameters.Select(parameter => ParameterReader.Read(context, parameter)).ToEquatableArray();
        var result = ResultReader.Read(context, invoke);
        var upcall = UpcallReader.Read(context, result);
        var findings = context.Findings;
        if (HasError(invoke))
        {
            // The compiler reports it once; generated code would repeat it at each place.
            return new SignatureReading(null, findings);
        }

        var declaration = new DelegateModel(
            TypeNames.Source(signature, context.Target),
            TypeNames.Message(signature),
            TypeNames.MetadataName(signature),
            IsPublic: !context.IsForeign && DeclarationRules.IsPublic(signature),
            DeclarationRules.IsObsolete(signature));
        var isScalar = ScalarRules.IsScalar(signature, context.Attribute);
        DeclarationModel model = findings.IsEmpty
            ? new SignatureModel(
                declaration,
                Method: null,
                parameters,
                result,
                convention.Convention,
                convention.SuppressesTransition,
                convention.ThrowsFaults,
                convention.SetLastError,
                upcall,
                isScalar,
                context.IsForeign ? DocumentationReader.None : DocumentationReader.Read(signature),
                NativeTypeReader.Notation(context),
                context.Target.HasOverloadPriority,
                context.Target.HasSkipLocalsInit)
            : new RejectedSignatureModel(
                declaration,
                GenericRules.TypeParameters(signature, context.Target),
                parameters,
                new ReturnTypeModel(result.ManagedType, ResultReader.Reference(invoke)),
                Pointers(invoke, context.Target),
                isScalar,
                HasHandlers: upcall is not null);
        return new SignatureReading(model, findings);
    }

    /// <summary>Whether the compiler did not find a type of a signature.</summary>
    public static bool HasError(IMethodSymbol invoke) => Types(invoke).Any(TypeNames.HasError);

    private static PointerTypes Pointers(IMethodSymbol invoke, TargetFacts target)
    {
        var kinds = Types(invoke).Select(static type => type.TypeKind).ToList();
        var isForbidden = !target.AllowsUnsafe || (target.LanguageVersion < LanguageVersion.CSharp9 && kinds.Contains(TypeKind.FunctionPointer));
        return !kinds.Contains(TypeKind.Pointer) && !kinds.Contains(TypeKind.FunctionPointer) ? PointerTypes.None
            : isForbidden ? PointerTypes.Forbidden
            : PointerTypes.Allowed;
    }

    /// <summary>The types of a signature; of arrays, those of the elements.</summary>
    private static IEnumerable<ITypeSymbol> Types(IMethodSymbol invoke)
    {
        IEnumerable<ITypeSymbol> types = [invoke.ReturnType, .. invoke.Parameters.Select(static parameter => parameter.Type)];
        foreach (var item in types)
        {
            var type = item;
            while (type is IArrayTypeSymbol array)
            {
                type = array.ElementType;
            }

            yield return type;
        }
    }
}
