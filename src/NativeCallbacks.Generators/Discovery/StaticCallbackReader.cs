using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>One parsed <c>[StaticCallback]</c> member.</summary>
internal static class StaticCallbackReader
{
    /// <summary>The attribute of a member; null without one, and for the part of a partial member that has it from the other part.</summary>
    public static AttributeData? Attribute(ISymbol member) =>
        member.GetAttributes().Find(WellKnown.StaticCallbackAttribute) is { ApplicationSyntaxReference: { } place } attribute
        && member.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == place.SyntaxTree && part.Span.Contains(place.Span))
            ? attribute
            : null;

    /// <summary>Reads a member; the model is null if its body cannot be written at all.</summary>
    public static (StaticCallbackModel? Model, Finding? Finding) Read(ISymbol member, AttributeData attribute, Compilation compilation)
    {
        var target = TargetFacts.Of(compilation);
        var type = member is IPropertySymbol property ? property.Type : ((IMethodSymbol)member).ReturnType;
        var signature = type.Is(WellKnown.NativeCallback) ? ((INamedTypeSymbol)type).TypeArguments[0] as INamedTypeSymbol : null;
        var reading = signature is null ? null : SignatureReader.ReadDeclared(signature, compilation);
        var methodName = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        var finding = (signature, ShapeProblem(member), reading) switch
        {
            (null, _, _) => Reject(member, "it does not return a NativeCallback<T>", "return the NativeCallback<T> of the signature"),
            (_, { } problem, _) => Reject(member, problem.Reason, problem.Remedy),
            (_, _, null) => Reject(member, $"'{TypeNames.Message(signature)}' is not declared as a signature", "add [NativeSignature] to the delegate, or [assembly: NativeSignature(typeof(…))]"),
            (_, _, { Model: SignatureModel good }) => Obstacle(member, signature, attribute, methodName, good, compilation),
            _ => Unreported(member, reading),
        };
        if (!GeneratedNames.AreFree(compilation) || !CanHaveBody(member, target))
        {
            return (null, finding);
        }

        var state = finding is null ? State(member, methodName, signature!) : null;
        var syntax = (MemberDeclarationSyntax)member.DeclaringSyntaxReferences[0].GetSyntax();
        return (new StaticCallbackModel(
            finding is null ? reading?.Model as SignatureModel : null,
            PartialTypes.Read(member.ContainingType, target),
            syntax.Modifiers.ToString(),
            TypeNames.Source(type, target),
            member.Name,
            member is IPropertySymbol,
            methodName,
            state is null ? null : TypeNames.Source(state.WithNullableAnnotation(NullableAnnotation.NotAnnotated), target),
            attribute.Named<string?>(OptionNames.EntryPoint, otherwise: null),
            attribute.Named(OptionNames.ReportOnly, otherwise: false),
            finding is null ? FaultReportReader.Read(member, signature!, attribute, state).Model : null), finding);
    }

    /// <summary>Whether a body can be generated for the member, even if only one that throws.</summary>
    private static bool CanHaveBody(ISymbol member, TargetFacts target) =>
        PartialTypes.IsPartial(member)
        && !HasBody(member)
        && member is IMethodSymbol { Parameters.Length: 0, IsGenericMethod: false } or IPropertySymbol { SetMethod: null }
        && IsFirstOfItsName(member)
        && (member.ContainingType.TypeKind != TypeKind.Interface || target.HasInterfaceMembers)
        && DeclarationRules.SelfAndContainers(member.ContainingType).All(static type => PartialTypes.IsPartial(type) && !type.IsFileLocal);

    /// <summary>Whether the member is the first of several with one name; the compiler reports the others.</summary>
    private static bool IsFirstOfItsName(ISymbol member) =>
        DeclarationRules.IsFirstOfItsName(member.ContainingType)
        && SymbolEqualityComparer.Default.Equals(
            member, member.ContainingType.GetMembers(member.Name).FirstOrDefault(static other => other.GetAttributes().Find(WellKnown.StaticCallbackAttribute) is not null));

    /// <summary>
    /// Whether the project itself has the body of a partial member; analyzers see ours too. By syntax, because Roslyn 4.8
    /// does not know partial properties.
    /// </summary>
    private static bool HasBody(ISymbol member) =>
        member.ContainingType.DeclaringSyntaxReferences
            .Where(static reference => !PartialTypes.IsGenerated(reference.SyntaxTree))
            .Select(static reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(static type => type.Members)
            .Any(part => part switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText == member.Name
                    && method.ParameterList.Parameters.Count == 0
                    && (method.Body is not null || method.ExpressionBody is not null),
                PropertyDeclarationSyntax property => property.Identifier.ValueText == member.Name
                    && (property.ExpressionBody is not null
                        || property.AccessorList?.Accessors.Any(static accessor => accessor.Body is not null || accessor.ExpressionBody is not null) == true),
                _ => false,
            });

    /// <summary>Why the signature is rejected, if it comes from an assembly whose declarations are not reported on here.</summary>
    private static Finding? Unreported(ISymbol member, SignatureReading reading) =>
        reading.Findings.FirstOrDefault(static finding => !finding.Location.IsInSource) is { } finding
            ? finding with { Location = member.Locations[0] }
            : null;

    private static (string Reason, string Remedy)? ShapeProblem(ISymbol member)
    {
        if (!member.IsStatic || !PartialTypes.IsPartial(member))
        {
            return ("it is not static and partial", "declare it static partial");
        }

        if (member is IMethodSymbol { Parameters.Length: > 0 } or IMethodSymbol { IsGenericMethod: true } or IPropertySymbol { SetMethod: not null })
        {
            return ("it has parameters or a setter", "remove them");
        }

        if (HasBody(member))
        {
            return ("it already has a body", "remove the body");
        }

        return PartialTypes.Obstacle(member.ContainingType, "native code cannot call generic methods");
    }

    private static Finding? Obstacle(ISymbol member, INamedTypeSymbol signature, AttributeData attribute, string methodName, SignatureModel model, Compilation compilation)
    {
        var target = TargetFacts.Of(compilation);
        if (!target.HasUnmanagedCallersOnly)
        {
            return new Finding(Rules.NotOnThisTarget, member.Locations[0], member.Name, "static callbacks", "target net5.0 or later, or use ToManagedCallback()");
        }

        if (!UpcallReader.CanBeStatic(signature, target))
        {
            return new Finding(Rules.NotOnThisTarget, member.Locations[0], member.Name, "static callbacks with generic structs", "target net9.0 or later, or use ToManagedCallback()");
        }

        if (UpcallReader.Obstacle(signature, DeclarationRules.FindDeclaration(signature, compilation)) is { } obstacle)
        {
            return Reject(member, $"'{model.Delegate.DisplayName}' cannot have handlers ({obstacle.Reason})", obstacle.Remedy);
        }

        if (attribute.NamedArguments.Any(static argument => argument.Key == OptionNames.EntryPoint && argument.Value.Value is not string { Length: > 0 }))
        {
            return Reject(member, "its EntryPoint is empty", "specify the name of the exported function");
        }

        var candidates = member.ContainingType.GetMembers(methodName).OfType<IMethodSymbol>().ToList();
        return candidates switch
        {
            { Count: 0 } => Reject(member, $"'{TypeNames.Message(member.ContainingType)}' has no method '{methodName}'", "name a static method of the same type"),
            _ when candidates.Find(candidate => Fits(candidate, signature.DelegateInvokeMethod!)) is { } found => FaultObstacle(member, signature, attribute, found),
            _ when candidates.Exists(candidate => Fits(candidate, signature.DelegateInvokeMethod!, UserDataReader.CanTakeState)) =>
                Reject(member, $"'{methodName}' takes an object in place of the context argument, which is not marked", "add [UserData] to that parameter of the method"),
            _ => Reject(member, $"'{methodName}' is not a static method with the parameters and the result of '{model.DisplayName}'", "name a method that is"),
        };
    }

    /// <summary>Why the options about faults do not fit the method.</summary>
    private static Finding? FaultObstacle(ISymbol member, INamedTypeSymbol signature, AttributeData attribute, IMethodSymbol method)
    {
        var state = State(method, signature);
        return state is not null && attribute.NamedArguments.Any(static argument => argument.Key == OptionNames.ReportOnly)
            ? Reject(member, $"the FaultPolicy of its CallbackState<{TypeNames.Message(state)}> applies instead of ReportOnly", "remove ReportOnly, and pass FaultPolicy.ReportOnly to the state")
            : FaultReportReader.Read(member, signature, attribute, state).Problem is { } problem ? Reject(member, problem.Reason, problem.Remedy) : null;
    }

    /// <summary>What the method takes in place of the context argument; null if it takes the argument itself.</summary>
    private static ITypeSymbol? State(ISymbol member, string methodName, INamedTypeSymbol signature) =>
        member.ContainingType.GetMembers(methodName).OfType<IMethodSymbol>().FirstOrDefault(method => Fits(method, signature.DelegateInvokeMethod!)) is { } found
            ? State(found, signature)
            : null;

    private static ITypeSymbol? State(IMethodSymbol method, INamedTypeSymbol signature) =>
        method.Parameters.Zip(signature.DelegateInvokeMethod!.Parameters, static (own, native) => UserDataReader.TakesState(own, native) ? own.Type : null)
            .FirstOrDefault(static type => type is not null);

    private static bool Fits(IMethodSymbol method, IMethodSymbol invoke) => Fits(method, invoke, UserDataReader.TakesState);

    /// <param name="method">The method.</param>
    /// <param name="invoke">The signature.</param>
    /// <param name="takesState">Whether a parameter of the method may differ from that of the signature.</param>
    private static bool Fits(IMethodSymbol method, IMethodSymbol invoke, Func<IParameterSymbol, IParameterSymbol, bool> takesState) =>
        method is { IsStatic: true, IsGenericMethod: false }
        && method.RefKind == invoke.RefKind
        && SymbolEqualityComparer.Default.Equals(method.ReturnType, invoke.ReturnType)
        && method.Parameters.Length == invoke.Parameters.Length
        && method.Parameters.Zip(invoke.Parameters, (left, right) =>
            (left.RefKind == right.RefKind && SymbolEqualityComparer.Default.Equals(left.Type, right.Type)) || takesState(left, right)).All(static same => same);

    private static Finding Reject(ISymbol member, string reason, string remedy) =>
        new(Rules.StaticCallback, member.Locations[0], member.Name, reason, remedy);
}
