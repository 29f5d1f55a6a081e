using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// What the readers of one declaration share: the consumer's target, and the findings so far. For a delegate that the
/// runtime marshals, the declaration can still be missing.
/// </summary>
internal sealed class SignatureContext(INamedTypeSymbol signature, AttributeData? attribute, bool isForeign, Compilation compilation)
{
    private readonly List<Finding> _findings = [];

    public INamedTypeSymbol Signature { get; } = signature;

    public AttributeData? Attribute { get; } = attribute;

    public Compilation Compilation { get; } = compilation;

    public TargetFacts Target { get; } = TargetFacts.Of(compilation);

    public ImmutableArray<Finding> Findings => _findings.ToImmutableArray();

    public int FindingCount => _findings.Count;

    /// <summary>The location of the declaration: the delegate's name, or the assembly attribute that names it.</summary>
    private Location DeclarationLocation => IsForeign
        ? AttributeLocation(Attribute)
        : SourceLocation(Signature) ?? AttributeLocation(Attribute);

    /// <summary>Whether the declaration is an attribute of the assembly, for a delegate that may be in another assembly.</summary>
    public bool IsForeign { get; } = isForeign;

    public void Refuse(DiagnosticDescriptor rule, params object[] arguments) =>
        _findings.Add(new Finding(rule, DeclarationLocation, arguments));

    /// <summary>Refuses a parameter, or the result for null.</summary>
    public void RefuseAt(IParameterSymbol? culprit, DiagnosticDescriptor rule, params object[] arguments) =>
        _findings.Add(new Finding(rule, SourceLocation((ISymbol?)culprit ?? Signature) ?? DeclarationLocation, arguments));

    public void RefuseAt(AttributeData culprit, DiagnosticDescriptor rule, params object[] arguments) =>
        _findings.Add(new Finding(rule, AttributeLocation(culprit), arguments));

    private static Location? SourceLocation(ISymbol symbol) =>
        symbol.Locations.Length > 0 && symbol.Locations[0].IsInSource ? symbol.Locations[0] : null;

    private Location AttributeLocation(AttributeData? attribute) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax() is { } syntax
            ? syntax.GetLocation()
            : Attribute?.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location.None;
}
