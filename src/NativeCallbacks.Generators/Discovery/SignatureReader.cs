using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Diagnostics;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// One <c>[NativeSignature]</c> declaration, read: each line asks the file that knows the rule. The analyzer and the
/// generator both come here.
/// </summary>
internal static class SignatureReader
{
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
            INamedTypeSymbol { TypeKind: TypeKind.Delegate } signature =>
                Read(new SignatureContext(signature, attribute, isForeign: true, compilation)),
            ITypeSymbol type => Misplaced($"'{TypeNames.Message(type)}'", "is not a delegate type"),
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
            context.IsForeign ? DocumentationReader.None : DocumentationReader.Read(signature),
            context.Target.HasSkipLocalsInit,
            IsRefused: findings.Length > 0,
            NeedsUnsafeStub: context.Target.AllowsUnsafe && MentionsPointer(invoke));
        return new SignatureReading(model, findings);
    }

    private static bool MentionsPointer(IMethodSymbol invoke)
    {
        IEnumerable<ITypeSymbol> types = [invoke.ReturnType, .. invoke.Parameters.Select(static parameter => parameter.Type)];
        return types.Any(static type => type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Array);
    }
}
