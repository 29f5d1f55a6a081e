using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// What the readers of one declaration share: the consumer's target, and the findings so far. The declaration is a delegate, or
/// a method of an API or a table. For a delegate that the runtime marshals, the attribute can still be missing.
/// </summary>
internal sealed class SignatureContext(INamedTypeSymbol signature, AttributeData? attribute, bool isForeign, Compilation compilation)
{
    private readonly List<Finding> _findings = [];
    private readonly IMethodSymbol? _method;
    private readonly AttributeData? _defaults;

    /// <summary>Creates the context of one method of an API or a table.</summary>
    /// <param name="method">The method.</param>
    /// <param name="attribute">Its own attribute; null if it has none.</param>
    /// <param name="defaults">The attribute of its type, whose options hold where its own does not set them.</param>
    /// <param name="compilation">The compilation.</param>
    public SignatureContext(IMethodSymbol method, AttributeData? attribute, AttributeData defaults, Compilation compilation)
        : this(method.ContainingType, attribute ?? defaults, isForeign: false, compilation)
    {
        _method = method;
        _defaults = defaults;
    }

    /// <summary>Whether native code takes an object before the parameters of the method.</summary>
    public bool TakesInstance { get; init; }

    /// <summary>The delegate, or the type of the method.</summary>
    public INamedTypeSymbol Signature { get; } = signature;

    /// <summary>The method that has the parameters and the result.</summary>
    public IMethodSymbol Invoke => _method ?? Signature.DelegateInvokeMethod!;

    /// <summary>The declaration, as messages name it.</summary>
    public string Name => _method is null ? TypeNames.Message(Signature) : $"{TypeNames.Message(Signature)}.{_method.Name}";

    public AttributeData? Attribute { get; } = attribute;

    public Compilation Compilation { get; } = compilation;

    public TargetFacts Target { get; } = TargetFacts.Of(compilation);

    public ImmutableArray<Finding> Findings => _findings.ToImmutableArray();

    public int FindingCount => _findings.Count;

    /// <summary>The location of the declaration: the delegate's name, or the assembly attribute that names it.</summary>
    private Location DeclarationLocation => IsForeign
        ? AttributeLocation(Attribute)
        : SourceLocation(Symbol) ?? AttributeLocation(Attribute);

    private ISymbol Symbol => (ISymbol?)_method ?? Signature;

    /// <summary>Whether the declaration is an attribute of the assembly, for a delegate that may be in another assembly.</summary>
    public bool IsForeign { get; } = isForeign;

    /// <summary>An option of the declaration: its own, or that of the type, or the default.</summary>
    public T Option<T>(string name, T otherwise) => Attribute.Named(name, _defaults.Named(name, otherwise));

    public void Reject(DiagnosticDescriptor rule, params object[] arguments) =>
        _findings.Add(new Finding(rule, DeclarationLocation, arguments));

    /// <summary>Rejects a parameter, or the result for null.</summary>
    public void RejectAt(IParameterSymbol? culprit, DiagnosticDescriptor rule, params object[] arguments) =>
        _findings.Add(new Finding(rule, SourceLocation(culprit ?? Symbol) ?? DeclarationLocation, arguments));

    public void RejectAt(AttributeData culprit, DiagnosticDescriptor rule, params object[] arguments) =>
        _findings.Add(new Finding(rule, AttributeLocation(culprit), arguments));

    private static Location? SourceLocation(ISymbol symbol) =>
        symbol.Locations.Length > 0 && symbol.Locations[0].IsInSource ? symbol.Locations[0] : null;

    private Location AttributeLocation(AttributeData? attribute) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax() is { } syntax
            ? syntax.GetLocation()
            : Attribute?.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location.None;
}
