using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.Generators.Diagnostics;

/// <summary>
/// Explains why a generated member is not there: the delegate is not declared a signature, or its signature has no such
/// member. The compiler's own error names whatever other signature it knows.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    private const string ToManagedCallback = nameof(ToManagedCallback);

    private static readonly ImmutableArray<string> CallbackMembers = ImmutableArray.Create("Invoke", "AsPointer", "ToDelegate");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.NoSuchMember);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(AnalyzeMemberAccess, SyntaxKind.SimpleMemberAccessExpression);
    }

    private static void AnalyzeMemberAccess(SyntaxNodeAnalysisContext context)
    {
        var access = (MemberAccessExpressionSyntax)context.Node;
        var member = access.Name.Identifier.ValueText;
        if ((member != ToManagedCallback && !CallbackMembers.Contains(member))
            || context.SemanticModel.GetTypeInfo(access.Expression, context.CancellationToken).Type is not INamedTypeSymbol receiver
            || Signature(receiver, member) is not { } signature
            || context.SemanticModel.GetSymbolInfo(access, context.CancellationToken).Symbol is not null)
        {
            return;
        }

        if (Absence(signature, member, context.Compilation) is { } absence)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.NoSuchMember, access.Name.GetLocation(), TypeNames.Message(receiver), member, absence.Reason, absence.Remedy));
        }
    }

    /// <summary>The signature that a member would be generated for; null for receivers that have none.</summary>
    private static ITypeSymbol? Signature(INamedTypeSymbol receiver, string member) => member == ToManagedCallback
        ? receiver.TypeKind == TypeKind.Delegate ? receiver : null
        : receiver.Is(WellKnown.NativeCallback) ? receiver.TypeArguments[0] : null;

    private static (string Reason, string Remedy)? Absence(ITypeSymbol signature, string member, Compilation compilation)
    {
        if (signature is ITypeParameterSymbol)
        {
            return (
                $"its signature is the type parameter '{TypeNames.Message(signature)}'",
                "call it where the signature is a concrete delegate, or hand on a delegate made by ToDelegate()");
        }

        if (signature is not INamedTypeSymbol { TypeKind: TypeKind.Delegate } named)
        {
            return null;
        }

        if (DeclarationRules.FindDeclaration(named, compilation) is { } declaration)
        {
            return member == ToManagedCallback ? UpcallReader.Obstacle(named, declaration) : null;
        }

        var isOwn = SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly) && !named.IsGenericType;
        return (
            $"'{TypeNames.Message(named)}' is not declared a signature",
            isOwn ? "add [NativeSignature] to the delegate" : $"add [assembly: NativeSignature(typeof({TypeNames.Message(named)}))]");
    }
}
