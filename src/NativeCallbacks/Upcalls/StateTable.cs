using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: the states of one type, and the objects that static callbacks get from them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StateTable<T> : ContextTable
    where T : class
{
    private StateTable()
    {
    }

    /// <summary>The only instance.</summary>
#pragma warning disable CA1000 // Generated code reads it once for each static callback.
    public static StateTable<T> Instance { get; } = new();
#pragma warning restore CA1000

    /// <summary>The object that <see cref="ContextTable.TryFind"/> found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
#pragma warning disable CA1822, MA0041, S2325 // Generated code has the table at hand, and not the type.
    public T Target(object? active) => Unsafe.As<T>(active!); // Nothing else is in the table.
#pragma warning restore CA1822, MA0041, S2325

    /// <summary>The object of a context, stopped or not; null if none has it.</summary>
    internal T? FindTarget(nint context) => (Find(context) as CallbackState<T>)?.Target;

    internal void Register(CallbackState<T> state)
    {
        Add(state);
        CallbackTrace.Created(typeof(CallbackState<T>));
    }
}
