using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: owners that native calls find by their context. The low bits of a context are an index in a table; the owner
/// there either has the context, or the context is unknown.
/// </summary>
/// <remarks>Not generic, because NativeAOT would look the type up at each call.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ContextTable : UpcallRegistry
{
    private const int FirstSize = 4;

    /// <summary>The places: a power of two, of which at most half are taken.</summary>
    private CallbackOwner?[] _places = new CallbackOwner?[FirstSize];
    private int _live;

    private protected ContextTable()
    {
    }

    private protected override int Live => _live;

    /// <summary>Finds the owner that a context belongs to, and its handler or object. If there is none, call <see cref="RecordMissedCall"/>.</summary>
    /// <param name="context">What native code passed.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="active">The handler or the object; the table of its type has the method that gives it its type.</param>
    /// <returns>Whether there is an owner, and it is not stopped.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(nint context, out CallbackOwner? owner, out object? active)
    {
        // One condition and two exits, so that the JIT puts the call of the handler directly after the checks. A method around
        // this one, or one inside it for the look-up, would undo that.
        // The place is always in the table. The comparison replaces the bounds check, which would be a second one.
        var places = _places;
        var place = unchecked((int)context) & (places.Length - 1);
        if ((uint)place < (uint)places.Length && places[place] is { } found
            && found.Context == context && found.Active is { } running)
        {
            owner = found;
            active = running;
            return true;
        }

        owner = null;
        active = null;
        return false;
    }

    /// <summary>Records a call that ran no handler.</summary>
    /// <param name="signature">The signature that native code called.</param>
    /// <param name="context">What native code passed.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RecordMissedCall(Type signature, nint context)
    {
        if (Find(context) is { } found)
        {
            found.RecordMissedCall(signature);
        }
        else
        {
            var reason = Contexts.WasIssued(context) && Registries.Find(context) is null ? HandlerNotCalledReason.Disposed : HandlerNotCalledReason.UnknownContext;
            FaultLog.RecordMissed(signature, context, context, reason, null);
        }
    }

    internal override nint GiveContext(CallbackOwner owner) => owner.Context;

    internal override void Unregister(CallbackOwner owner)
    {
        _places[unchecked((int)owner.Context) & (_places.Length - 1)] = null;
        _live--;
    }

    private protected override CallbackOwner? Find(nint context)
    {
        var places = _places;
        return places[unchecked((int)context) & (places.Length - 1)] is { } found && found.Context == context ? found : null;
    }

    /// <summary>Issues a context for an owner, and lets native calls find it.</summary>
    private protected void Add(CallbackOwner owner)
    {
        using (Gate.Enter())
        {
            if (_live >= _places.Length / 2)
            {
                Grow();
            }

            // If the place of a number is taken, the next number serves as well.
            nint context;
            do
            {
                context = Contexts.Next();
            }
            while (_places[unchecked((int)context) & (_places.Length - 1)] is not null);

            owner.Context = context;
            Volatile.Write(ref _places[unchecked((int)context) & (_places.Length - 1)], owner);
            _live++;
        }
    }

    /// <summary>Doubles the table. Places never collide: contexts that differ in fewer bits differ in more.</summary>
    private void Grow()
    {
        var places = new CallbackOwner?[_places.Length * 2];
        foreach (var owner in _places)
        {
            if (owner is not null)
            {
                places[unchecked((int)owner.Context) & (places.Length - 1)] = owner;
            }
        }

        // Native calls read the old table until the new one is complete.
        Volatile.Write(ref _places, places);
    }
}
