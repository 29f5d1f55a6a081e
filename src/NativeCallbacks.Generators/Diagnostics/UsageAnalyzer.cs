using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.Generators.Diagnostics;

/// <summary>
/// Explains a call on a <c>NativeCallback&lt;T&gt;</c> whose <c>T</c> is not declared a signature. The compiler's own
/// error names whatever other signature it knows.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<string> GeneratedMembers = ImmutableArray.Create("Invoke", "AsPointer", "ToDelegate");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.UnmarkedSignature);

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
        var (receiver, name) = context.Node is MemberAccessExpressionSyntax access
            ? (access.Expression, access.Name)
            : (context.Node.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression, ((MemberBindingExpressionSyntax)context.Node).Name);
        var member = name.Identifier.ValueText;
        if (!GeneratedMembers.Contains(member)
            || receiver is null
            || Callback(context.SemanticModel.GetTypeInfo(receiver, context.CancellationToken).Type) is not { } callback)
        {
            return;
        }

        const string CallElsewhere = "call it where the signature is a concrete delegate, or hand on a delegate made by ToDelegate()";
        var signature = callback.TypeArguments[0];
        if (signature is ITypeParameterSymbol)
        {
            Report("its signature is the type parameter '{0}'", CallElsewhere);
        }
        else if (signature is not INamedTypeSymbol { TypeKind: TypeKind.Delegate } named || IsDeclared(named, context.Compilation))
        {
            return;
        }
        else if (GenericRules.IsOpen(named))
        {
            Report("its signature '{0}' has type parameters", CallElsewhere);
        }
        else
        {
            var isOwn = SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, context.Compilation.Assembly) && !named.IsGenericType;
            Report("'{0}' is not declared a signature", isOwn
                ? "add [NativeSignature] to the delegate"
                : $"add [assembly: NativeSignature(typeof({TypeNames.Message(named)}))]");
        }

        void Report(string reason, string remedy) => context.ReportDiagnostic(Diagnostic.Create(
            Rules.UnmarkedSignature,
            name.GetLocation(),
            TypeNames.Message(callback),
            member,
            string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, TypeNames.Message(signature)),
            remedy));
    }

    private static INamedTypeSymbol? Callback(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Callback(nullable.TypeArguments[0]),
        INamedTypeSymbol named when named.Is(WellKnown.NativeCallback) => named,
        _ => null,
    };

    private static bool IsDeclared(INamedTypeSymbol signature, Compilation compilation) =>
        signature.OriginalDefinition.GetAttributes().Find(WellKnown.NativeSignatureAttribute) is not null
        || DeclarationRules.IsDeclaredByAssembly(signature, compilation);
}
