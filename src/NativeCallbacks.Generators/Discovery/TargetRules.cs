using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>What generated code requires from the consumer's project.</summary>
internal static class TargetRules
{
    public static void Check(SignatureContext context)
    {
        CheckProject(context);
        CheckParameters(context);
    }

    /// <summary>What the project must allow and support.</summary>
    public static void CheckProject(SignatureContext context)
    {
        var name = context.Name;
        if (context.Target.LanguageVersion < LanguageVersion.CSharp9)
        {
            context.Reject(Rules.LanguageVersion, name, context.Target.LanguageVersion.ToDisplayString());
        }

        if (!context.Target.AllowsUnsafe)
        {
            context.Reject(Rules.UnsafeBlocks, name);
        }
    }

    /// <summary>The names that are reserved for generated code.</summary>
    public static void CheckParameters(SignatureContext context)
    {
        foreach (var parameter in context.Invoke.Parameters
            .Where(static parameter => parameter.Name.EndsWith(ReservedNames.Suffix, System.StringComparison.Ordinal)))
        {
            context.RejectAt(parameter, Rules.ReservedName, $"The parameter '{parameter.Name}'", "ends in '__'");
        }
    }
}
