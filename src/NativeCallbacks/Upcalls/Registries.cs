using System;
using System.Collections.Generic;
using System.Linq;

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
    public static bool Hold(nint context)
    {
        lock (All)
        {
            // Without a closure: late calls come in floods.
            foreach (var reference in All)
            {
                if (reference.TryGetTarget(out var registry) && registry.Holds(context))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>How many managed callbacks of all signatures are not disposed.</summary>
    public static long CountLive()
    {
        lock (All)
        {
            return All.Sum(static reference => reference.TryGetTarget(out var registry) ? registry.CountLive() : 0);
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
