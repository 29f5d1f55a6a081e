using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the C# objects that native code calls by the table of one interface. Each has two words of native memory: the
/// address of the table, and a context that identifies the object. That memory is never freed, so a stale object is recognised.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ObjectTable<TInterface> : ContextTable
    where TInterface : class
{
    private readonly nint _functions;

    /// <summary>Creates the place of the objects.</summary>
    /// <param name="functions">The table, which is never freed.</param>
    public ObjectTable(nint functions)
    {
        _functions = functions;
    }

    /// <summary>Exposes an object.</summary>
    /// <param name="implementation">The object.</param>
    /// <param name="onFault">Called for each fault; null for nothing.</param>
    /// <param name="policy">What a fault does beyond its own call.</param>
    /// <exception cref="ArgumentNullException"><paramref name="implementation"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="policy"/> is not a member of the enum.</exception>
    public ManagedTable<TInterface> Expose(TInterface implementation, Action<Exception>? onFault, FaultPolicy policy)
    {
        CallbackOwner.Check(implementation, nameof(implementation), policy);
        var memory = OwnedMemory.Allocate(2 * IntPtr.Size);
        var owner = new ManagedTable<TInterface>(implementation, onFault, policy, this, memory);
        Add(owner);
        Marshal.WriteIntPtr(memory, _functions);
        Marshal.WriteIntPtr(memory, IntPtr.Size, owner.Context);
        CallbackTrace.Created(typeof(TInterface));
        return owner;
    }

    /// <summary>The context of an object that native code passed; zero for null, which no object has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
#pragma warning disable CA1822, MA0041, S2325 // Generated code has the table at hand, and not the type.
    public nint Context(nint instance)
    {
        unsafe
        {
            return instance == 0 ? 0 : ((nint*)instance)[1];
        }
    }

    /// <summary>The object that <see cref="ContextTable.TryFind"/> found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TInterface Target(object? active) => Unsafe.As<TInterface>(active!); // Nothing else is in the table.
#pragma warning restore CA1822, MA0041, S2325
}
