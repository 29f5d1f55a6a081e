using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>One class with <c>[NativeApi]</c>, and its functions.</summary>
internal static class ApiReader
{
    /// <summary>Attributes that generated bodies have, so that the method cannot have them too.</summary>
    private static readonly string[] GeneratedAttributes =
    [
        "System.Runtime.CompilerServices.MethodImplAttribute",
        "System.Runtime.CompilerServices.SkipLocalsInitAttribute",
        "System.Diagnostics.DebuggerNonUserCodeAttribute",
    ];

    /// <summary>Reads a class; the model is null if no part can be written for it.</summary>
    public static (ApiModel? Model, ImmutableArray<Finding> Findings) Read(INamedTypeSymbol type, AttributeData attribute, Compilation compilation)
    {
        var context = new SignatureContext(type, attribute, isForeign: false, compilation);
        var library = attribute.ConstructorArguments.FirstOrDefault().Value as string;
        if (Obstacle(type, library, attribute) is { } obstacle)
        {
            context.Reject(Rules.NativeApi, TypeNames.Message(type), obstacle.Reason, obstacle.Remedy);
        }

        if (ReservedMember(type) is { } reserved)
        {
            context.Reject(Rules.NativeApi, TypeNames.Message(type), $"'{reserved}' is a name of generated code", "rename that member");
            return (null, context.Findings);
        }

        var canHavePart = PartialTypes.Obstacle(type, "") is null && DeclarationRules.IsFirstOfItsName(type) && GeneratedNames.Check(context);
        if (!canHavePart || context.Target.LanguageVersion < LanguageVersion.CSharp9)
        {
            TargetRules.CheckProject(context);
            return (null, context.Findings);
        }

        TargetRules.CheckProject(context);
        var functions = new List<FunctionModel>();
        var findings = context.Findings.ToList();
        var isRejected = findings.Count > 0;
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            var symbol = method.GetAttributes().Find(WellKnown.SymbolAttribute);
            if (symbol is null && !IsFunctionWithoutAttribute(method))
            {
                continue;
            }

            var ids = functions.Count(function => function.Method.Name == method.Name);
            var function = new SignatureContext(method, symbol, attribute, compilation);
            if (FunctionProblem(method, symbol) is { } problem)
            {
                function.Reject(Rules.ApiFunction, method.Name, problem.Reason, problem.Remedy);
            }

            var isOptional = symbol.Named(OptionNames.Optional, otherwise: false);
            if (isOptional && HasPropertyProblem(method, functions) is { } taken)
            {
                function.Reject(Rules.ApiFunction, method.Name, taken.Reason, taken.Remedy);
                isOptional = false;
            }

            if (CanHaveBody(method) && !SignatureReader.HasError(method))
            {
                var reading = MethodReader.Read(function, MethodReader.Id(method.Name, ids));
                functions.Add(Model(method, symbol, isOptional, reading, ids, isRejected, context.Target));
            }

            findings.AddRange(function.Findings);
        }

