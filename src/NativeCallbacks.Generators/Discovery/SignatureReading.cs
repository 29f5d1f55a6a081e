using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>The result of reading one declaration.</summary>
/// <param name="Model">The signature, or what is needed of a rejected one; null if not even stubs can be written (for example, of a private delegate).</param>
/// <param name="Findings">Why it is rejected; empty for a good one. The analyzer reports them, the generator does not.</param>
internal sealed record SignatureReading(DeclarationModel? Model, ImmutableArray<Finding> Findings);

/// <summary>One reason why a declaration is rejected, and its location.</summary>
internal sealed record Finding(DiagnosticDescriptor Rule, Location Location, params object[] Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Arguments);
}
