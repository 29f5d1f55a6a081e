using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the managed callbacks of a signature with a context argument. All share one address; the low bits of
/// the context are a place in a table, and the callback there has the context or is not the one that is meant.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UpcallTable<TSignature> : UpcallRegistry<TSignature>
    where TSignature : Delegate
{
    private const int FirstSize = 4;

    private readonly nint _address;

    /// <summary>The places, a power of two of them, of which at most one half is taken.</summary>
    private ManagedCallback<TSignature>?[] _places = new ManagedCallback<TSignature>?[FirstSize];
    private int _live;

    /// <summary>Creates the table of one signature.</summary>
    /// <param name="address">The function that native code calls.</param>
    public UpcallTable(nint address)
    {
        _address = address;
    }

    private protected override int Live => _live;

    /// <summary>Finds the handler that a context belongs to. If there is none, call <see cref="RecordMissedCall"/>.</summary>
    /// <param name="context">What native code passed.</param>
    /// <param name="callback">The handler's owner.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>Whether there is a handler, and it is not stopped.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(nint context, out ManagedCallback<TSignature>? callback, out TSignature? handler)
    {
        // One condition, and two ends: so the JIT puts the call of the handler straight behind the checks. A method for the
        // look-up, which RecordMissedCall could share, would undo that.
        // The place is always in the table. The comparison replaces the bounds check, which would be a second one.
        var places = _places;
        var place = unchecked((int)context) & (places.Length - 1);
        if ((uint)place < (uint)places.Length && places[place] is { } found
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

    /// <summary>Records a call that ran no handler.</summary>
    /// <param name="context">What native code passed.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RecordMissedCall(nint context)
    {
        var places = _places;
        if (places[unchecked((int)context) & (places.Length - 1)] is { } found && found.Context == context)
        {
            found.RecordMissedCall();
        }
        else
        {
            var reason = Contexts.WasIssued(context) && !Registries.Hold(context) ? HandlerNotCalledReason.Disposed : HandlerNotCalledReason.UnknownContext;
            FaultLog.RecordMissed(typeof(TSignature), context, context, reason, null);
        }
    }

    internal override void Unregister(ManagedCallback<TSignature> callback, nint address)
    {
        _places[unchecked((int)callback.Context) & (_places.Length - 1)] = null;
        _live--;
    }

    private protected override bool Holds(nint context)
    {
        var places = _places;
        return places[unchecked((int)context) & (places.Length - 1)]?.Context == context;
    }

    private protected override ManagedCallback<TSignature> Register(TSignature handler, Action<Exception>? onFault, FaultPolicy policy)
    {
        using (Gate.Enter())
        {
            if (_live >= _places.Length / 2)
            {
                Grow();
            }

            // Of a number whose place is taken, the next is as good.
            nint context;
            do
            {
                context = Contexts.Next();
            }
            while (_places[unchecked((int)context) & (_places.Length - 1)] is not null);

            var callback = new ManagedCallback<TSignature>(handler, onFault, policy, this, _address, context);
            Volatile.Write(ref _places[unchecked((int)context) & (_places.Length - 1)], callback);
            _live++;
            return callback;
        }
    }

    /// <summary>Doubles the table. Places never collide: contexts that differ in fewer bits differ in more.</summary>
    private void Grow()
    {
        var places = new ManagedCallback<TSignature>?[_places.Length * 2];
        foreach (var callback in _places)
        {
            if (callback is not null)
            {
                places[unchecked((int)callback.Context) & (places.Length - 1)] = callback;
            }
        }

        // Native calls read the old table until the new one is complete.
        Volatile.Write(ref _places, places);
    }
}
