using System;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>
/// A native function: its address, and its signature as a delegate type that has <see cref="NativeSignatureAttribute"/>.
/// It is one pointer wide and blittable, so it can be a parameter, a result, a struct field or an element of a span.
/// </summary>
/// <remarks>
/// <para>
/// <b>Calling.</b> For each signature the source generator adds extension methods in this namespace: <c>Invoke</c> with
/// exactly the delegate's parameters, an <c>Invoke</c> that infers dimensions from the lengths of spans, <c>Map</c> over spans
/// if the signature has only numbers, <c>AsPointer</c> and <c>ToDelegate</c>. For the other direction it adds
/// <c>ToManagedCallback</c> to the delegate.
/// </para>
/// <para>
/// <b>Safety.</b> The constructor checks only that the address is not zero. The caller is responsible for the address being
/// that of a function, and for the function having this signature; a wrong one can crash the process or corrupt memory.
/// <see cref="Bind(nint, string)"/> checks both, as far as they can be checked.
/// </para>
/// <para>
/// <b>Lifetime.</b> The value does not keep the code alive. The owner of the code (a loaded library, a Python
/// <c>cfunc</c> object, a JIT) must outlive every call.
/// </para>
/// <para><b>Threading.</b> Immutable. It can be used on any thread on which the native function can be called.</para>
/// </remarks>
/// <example>
/// <code>
/// using var math = NativeModule.Load("libm.so.6");
/// nint address = math.GetAddress("cos"); // from a library, from Numba, from a JIT, …
///
/// var cosine = new NativeCallback&lt;Function&gt;(address);
/// Console.WriteLine(cosine.Invoke(0)); // 1
///
/// [NativeSignature]
/// delegate double Function(double x);
/// </code>
/// </example>
/// <typeparam name="TSignature">The signature. Only its declaration is used; no delegate object is created.</typeparam>
public readonly struct NativeCallback<TSignature> : IEquatable<NativeCallback<TSignature>>
    where TSignature : Delegate
{
    /// <summary>Creates a callback from the address of a native function.</summary>
    /// <param name="address">The address of a native function with the signature <typeparamref name="TSignature"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="address"/> is zero. Use <see langword="default"/> for a null callback.</exception>
    public NativeCallback(nint address)
    {
        if (address == 0)
        {
            throw new ArgumentException(
                $"A {Name} requires a non-zero address. Check where the address came from, or use default for a null callback.",
                nameof(address));
        }

        Address = address;
    }

    /// <summary>The address of the native function; zero for <see langword="default"/>.</summary>
    public nint Address { get; }

    /// <summary>Whether this is <see langword="default"/>, which represents a null function pointer.</summary>
    public bool IsNull => Address == 0;

    private static NativeCallback<TSignature> FromSlot(nint table, int index, string owner, string parameter)
    {
        if (index < 0)
        {
            throw new ArgumentOutOfRangeException(parameter, index, "A slot must not be negative.");
        }

        nint address;
        unsafe
        {
            address = ((nint*)table)[index];
        }

        return address == 0
            ? throw new ArgumentException($"Slot {index.ToString(CultureInfo.InvariantCulture)} of the {owner} of a {Name} is null. Check whether this version of the library has the function.", parameter)
            : new NativeCallback<TSignature>(address);
    }

    private static string Name => $"NativeCallback<{CSharpTypeName.Of(typeof(TSignature))}>";

    /// <summary>
    /// Creates a callback after two checks: the address must be in executable memory and not inside an exported function, and
    /// the signature that the native side declares must match <typeparamref name="TSignature"/>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// <b>Safety.</b> The check is worth most if the text comes from the native side and was not written by the author of the
    /// delegate: Numba's <c>str(f._sig)</c>, Rust's <c>std::any::type_name</c>, a prototype copied from a header file. It cannot
    /// detect code that was freed and is still mapped, an address in the middle of a static or JIT-compiled function, a
    /// wrong text that agrees with the delegate, or read-only data that is not exported and that the linker placed in an executable
    /// segment, as it does by default on Arm64 Linux.
    /// </para>
    /// <para>
    /// <b>Lifetime.</b> The address is checked once, here. <b>Threading.</b> Usable from any thread. The check takes
    /// microseconds, and some hundreds for a module with very many symbols, because it asks the operating system (<see cref="NativeAddress"/>); calls through the result
    /// look nothing up. On platforms that cannot report what is at an address, that check is omitted.
    /// </para>
    /// </remarks>
    /// <param name="address">The address of a native function.</param>
    /// <param name="declaredSignature">Its signature, in the notation of C, Numba or Rust (<see cref="NativeSignature.Parse(string)"/>).</param>
    /// <returns>The callback, which is as fast as one from the constructor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="declaredSignature"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="declaredSignature"/> is not a signature.</exception>
    /// <exception cref="SignatureMismatchException">It does not match <typeparamref name="TSignature"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="address"/> is zero, not mapped, not executable, exported data, inside an exported function, or, on Arm64, not a
    /// multiple of 4.
    /// </exception>
    /// <exception cref="InvalidOperationException">The delegate is not declared with <see cref="NativeSignatureAttribute"/>.</exception>
#pragma warning disable CA1000 // The signature is the type argument, which nothing can infer.
    public static NativeCallback<TSignature> Bind(nint address, string declaredSignature)
    {
        // The same text comes for many addresses: for each kernel of Numba, for each slot of a table.
        if (declaredSignature is not null && declaredSignature == LastMatch.Text)
        {
            return Bind(address);
        }

        var expected = NativeSignature.Of<TSignature>();
        var callback = Bind(address, expected, NativeSignature.Parse(declaredSignature!));
        LastMatch.Text = declaredSignature;
        return callback;
    }

    /// <summary>Creates a callback after the same checks as <see cref="Bind(nint, string)"/>, with a signature that is already parsed.</summary>
    /// <param name="address">The address of a native function.</param>
    /// <param name="declaredSignature">Its signature; for example, from <see cref="NativeSignature.Parse(string, System.Collections.Generic.IReadOnlyDictionary{string, string})"/>.</param>
    /// <returns>The callback, which is as fast as one from the constructor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="declaredSignature"/> is null.</exception>
    /// <exception cref="SignatureMismatchException">It does not match <typeparamref name="TSignature"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="address"/> is zero, not mapped, not executable, or inside an exported function.
    /// </exception>
    /// <exception cref="InvalidOperationException">The delegate is not declared with <see cref="NativeSignatureAttribute"/>.</exception>
    public static NativeCallback<TSignature> Bind(nint address, NativeSignature declaredSignature) => Bind(
        address, NativeSignature.Of<TSignature>(), declaredSignature ?? throw new ArgumentNullException(nameof(declaredSignature)));

    private static NativeCallback<TSignature> Bind(nint address, NativeSignature expected, NativeSignature declared)
    {
        if (SignatureComparison.Find(expected.Function, declared.Function) is { } difference)
        {
            throw new SignatureMismatchException(typeof(TSignature), expected, declared, difference);
        }

        return Bind(address);
    }

    /// <summary>
    /// Creates a callback after a check of only the address: it must be in executable memory and not inside an exported
    /// function. Use it for addresses without a declared signature; see <see cref="Bind(nint, string)"/> for what the check can detect
    /// and costs.
    /// </summary>
    /// <param name="address">The address of a native function with the signature <typeparamref name="TSignature"/>.</param>
    /// <returns>The callback, which is as fast as one from the constructor.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="address"/> is zero, not mapped, not executable, or inside an exported function.
    /// </exception>
    public static NativeCallback<TSignature> Bind(nint address)
    {
        var callback = new NativeCallback<TSignature>(address);
        return AddressRules.Refusal(NativeAddress.Inspect(address), RuntimeInformation.ProcessArchitecture) is { } refusal
            ? throw new ArgumentException($"No function starts at {refusal}", nameof(address))
            : callback;
    }

    /// <summary>Creates a callback from a table of function pointers, such as a struct that a plug-in API passes.</summary>
    /// <remarks>
    /// <b>Safety.</b> The memory at the slot is read: the caller is responsible for the table being mapped and having that slot.
    /// <b>Lifetime.</b> The slot is read once, here.
    /// </remarks>
    /// <param name="table">The address of the first slot.</param>
    /// <param name="index">Which slot, in pointers from the first.</param>
    /// <exception cref="ArgumentException"><paramref name="table"/> is zero, or the slot is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    /// <example>
    /// <code>
    /// // static const double (*const functions[])(double) = { sin, cos };
    /// nint[] functions = [0, NativeModule.Load("libm.so.6").GetAddress("cos")];
    /// unsafe
    /// {
    ///     fixed (nint* table = functions)
    ///     {
    ///         var cosine = NativeCallback&lt;Function&gt;.FromTable((nint)table, 1);
    ///         Console.WriteLine(cosine.Invoke(0)); // 1
    ///     }
    /// }
    ///
    /// [NativeSignature]
    /// delegate double Function(double x);
    /// </code>
    /// </example>
    public static NativeCallback<TSignature> FromTable(nint table, int index) => table == 0
        ? throw new ArgumentException($"The table of a {Name} is null. Check where the address came from.", nameof(table))
        : FromSlot(table, index, "table", nameof(index));

    /// <summary>
    /// Creates a callback for a virtual method of a native object, whose first word is the address of its table of functions: an object
    /// of C++ or COM, or a JNI environment.
    /// </summary>
    /// <remarks>
    /// <b>Safety.</b> The object and its table are read: the caller is responsible for both being mapped. The method takes the
    /// object as its first argument. <b>Lifetime.</b> The table is read once, here.
    /// </remarks>
    /// <param name="instance">The address of the object.</param>
    /// <param name="slot">Which slot of the table, in pointers from the first.</param>
    /// <exception cref="ArgumentException"><paramref name="instance"/> is zero, its table is null, or the slot is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="slot"/> is negative.</exception>
    public static NativeCallback<TSignature> FromObject(nint instance, int slot)
    {
        if (instance == 0)
        {
            throw new ArgumentException($"The object of a {Name} is null. Check where the address came from.", nameof(instance));
        }

        nint table;
        unsafe
        {
            table = *(nint*)instance;
        }

        return table == 0
            ? throw new ArgumentException($"The first word of the object of a {Name} is null instead of the address of a table. Check that the object is alive and has virtual methods.", nameof(instance))
            : FromSlot(table, slot, "object's table", nameof(slot));
    }
#pragma warning restore CA1000

    /// <summary>Creates a callback from an address, as the constructor does.</summary>
    /// <param name="address">The address of a native function with the signature <typeparamref name="TSignature"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="address"/> is zero.</exception>
    public static explicit operator NativeCallback<TSignature>(nint address) => new(address);

    /// <summary>Returns the address.</summary>
    /// <param name="callback">The callback; <see langword="default"/> gives zero.</param>
    public static explicit operator nint(NativeCallback<TSignature> callback) => callback.Address;

    /// <summary>Whether both have the same address.</summary>
    /// <param name="left">A callback; <see langword="default"/> equals only <see langword="default"/>.</param>
    /// <param name="right">The other callback.</param>
    public static bool operator ==(NativeCallback<TSignature> left, NativeCallback<TSignature> right) => left.Equals(right);

    /// <summary>Whether the addresses differ.</summary>
    /// <param name="left">A callback; <see langword="default"/> equals only <see langword="default"/>.</param>
    /// <param name="right">The other callback.</param>
    public static bool operator !=(NativeCallback<TSignature> left, NativeCallback<TSignature> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(NativeCallback<TSignature> other) => Address == other.Address;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NativeCallback<TSignature> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Address.GetHashCode();

    /// <summary>The signature's name and the address in hexadecimal, for logs. Nothing is looked up.</summary>
    public override string ToString() =>
        IsNull ? $"{Name}(null)" : $"{Name}(0x{((long)Address).ToString("X", CultureInfo.InvariantCulture)})";

    /// <summary>The last text that matched this signature.</summary>
    private static class LastMatch
    {
        public static string? Text { get; set; }
    }
}
