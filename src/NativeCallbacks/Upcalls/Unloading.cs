#if NET
using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace NativeCallbacks;

/// <summary>
/// Collectible load contexts. What is recorded for an <c>Invoke</c> refers to signatures, exceptions and the methods in their
/// stacks; once the user unloads their context, it must not keep that context alive.
/// </summary>
internal static class Unloading
{
    private static readonly ConditionalWeakTable<AssemblyLoadContext, object> Watched = new();

    /// <summary>
    /// Whether there can be collectible contexts: not in NativeAOT programs, which the compiler knows, and leaves the rest out
    /// with the reflection that it needs.
    /// </summary>
    private static bool CanUnload => RuntimeFeature.IsDynamicCodeSupported;

    /// <summary>Discards what is recorded when a load context that it refers to is unloaded.</summary>
    /// <param name="forget">Forgets what <see cref="RefersTo(AssemblyLoadContext, Incident)"/> a context.</param>
    /// <param name="signature">The signature that native code called.</param>
    /// <param name="exception">The fault; null for a call that ran no handler.</param>
    /// <param name="handler">The handler; null if there is none, or it is no longer known.</param>
    public static void Watch(Action<AssemblyLoadContext> forget, Type signature, Exception? exception = null, Delegate? handler = null)
    {
        if (!CanUnload)
        {
            return;
        }

        Watch(forget, signature.Assembly);
        Watch(forget, exception?.GetType().Assembly);
        Watch(forget, handler?.Method.Module.Assembly);
    }

    /// <summary>Whether something recorded refers to a context.</summary>
    public static bool RefersTo(AssemblyLoadContext context, Incident incident) => CanUnload && (
        Is(context, incident.Missed?.Signature.Assembly)
        || RefersTo(context, incident.Fault)
        || RefersTo(context, incident.Missed?.Earlier));

    private static bool RefersTo(AssemblyLoadContext context, FaultRecord? fault) => fault is not null
        && (Is(context, fault.Signature.Assembly)
            || Is(context, fault.Exception.GetType().Assembly)
            || new StackTrace(fault.Exception, fNeedFileInfo: false).GetFrames().Any(frame => Is(context, Method(frame)?.Module.Assembly)));

    private static void Watch(Action<AssemblyLoadContext> forget, Assembly? assembly)
    {
        if (assembly is { IsCollectible: true }
            && AssemblyLoadContext.GetLoadContext(assembly) is { } context
            && Watched.TryAdd(context, context.Name ?? ""))
        {
            context.Unloading += forget;
        }
    }

    private static bool Is(AssemblyLoadContext context, Assembly? assembly) =>
        assembly is { IsCollectible: true } && AssemblyLoadContext.GetLoadContext(assembly) == context;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only the module is read; and a trimmed program has no collectible load contexts.")]
    private static MethodBase? Method(StackFrame frame) => frame.GetMethod();
}
#endif
