using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// One <c>[NativeSignature]</c> declaration, read: each line asks the file that knows the rule. The analyzer and the
/// generator both come here.
/// </summary>
internal static class SignatureReader
{
    /// <summary>Of what does not compile anyway.</summary>
    private static SignatureReading Nothing { get; } = new(null, ImmutableArray<Finding>.Empty);

    /// <summary>Reads an attribute that stands on a delegate.</summary>
    public static SignatureReading ReadOwn(INamedTypeSymbol signature, AttributeData attribute, Compilation compilation)
    {
        var context = new SignatureContext(signature, attribute, isForeign: false, compilation);
        if (attribute.ConstructorArguments.Length > 0)
        {
            context.RefuseAt(attribute, Rules.MisplacedSignature, "on a delegate it", "needs no typeof(…)");
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

    /// <summary>Reads a delegate that is used as a signature, wherever it is declared one; null where it is not.</summary>
    public static SignatureReading? ReadDeclared(INamedTypeSymbol signature, Compilation compilation) =>
        DeclarationRules.FindDeclaration(signature, compilation) is { } declaration
            ? Read(new SignatureContext(signature, declaration, isForeign: declaration.ConstructorArguments.Length > 0, compilation))
            : null;

    /// <summary>
    /// Reads a delegate that the runtime marshals, as it is declared or would be; null where a signature of it would not
    /// cross as the marshaller does it.
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
        var upcall = UpcallReader.Read(context, convention.SuppressesTransition, parameters, result);
        var findings = context.Findings;
        if (Types(invoke).Any(TypeNames.HasError))
        {
            // The compiler reports it once; generated code would repeat it at each place.
            return new SignatureReading(null, findings);
        }

        var model = new SignatureModel(
            TypeNames.Source(signature, context.Target),
            TypeNames.Message(signature),
            TypeNames.MetadataName(signature),
            IsPublic: !context.IsForeign && DeclarationRules.IsPublic(signature),
            GenericRules.TypeParameters(signature),
            GenericRules.Constraints(signature, context.Target),
            parameters,
            result,
            convention.Name,
            convention.SuppressesTransition,
            convention.SetLastError,
            upcall,
            ScalarRules.IsScalar(signature, context.Attribute),
            context.IsForeign ? DocumentationReader.None : DocumentationReader.Read(signature),
            findings.Length > 0 ? null : CNotation.Read(context),
            context.Target.HasSkipLocalsInit,
            IsRefused: findings.Length > 0,
            DeclarationRules.IsObsolete(signature),
            NamesPointers: Types(invoke).Any(static type => type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer),
            CanNamePointers: context.Target.AllowsUnsafe
                && (context.Target.LanguageVersion >= LanguageVersion.CSharp9 || Types(invoke).All(static type => type.TypeKind != TypeKind.FunctionPointer)));
        return new SignatureReading(model, findings);
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
