using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>
/// Explains why a generated member is missing: the delegate is not declared as a signature, or its signature has no such
/// member. The compiler's own error names another signature.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<string> CallbackMembers =
        ImmutableArray.Create(MemberNames.Invoke, MemberNames.AsPointer, MemberNames.ToDelegate, MemberNames.Map);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.NoSuchMember);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();

        // Only code that does not compile is analyzed, so that valid code costs nothing.
        context.RegisterOperationAction(AnalyzeInvalid, OperationKind.Invalid);
    }

    private static void AnalyzeInvalid(OperationAnalysisContext context)
    {
        if (context.Operation.SemanticModel is { } tables && TableUse.Find(context.Operation.Syntax, tables, context.CancellationToken) is var (table, use, reason, remedy))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.NoSuchMember, use.GetLocation(), TypeNames.Message(table), use.Identifier.ValueText, reason, remedy));
            return;
        }

        if (context.Operation.SemanticModel is not { } model
            || Find(context.Operation.Syntax, model, context.CancellationToken) is not var (type, name))
        {
            return;
        }

        var member = name.Identifier.ValueText;
        if (Absence(Signature(type, member), member, context.Compilation) is { } absence)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.NoSuchMember, name.GetLocation(), TypeNames.Message(type), member, absence.Reason, absence.Remedy));
        }
    }

    /// <summary>The signature whose member is used; null if the syntax is not such a use.</summary>
    internal static ITypeSymbol? FindSignature(SyntaxNode syntax, SemanticModel model, CancellationToken cancellation) =>
        Find(syntax, model, cancellation) is var (type, name) ? Signature(type, name.Identifier.ValueText) : null;

    private static ITypeSymbol Signature(ITypeSymbol receiver, string member) =>
        member == MemberNames.ToManagedCallback ? receiver : ((INamedTypeSymbol)receiver).TypeArguments[0];

    /// <summary>The type that a generated member would extend, and the member's name.</summary>
    private static (ITypeSymbol Type, SimpleNameSyntax Name)? Find(SyntaxNode syntax, SemanticModel model, CancellationToken cancellation)
    {
        // callback.Invoke(…), the .Invoke(…) of callback?.Invoke(…), or either without a call.
        var (receiver, name) = (syntax is InvocationExpressionSyntax call ? call.Expression : syntax) switch
        {
            MemberAccessExpressionSyntax access => (access.Expression, access.Name),
            MemberBindingExpressionSyntax binding => (binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression, binding.Name),
            _ => (null, null),
        };
        var member = name?.Identifier.ValueText;
        return receiver is not null
            && (member == MemberNames.ToManagedCallback || CallbackMembers.Contains(member!))
            && Receiver(model.GetTypeInfo(receiver, cancellation).Type, member!) is { } type
                ? (type, name!)
                : null;
    }

    /// <summary>The delegate or the <c>NativeCallback&lt;T&gt;</c> that a generated member would extend; null for other types.</summary>
    private static ITypeSymbol? Receiver(ITypeSymbol? type, string member) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Receiver(nullable.TypeArguments[0], member),
        not null when member == MemberNames.ToManagedCallback && (type.TypeKind == TypeKind.Delegate || IsAnyDelegate(type)) => type,
        INamedTypeSymbol callback when member != MemberNames.ToManagedCallback && callback.Is(WellKnown.NativeCallback) => callback,
        _ => null,
    };

    /// <summary>Whether a type is a delegate, without saying which: <c>Delegate</c> itself, or a type parameter of it.</summary>
    private static bool IsAnyDelegate(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Delegate or SpecialType.System_MulticastDelegate
        || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(static constraint => constraint.TypeKind == TypeKind.Delegate || IsAnyDelegate(constraint)));

    private static (string Reason, string Remedy)? Absence(ITypeSymbol signature, string member, Compilation compilation)
    {
        var callElsewhere = member == MemberNames.ToManagedCallback
            ? "call it where the type of the delegate is known, and pass the managed callback"
            : "call it where the signature is a concrete delegate, or pass a delegate from ToDelegate()";
        var name = TypeNames.Message(signature);
        if (signature is ITypeParameterSymbol)
        {
            return ($"its signature is the type parameter '{name}'", callElsewhere);
        }

        if (member == MemberNames.ToManagedCallback && IsAnyDelegate(signature))
        {
            return ($"'{name}' does not say which delegate it is", callElsewhere);
        }

        if (signature is not INamedTypeSymbol { TypeKind: TypeKind.Delegate } named)
        {
            return null;
        }

        if (DeclarationRules.FindDeclaration(named, compilation) is { } declaration)
        {
            return member switch
            {
                MemberNames.ToManagedCallback => UpcallReader.Obstacle(named, declaration),
                MemberNames.Map when !ScalarRules.IsScalar(named, declaration) =>
                    ($"'{name}' does not take numbers by value and return a plain number", "call Invoke in a loop"),
                _ => null,
            };
        }

        if (GenericRules.IsOpen(named))
        {
            return ($"its signature '{name}' has type parameters", callElsewhere);
        }

        return (
            $"'{name}' is not declared as a signature",
            DeclarationRules.IsOwn(named, compilation) ? "add [NativeSignature] to the delegate" : $"add [assembly: NativeSignature(typeof({name}))]");
    }
}
