using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>One reason why a declaration is refused, and where it stands.</summary>
internal sealed record Finding(DiagnosticDescriptor Rule, Location Location, params object[] Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Arguments);
}
