using System;
using System.Globalization;

namespace NativeCallbacks;

/// <summary>
/// A native function: its address, and its signature as a delegate type that carries <see cref="NativeSignatureAttribute"/>.
/// One pointer wide and blittable, so it can be a parameter, a result, a struct field or an element of a span.
/// </summary>
/// <remarks>
/// <para>
/// <b>Calling.</b> For every signature the generator adds extension methods in this namespace: <c>Invoke</c> with exactly the
/// delegate's parameters, an <c>Invoke</c> without the dimensions that a span tells by its length, <c>Map</c> over spans where
/// it is of numbers alone, <c>AsPointer</c> and <c>ToDelegate</c>; and <c>ToManagedCallback</c> to the delegate, for the other
/// direction.
/// </para>
/// <para>
/// <b>Safety.</b> The constructor takes the address at its word: that there is a function at it, and that the function has
/// this signature, is the caller's statement. A wrong one can end the process or corrupt memory. <see cref="Bind"/> checks
/// both, as far as they can be checked.
/// </para>
/// <para>
/// <b>Lifetime.</b> The value does not keep the code alive. Whoever owns the code (a loaded library, a Python
/// <c>cfunc</c> object, a JIT) must outlive every call.
/// </para>
/// <para><b>Threading.</b> Immutable; usable from any thread, as far as the native function is.</para>
/// </remarks>
/// <typeparam name="TSignature">The signature. Only its declaration matters; no delegate object is created.</typeparam>
public readonly struct NativeCallback<TSignature> : IEquatable<NativeCallback<TSignature>>
    where TSignature : Delegate
{
    /// <summary>Gives an address its signature.</summary>
    /// <param name="address">The address of a native function with the signature <typeparamref name="TSignature"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="address"/> is zero. Use <see langword="default"/> for a null callback.</exception>
    public NativeCallback(nint address)
    {
        if (address == 0)
        {
            throw new ArgumentException(
                $"A {Name} needs an address, and 0 is none. Check where the address came from, or use default for a null callback.",
                nameof(address));
        }

        Address = address;
    }

    /// <summary>The address of the native function; zero for <see langword="default"/>.</summary>
    public nint Address { get; }

    /// <summary>Whether this is <see langword="default"/>, which stands for a null function pointer.</summary>
    public bool IsNull => Address == 0;

    private static string Name => $"NativeCallback<{typeof(TSignature).Name}>";

    /// <summary>
    /// Gives an address its signature, after two checks: the address must be executable memory and no place inside an exported
    /// function, and the signature that the other side declares must match <typeparamref name="TSignature"/>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// <b>Safety.</b> Worth most where the text comes from the other side and not from the same head as the delegate: Numba's
    /// <c>str(f._sig)</c>, Rust's <c>std::any::type_name</c>, a prototype pasted from a header. What cannot be found out: code
    /// that was freed and is still mapped, the middle of a static or JIT-made function, a wrong text that agrees with the
    /// delegate.
    /// </para>
    /// <para>
    /// <b>Lifetime.</b> The address is looked at once, here. <b>Threading.</b> Usable from any thread. Takes microseconds to
    /// milliseconds, since it asks the system (<see cref="NativeAddress"/>); calls through the result look nothing up.
    /// On platforms that cannot tell what is at an address, that check is left out.
    /// </para>
    /// </remarks>
    /// <param name="address">The address of a native function.</param>
    /// <param name="declaredSignature">Its signature, in the notation of C, Numba or Rust (<see cref="NativeSignature.Parse"/>).</param>
    /// <returns>The callback, which is as fast as any other.</returns>
    /// <exception cref="FormatException"><paramref name="declaredSignature"/> is no signature.</exception>
    /// <exception cref="SignatureMismatchException">It is another signature than <typeparamref name="TSignature"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="address"/> is zero, not mapped, not executable, or inside an exported function.
    /// </exception>
    /// <exception cref="InvalidOperationException">The delegate is not declared with <see cref="NativeSignatureAttribute"/>.</exception>
#pragma warning disable CA1000 // The signature is the type argument; there is nothing to infer it from.
    public static NativeCallback<TSignature> Bind(nint address, string declaredSignature)
    {
        var expected = NativeSignature.Of<TSignature>();
        var declared = NativeSignature.Parse(declaredSignature);
        if (SignatureComparison.Find(expected.Function, declared.Function) is { } difference)
        {
            throw new SignatureMismatchException(typeof(TSignature), expected, declared, difference);
        }

        var callback = new NativeCallback<TSignature>(address);
        return AddressRules.Refusal(NativeAddress.Inspect(address)) is { } refusal
            ? throw new ArgumentException($"A {Name} cannot begin at {refusal}", nameof(address))
            : callback;
    }
#pragma warning restore CA1000

    /// <summary>The same as the constructor: gives an address its signature.</summary>
    /// <param name="address">The address of a native function with the signature <typeparamref name="TSignature"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="address"/> is zero.</exception>
    public static explicit operator NativeCallback<TSignature>(nint address) => new(address);

    /// <summary>The address alone.</summary>
    /// <param name="callback">The callback; <see langword="default"/> gives zero.</param>
    public static explicit operator nint(NativeCallback<TSignature> callback) => callback.Address;

    /// <summary>Whether both hold the same address.</summary>
    /// <param name="left">A callback; <see langword="default"/> equals itself alone.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(NativeCallback<TSignature> left, NativeCallback<TSignature> right) => left.Equals(right);

    /// <summary>Whether the addresses differ.</summary>
    /// <param name="left">A callback; <see langword="default"/> equals itself alone.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(NativeCallback<TSignature> left, NativeCallback<TSignature> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(NativeCallback<TSignature> other) => Address == other.Address;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NativeCallback<TSignature> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Address.GetHashCode();

    /// <summary>The signature's name and the address in hexadecimal, for logs. Looks nothing up.</summary>
    public override string ToString() =>
        IsNull ? $"{Name}(null)" : $"{Name}(0x{((long)Address).ToString("X", CultureInfo.InvariantCulture)})";
}
