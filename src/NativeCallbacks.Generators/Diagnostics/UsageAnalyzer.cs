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
        context.RegisterSyntaxNodeAction(AnalyzeMemberAccess, SyntaxKind.SimpleMemberAccessExpression, SyntaxKind.MemberBindingExpression);
    }

    private static void AnalyzeMemberAccess(SyntaxNodeAnalysisContext context)
    {
        // callback.Invoke, or the .Invoke of callback?.Invoke
        var (expression, name) = context.Node is MemberAccessExpressionSyntax access
            ? (access.Expression, access.Name)
            : (context.Node.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression, ((MemberBindingExpressionSyntax)context.Node).Name);
        var member = name.Identifier.ValueText;
        if ((member != ToManagedCallback && !CallbackMembers.Contains(member))
            || expression is null
            || Receiver(context.SemanticModel.GetTypeInfo(expression, context.CancellationToken).Type, member) is not { } receiver
            || context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is not null)
        {
            return;
        }

        if (Absence(member == ToManagedCallback ? receiver : receiver.TypeArguments[0], member, context.Compilation) is { } absence)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.NoSuchMember, name.GetLocation(), TypeNames.Message(receiver), member, absence.Reason, absence.Remedy));
        }
    }

    /// <summary>The handler or callback that has the generated member; null for what has none.</summary>
    private static INamedTypeSymbol? Receiver(ITypeSymbol? type, string member) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Receiver(nullable.TypeArguments[0], member),
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } handler when member == ToManagedCallback => handler,
        INamedTypeSymbol callback when member != ToManagedCallback && callback.Is(WellKnown.NativeCallback) => callback,
        _ => null,
    };

    private static (string Reason, string Remedy)? Absence(ITypeSymbol signature, string member, Compilation compilation)
    {
        const string CallElsewhere = "call it where the signature is a concrete delegate, or hand on a delegate made by ToDelegate()";
        if (signature is ITypeParameterSymbol)
        {
            return ($"its signature is the type parameter '{TypeNames.Message(signature)}'", CallElsewhere);
        }

        if (signature is not INamedTypeSymbol { TypeKind: TypeKind.Delegate } named)
        {
            return null;
        }

        if (DeclarationRules.FindDeclaration(named, compilation) is { } declaration)
        {
            return member == ToManagedCallback ? UpcallReader.Obstacle(named, declaration) : null;
        }

        if (GenericRules.IsOpen(named))
        {
            return ($"its signature '{TypeNames.Message(named)}' has type parameters", CallElsewhere);
        }

        var isOwn = SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly) && !named.IsGenericType;
        return (
            $"'{TypeNames.Message(named)}' is not declared a signature",
            isOwn ? "add [NativeSignature] to the delegate" : $"add [assembly: NativeSignature(typeof({TypeNames.Message(named)}))]");
    }
}
