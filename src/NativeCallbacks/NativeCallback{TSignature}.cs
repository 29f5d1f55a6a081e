using System;
using System.Globalization;

namespace NativeCallbacks;

/// <summary>
/// A native function: its address, and its signature as a delegate type that carries <see cref="NativeSignatureAttribute"/>.
/// One pointer wide and blittable, so it can be a parameter, a result, a struct field or an element of a span.
/// </summary>
/// <remarks>
/// <para>
/// <b>Calling.</b> The generator adds <c>Invoke</c> with exactly the delegate's parameters, an <c>Invoke</c> without the
/// dimensions that a span tells by its length, <c>AsPointer</c> and <c>ToDelegate</c> for every signature, as extension
/// methods in this namespace.
/// </para>
/// <para>
/// <b>Safety.</b> The address is taken at its word: that there is a function at it, and that the function has this
/// signature, is the caller's statement. A wrong one can end the process or corrupt memory.
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

    /// <summary>The same as the constructor: gives an address its signature.</summary>
    /// <param name="address">The address of a native function with the signature <typeparamref name="TSignature"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="address"/> is zero.</exception>
    public static explicit operator NativeCallback<TSignature>(nint address) => new(address);

    /// <summary>The address alone.</summary>
    /// <param name="callback">The callback; <see langword="default"/> gives zero.</param>
    public static explicit operator nint(NativeCallback<TSignature> callback) => callback.Address;

    /// <summary>Whether both hold the same address.</summary>
    public static bool operator ==(NativeCallback<TSignature> left, NativeCallback<TSignature> right) => left.Equals(right);

    /// <summary>Whether the addresses differ.</summary>
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
