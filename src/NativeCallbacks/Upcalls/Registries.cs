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
            if (All.Count > 0)
            {
                All.RemoveAll(static reference => !reference.TryGetTarget(out _));
            }

            All.Add(new WeakReference<IRegistry>(registry));
        }
    }

    /// <summary>The owner of a context, of any signature or type; null if there is none.</summary>
    public static CallbackOwner? Find(nint context)
    {
        lock (All)
        {
            // Without a closure, because late calls can be frequent.
            foreach (var reference in All)
            {
                if (reference.TryGetTarget(out var registry) && registry.Find(context) is { } owner)
                {
                    return owner;
                }
            }

            return null;
        }
    }

    /// <summary>How many owners of all signatures and types are not disposed.</summary>
    public static long CountLive()
    {
        lock (All)
        {
            return All.Sum(static reference => reference.TryGetTarget(out var registry) ? registry.CountLive() : 0);
        }
    }
}

/// <summary>The owners of one signature or of one type of state.</summary>
internal interface IRegistry
{
    /// <summary>The owner of a context; null if there is none.</summary>
    public CallbackOwner? Find(nint context);

    /// <summary>How many are not disposed.</summary>
    public long CountLive();
}
