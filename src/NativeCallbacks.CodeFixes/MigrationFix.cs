using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.CodeFixes;

/// <summary>NCB0025: a <c>NativeCallback&lt;T&gt;</c> in place of a delegate that the runtime marshals, and its declaration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MigrationFix : DeclaringFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.Marshalled.Id);

    private protected override async Task<Remedy?> FindAsync(Document document, TextSpan span, CancellationToken cancellation)
    {
        if (await MarshalledCall.FindAsync(document, span, cancellation).ConfigureAwait(false) is not { } call)
        {
            return null;
        }

        var signature = call.Delegate.Signature;
        var name = $"NativeCallback<{TypeNames.Message(signature)}>";
        var title = call.Use == DelegateUse.Kept ? $"Use {name}.ToDelegate()" : $"Call through {name}";
        return new Remedy(title, signature, AsMarshalled: true, call.Rewrite);
    }
}
