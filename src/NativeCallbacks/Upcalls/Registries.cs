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

    /// <summary>What has a context, of whatever signature or type; null if nothing has it.</summary>
    public static CallbackOwner? Find(nint context)
    {
        lock (All)
        {
            // Without a closure: late calls come in floods.
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
    /// <summary>The one that has a context; null if none has it.</summary>
    public CallbackOwner? Find(nint context);

    /// <summary>How many are not disposed.</summary>
    public long CountLive();
}
