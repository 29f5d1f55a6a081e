using System;
using System.Threading;
#if NET
using System.Runtime.CompilerServices;
#endif

namespace NativeCallbacks;

/// <summary>
/// Writes to the event source. Creating that takes longer than all else that the first callback of a process needs, so another
/// thread creates it, and the creations of callbacks until then are written once it exists. A fault does not wait for that thread.
/// </summary>
internal static class CallbackTrace
{
    /// <summary>The most that waits for the source. Whoever makes one callback more waits too.</summary>
    private const int MostWaiting = 1000;

    private static readonly object Gate = new();
    private static NativeCallbacksEventSource? _source;
    private static Waiting? _first;
    private static Waiting? _last;
    private static int _waiting;

    /// <summary>The source, for what happens seldom, such as faults. It is made now if it is not there yet.</summary>
    public static NativeCallbacksEventSource Log => Volatile.Read(ref _source) ?? Make();

    /// <summary>A callback was made.</summary>
    public static void Created(Type signature)
    {
        if (Volatile.Read(ref _source) is { } source)
        {
            source.Created(signature);
        }
        else
        {
            Wait(new Waiting(signature, 0));
        }
    }

    /// <summary>An address was made.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="thunksOfSignature">How many it has now.</param>
    public static void ThunkMade(Type signature, int thunksOfSignature)
    {
        if (Volatile.Read(ref _source) is { } source)
        {
            source.ThunkMade(signature, thunksOfSignature);
        }
        else
        {
            Wait(new Waiting(signature, thunksOfSignature));
        }
    }

    private static void Wait(Waiting happened)
    {
        bool isFirst, isMost;
        lock (Gate)
        {
            isFirst = _waiting == 0;
            isMost = ++_waiting >= MostWaiting;
            _last = _last is null ? _first = happened : _last.Next = happened;
        }

        if (isMost || IsMadeAtOnce || Volatile.Read(ref _source) is not null)
        {
            Make();
        }
        else if (isFirst)
        {
            StartMaking();
        }
    }

    /// <summary>NativeAOT compiles the source ahead of time, or leaves it out.</summary>
    private static bool IsMadeAtOnce =>
#if NET
        !RuntimeFeature.IsDynamicCodeSupported;
#else
        false;
#endif

    private static void StartMaking()
    {
        var thread = new Thread(MakeThere) { IsBackground = true, Name = "NativeCallbacks: event source" };
#if NET
        thread.UnsafeStart();
#else
        thread.Start();
#endif
    }

    private static void MakeThere() => Make();

    private static NativeCallbacksEventSource Make()
    {
        var source = Holder.Source;
        Volatile.Write(ref _source, source);
        Waiting? happened;
        lock (Gate)
        {
            (happened, _first, _last) = (_first, null, null);
        }

        // Not under the lock: listeners run code of the user.
        for (; happened is not null; happened = happened.Next)
        {
            Write(source, happened);
        }

        return source;
    }

    private static void Write(NativeCallbacksEventSource source, Waiting happened)
    {
        if (happened.Thunks > 0)
        {
            source.ThunkMade(happened.Signature, happened.Thunks);
        }
        else
        {
            source.Created(happened.Signature);
        }
    }

    /// <summary>The one source, whichever thread makes it. Not under <see cref="Gate"/>: that would make others wait.</summary>
    private static class Holder
    {
        public static readonly NativeCallbacksEventSource Source = new();
    }

    /// <summary>What happened before the source was there.</summary>
    private sealed class Waiting(Type signature, int thunks)
    {
        public Type Signature { get; } = signature;

        /// <summary>The addresses of the signature, if one was made; zero if a callback was.</summary>
        public int Thunks { get; } = thunks;

        public Waiting? Next { get; set; }
    }
}
