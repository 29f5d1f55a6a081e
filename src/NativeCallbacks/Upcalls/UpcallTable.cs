using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the managed callbacks of a signature with a context argument. All share one address; the context is
/// an index into a table, with a generation above it, so that a stale one is recognised and never dereferenced.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UpcallTable<TSignature> : UpcallRegistry<TSignature>
    where TSignature : Delegate
{
    /// <summary>How many bits of a context are the index: half of them, so 16 bits of generation on 32-bit platforms.</summary>
    private static readonly int IndexBits = IntPtr.Size * 4;

    private readonly Queue<int> _free = new();
    private readonly nint _address;
    private Entry[] _entries = new Entry[4];
    private int _used;

    /// <summary>Creates the table of one signature.</summary>
    /// <param name="address">The function that native code calls.</param>
    public UpcallTable(nint address)
    {
        _address = address;
    }

    /// <summary>Finds the handler that a context belongs to. Where there is none, <see cref="Missed"/> is to be told.</summary>
    /// <param name="context">What native code passed.</param>
    /// <param name="callback">The handler's owner.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>Whether there is a handler, and it has not failed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(nint context, out ManagedCallback<TSignature>? callback, out TSignature? handler)
    {
        // One condition, and two ends: so the JIT puts the call of the handler straight behind the checks. A method for the
        // look-up, which Missed could share, would undo that.
        var entries = _entries;
        var index = unchecked((uint)Index(context));
        if (index < (uint)entries.Length && entries[index].Callback is { } found
            && found.Context == context && found.ActiveHandler is { } active)
        {
            callback = found;
            handler = active;
            return true;
        }

        callback = null;
        handler = null;
        return false;
    }

    /// <summary>Counts a call that had no handler, unless its callback is there and has failed.</summary>
    /// <param name="context">What native code passed.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Missed(nint context)
    {
        var entries = _entries;
        var index = unchecked((uint)Index(context));
        if (index >= (uint)entries.Length || entries[index].Callback?.Context != context)
        {
            NativeCallbacksEventSource.Log.LateCall(typeof(TSignature));
        }
    }

    private protected override int Live => _used - _free.Count;

    internal override void Leave(ManagedCallback<TSignature> callback, nint address)
    {
        var index = (int)Index(callback.Context);
        _entries[index].Callback = null;
        _free.Enqueue(index);
    }

    private protected override ManagedCallback<TSignature> Enter(TSignature handler, Action<Exception>? onFault)
    {
        using (Gate.Enter())
        {
            var index = _free.Count > 0 ? _free.Dequeue() : Grow();
            ref var entry = ref _entries[index];
            entry.Generation = Math.Max(unchecked(entry.Generation + 1) & GenerationMask, 1);
            var context = unchecked((nint)(((ulong)entry.Generation << IndexBits) | (uint)index));
            var callback = new ManagedCallback<TSignature>(handler, onFault, this, _address, context);
            Volatile.Write(ref entry.Callback, callback);
            return callback;
        }
    }

    private static uint GenerationMask => IntPtr.Size == 8 ? uint.MaxValue : ushort.MaxValue;

    private static nint Index(nint context) => unchecked(context & (nint)((1L << IndexBits) - 1));

    private int Grow()
    {
        if (_used == _entries.Length)
        {
            if (IntPtr.Size == 4 && _used > ushort.MaxValue)
            {
                throw new InvalidOperationException($"There are {ushort.MaxValue + 1} live managed callbacks of {typeof(TSignature).Name}, the most on a 32-bit platform. Dispose those that native code has let go.");
            }

            // Native calls read the old array until the new one is there.
            var entries = new Entry[_used * 2];
            Array.Copy(_entries, entries, _used);
            Volatile.Write(ref _entries, entries);
        }

        return _used++;
    }

    /// <summary>A place in the table. The generation stays when the callback goes.</summary>
    private struct Entry
    {
        public ManagedCallback<TSignature>? Callback;
        public uint Generation;
    }
}
