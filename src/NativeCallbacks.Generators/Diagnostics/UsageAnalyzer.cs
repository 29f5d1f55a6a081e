using System.Collections.Immutable;
using System.Linq;
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
        context.RegisterSyntaxNodeAction(AnalyzeMemberAccess, SyntaxKind.SimpleMemberAccessExpression);
    }

    private static void AnalyzeMemberAccess(SyntaxNodeAnalysisContext context)
    {
        var access = (MemberAccessExpressionSyntax)context.Node;
        var member = access.Name.Identifier.ValueText;
        if (!GeneratedMembers.Contains(member)
            || context.SemanticModel.GetTypeInfo(access.Expression, context.CancellationToken).Type is not INamedTypeSymbol callback
            || !callback.Is(WellKnown.NativeCallback))
        {
            return;
        }

        var signature = callback.TypeArguments[0];
        if (signature is ITypeParameterSymbol)
        {
            Report("its signature is the type parameter '{0}'", "call it where the signature is a concrete delegate, or hand on a delegate made by ToDelegate()");
        }
        else if (signature is INamedTypeSymbol { TypeKind: TypeKind.Delegate } named && !IsDeclared(named, context.Compilation))
        {
            var isOwn = SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, context.Compilation.Assembly) && !named.IsGenericType;
            Report("'{0}' is not declared a signature", isOwn
                ? "add [NativeSignature] to the delegate"
                : $"add [assembly: NativeSignature(typeof({TypeNames.Message(named)}))]");
        }

        void Report(string reason, string remedy) => context.ReportDiagnostic(Diagnostic.Create(
            Rules.UnmarkedSignature,
            access.Name.GetLocation(),
            TypeNames.Message(callback),
            member,
            string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, TypeNames.Message(signature)),
            remedy));
    }

    private static bool IsDeclared(INamedTypeSymbol signature, Compilation compilation) =>
        signature.OriginalDefinition.GetAttributes().Find(WellKnown.NativeSignatureAttribute) is not null
        || compilation.SourceModule.ReferencedAssemblySymbols
            .Where(friend => friend.GivesAccessTo(compilation.Assembly))
            .Prepend(compilation.Assembly)
            .SelectMany(DeclarationRules.ForeignDeclarations)
            .Any(item => SymbolEqualityComparer.Default.Equals(item.Signature, signature));
}
