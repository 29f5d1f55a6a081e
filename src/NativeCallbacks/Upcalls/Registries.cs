using System;
using System.Collections.Generic;

namespace NativeCallbacks;

/// <summary>
/// The registries of all signatures, for counters and for messages. Held weakly: those of a collectible load context must not
/// live longer than it.
/// </summary>
internal static class Registries
{
    private static readonly List<WeakReference<IRegistry>> All = [];

    public static void Add(IRegistry registry)
    {
        lock (All)
        {
            All.RemoveAll(static reference => !reference.TryGetTarget(out _));
            All.Add(new WeakReference<IRegistry>(registry));
        }
    }

    /// <summary>Whether a managed callback of some signature has the context.</summary>
    public static bool Hold(nint context) => Any(registry => registry.Holds(context));

    /// <summary>How many managed callbacks of all signatures are not disposed.</summary>
    public static long CountLive()
    {
        var live = 0L;
        Any(registry =>
        {
            live += registry.CountLive();
            return false;
        });
        return live;
    }

    private static bool Any(Predicate<IRegistry> condition)
    {
        lock (All)
        {
            return All.Exists(reference => reference.TryGetTarget(out var registry) && condition(registry));
        }
    }
}

/// <summary>The managed callbacks of one signature.</summary>
internal interface IRegistry
{
    /// <summary>Whether one of them has the context.</summary>
    public bool Holds(nint context);

    /// <summary>How many are not disposed.</summary>
    public long CountLive();
}
