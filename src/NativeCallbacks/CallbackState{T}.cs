using System;
using System.Globalization;
using NativeCallbacks.CompilerServices;

namespace NativeCallbacks;

/// <summary>
/// An object that native code passes to several handlers as one context (<c>void *user_data</c>): each
/// <see cref="StaticCallbackAttribute"/> method that takes <c>[UserData] T</c> gets the object, and native code gets
/// <see cref="CallbackOwner.UserData"/>. A call allocates nothing, and a state needs no other object than this one.
/// </summary>
/// <remarks>
/// <para>
/// <b>Lifetime.</b> The object is held until <see cref="CallbackOwner.Dispose"/>, or until native code calls
/// <see cref="CallbackOwner.DestroyNotify"/>. After that a handler is not called: native code gets the fault result, and the
/// <c>Invoke</c> during which it happens throws a <see cref="HandlerNotCalledException"/>. Another object is never reached: a context
/// belongs to one state of exactly <typeparamref name="T"/>.
/// </para>
/// <para>
/// <b>Faults.</b> An exception of any method belongs to this state: <see cref="CallbackOwner.Fault"/> returns it, and until it is
/// thrown, no method of this state runs (<see cref="FaultPolicy.Stop"/>). Other states are not affected.
/// </para>
/// <para>
/// <b>Threading.</b> Native code may call from any thread, also from several at once; the methods must allow it. It is not
/// available on netstandard2.0, where static callbacks are not supported.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// using var libc = NativeModule.Load("libc.so.6");
/// var descending = new Descending();
/// using var state = new CallbackState&lt;Descending&gt;(descending);
/// int[] numbers = [5, 3, 9, 1];
///
/// libc.GetCallback&lt;Sort&gt;("qsort_r").Invoke(numbers, sizeof(int), Descending.Comparer, state.UserData);
/// Console.WriteLine(string.Join(", ", numbers)); // 9, 5, 3, 1
/// Console.WriteLine(descending.Comparisons > 2); // True
///
/// sealed partial class Descending
/// {
///     public int Comparisons { get; private set; }
///
///     [StaticCallback(nameof(Compare))]
///     public static partial NativeCallback&lt;Compare&gt; Comparer { get; }
///
///     private static int Compare(in int a, in int b, [UserData] Descending self)
///     {
///         self.Comparisons++;
///         return b.CompareTo(a);
///     }
/// }
///
/// [NativeSignature]
/// delegate int Compare(in int a, in int b, [UserData] nint state);
///
/// [NativeSignature]
/// delegate void Sort(
///     [Shape(nameof(count))] Span&lt;int&gt; numbers, nuint count, nuint size, NativeCallback&lt;Compare&gt; compare, [UserData(nameof(compare))] nint state);
/// </code>
/// </example>
/// <typeparam name="T">The type that the methods take, exactly.</typeparam>
public sealed class CallbackState<T> : CallbackOwner
    where T : class
{
    /// <summary>Gives a context to an object.</summary>
    /// <param name="target">The object. It may be the one whose constructor calls this.</param>
    /// <param name="onFault">Called for each fault of a method, on its thread and before native code gets the fault result. Its own
    /// exceptions are only traced.</param>
    /// <param name="policy">What a fault does beyond its own call: by default, no method runs until an <c>Invoke</c> has thrown the fault.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="policy"/> is not a member of the enum.</exception>
    public CallbackState(T target, Action<Exception>? onFault = null, FaultPolicy policy = FaultPolicy.Stop)
        : base(target, onFault, policy, StateTable<T>.Instance, address: 0)
    {
        Check(target, nameof(target), policy);
        StateTable<T>.Instance.Register(this);
    }

    /// <summary>The object; null once the state is disposed.</summary>
    public new T? Target => (T?)base.Target;

    /// <summary>
    /// The object of a context that native code does not pass, but returns on request: SQLite's <c>sqlite3_user_data</c>, Lua's
    /// upvalues, <c>GetWindowLongPtr</c>.
    /// </summary>
    /// <param name="userData">The <see cref="CallbackOwner.UserData"/> of a state of this type, pointer-sized.</param>
    /// <exception cref="ArgumentException">No state of this type has the context: the state is disposed, or the context never belonged to one.</exception>
#pragma warning disable CA1000 // The type argument is what is asked for.
    public static T GetTarget(nint userData) => StateTable<T>.Instance.FindTarget(userData) ?? throw new ArgumentException(
        $"The context 0x{((long)userData).ToString("X", CultureInfo.InvariantCulture)} belongs to no CallbackState<{CSharpTypeName.Of(typeof(T))}>. "
            + (Contexts.WasIssued(userData) ? "Dispose a state only when native code no longer uses it." : "Pass the UserData of the state to native code."),
        nameof(userData));
#pragma warning restore CA1000

    /// <inheritdoc/>
    private protected override string DisplayName => $"CallbackState<{CSharpTypeName.Of(typeof(T))}>";
}
