using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Benchmarks.BuildTime.Compilers;

/// <summary>Looks for an attribute that no declaration has.</summary>
internal sealed class IdleGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var found = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Consumer.NobodyHasThisAttribute", static (_, _) => true, static (target, _) => target.TargetSymbol.Name);
        context.RegisterSourceOutput(found, static (output, name) => output.AddSource(name, ""));
    }
}