        return (new ApiModel(PartialTypes.Read(type, context.Target), library, context.Target.AllowsUnsafe, functions.ToEquatableArray()), findings.ToImmutableArray());
    }

    /// <summary>Rejects <c>[Symbol]</c> on a method of a class that is not an API; null for all other methods.</summary>
    public static Finding? ReadOutside(ISymbol method) =>
        method.GetAttributes().Find(WellKnown.SymbolAttribute) is not null && method.ContainingType.GetAttributes().Find(WellKnown.NativeApiAttribute) is null
            ? new Finding(Rules.ApiFunction, method.Locations[0], method.Name, $"'{TypeNames.Message(method.ContainingType)}' has no [NativeApi]", "add it to the class, with the library")
            : null;

    /// <summary>A method without attributes, for which the compiler requires a body.</summary>
    private static bool IsFunctionWithoutAttribute(IMethodSymbol method) =>
        method.IsStatic
        && !Attributes(method).Any()
        && CanHaveBody(method)
        && Syntax(method).Modifiers.Any(static modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind()));

    private static (string Reason, string Remedy)? Obstacle(INamedTypeSymbol type, string? library, AttributeData attribute)
    {
        var isMain = attribute.Named(OptionNames.MainProgram, otherwise: false);
        return (isMain, library) switch
        {
            (true, not null) => ("it names a library and sets MainProgram", "keep one of them"),
            (false, null or "") => ("it names no library", "pass the library's name, or set MainProgram"),
            _ when !type.IsStatic => ("it is not static", "declare it static partial"),
            _ => PartialTypes.Obstacle(type, "a library has no generic functions"),
        };
    }

    private static (string Reason, string Remedy)? FunctionProblem(IMethodSymbol method, AttributeData? symbol) => method switch
    {
        _ when symbol is { ConstructorArguments.Length: > 0 } && symbol.ConstructorArguments[0].Value is not string { Length: > 0 } =>
            ("its symbol has no name", "pass the exported name, or remove the argument if it is the name of the method"),
        { IsStatic: false } => ("it is not static and partial", "declare it static partial"),
        { IsGenericMethod: true } => ("it is generic, but native functions are not", "declare a method for each type"),
        _ when !method.IsPartialDefinition => ("it already has a body", "declare it partial, without a body"),
        { PartialImplementationPart: not null } when HasOwnBody(method) => ("it already has a body", "remove the body"),
        _ when Attributes(method).FirstOrDefault(static attribute => GeneratedAttributes.Any(attribute.AttributeClass.Is)) is { } duplicate =>
            ($"it has [{duplicate.AttributeClass!.Name.Replace("Attribute", "")}], which its generated body already has", "remove it"),
        _ => null,
    };

    /// <summary>Why the class cannot report whether an optional function exists.</summary>
    private static (string Reason, string Remedy)? HasPropertyProblem(IMethodSymbol method, List<FunctionModel> functions)
    {
        var name = "Has" + method.Name;
        var isTaken = method.ContainingType.GetMembers(name).Any(static member =>
            member.DeclaringSyntaxReferences.Any(static reference => !PartialTypes.IsGenerated(reference.SyntaxTree)));
        return isTaken ? ($"'{TypeNames.Message(method.ContainingType)}' has a member '{name}', which is the name of the property that reports whether the function exists", "rename one of them")
            : functions.Any(function => function.IsOptional && function.Method.Name == method.Name) ? ($"another optional function has its name, so '{name}' could refer to either", "rename one of them")
            : null;
    }

    /// <summary>The name of a member of the user's that the generated part has too; null for none.</summary>
    private static string? ReservedMember(INamedTypeSymbol type) => new[] { ReservedNames.Functions, ReservedNames.ApiLibrary }.FirstOrDefault(name =>
        type.GetMembers(name).Any(static member => member.DeclaringSyntaxReferences.Any(static reference => !PartialTypes.IsGenerated(reference.SyntaxTree))));

    private static bool CanHaveBody(IMethodSymbol method) =>
        method is { IsPartialDefinition: true, IsStatic: true, IsGenericMethod: false }
        && !HasOwnBody(method)
        && !Attributes(method).Any(static attribute => GeneratedAttributes.Any(attribute.AttributeClass.Is));

    /// <summary>Whether the project itself has the body; analyzers see ours too.</summary>
    private static bool HasOwnBody(IMethodSymbol method) =>
        method.PartialImplementationPart?.DeclaringSyntaxReferences.Any(static reference => !PartialTypes.IsGenerated(reference.SyntaxTree)) == true;

    /// <summary>The attributes that the project itself gives to a method; analyzers see ours too.</summary>
    private static IEnumerable<AttributeData> Attributes(IMethodSymbol method) => method.GetAttributes().Where(static attribute =>
        attribute.ApplicationSyntaxReference is not { } reference || !PartialTypes.IsGenerated(reference.SyntaxTree));

    private static MethodDeclarationSyntax Syntax(IMethodSymbol method) => (MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax();

    private static FunctionModel Model(
        IMethodSymbol method, AttributeData? symbol, bool isOptional, MethodReading reading, int earlier, bool isRejected, TargetFacts target)
    {
        var modifiers = Syntax(method).Modifiers;
        return new FunctionModel(
            new MethodModel(method.Name, MethodReader.Id(method.Name, earlier)),
            symbol?.ConstructorArguments.FirstOrDefault().Value as string ?? method.Name,
            isOptional,
            string.Join(" ", modifiers.Select(static modifier => modifier.ValueText)),
            string.Join(" ", modifiers.Where(static modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())).Select(static modifier => modifier.ValueText)),
            method.IsExtensionMethod,
            method.Parameters.LastOrDefault()?.IsParams == true,
            reading.Parameters,
            reading.Result,
            method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
                .Where(other => other.DeclaringSyntaxReferences.All(static reference => !PartialTypes.IsGenerated(reference.SyntaxTree)))
                .Select(other => string.Join(", ", other.Parameters.Select(parameter => TypeNames.Source(parameter.Type, target))))
                .ToEquatableArray(),
            isRejected ? null : reading.Call);
    }
}
