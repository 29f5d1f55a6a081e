using System;
using System.Diagnostics.CodeAnalysis;

namespace NativeCallbacks;

/// <summary>
/// The signature of a native function as a value: that of a C# delegate (<see cref="Of{TSignature}"/>), or one that the other
/// side states as text (<see cref="Parse"/>). Compared by kind and width, shown in C notation.
/// </summary>
/// <remarks>
/// <para>
/// <b>Notations.</b> C (a prototype, a function type, a function pointer; ISO/IEC 9899:2018, 6.7.6), Numba
/// (<c>str(f._sig)</c>, or what is given to <c>@cfunc</c>) and Rust (a function pointer type, the head of an
/// <c>extern</c> function, or what <c>std::any::type_name</c> prints).
/// </para>
/// <para><b>Lifetime.</b> Holds nothing of native memory. <b>Threading.</b> Immutable; usable from any thread.</para>
/// </remarks>
public sealed class NativeSignature
{
    internal NativeSignature(FunctionType function)
    {
        Function = function;
        Notation = CWriter.Write(function);
    }

    internal FunctionType Function { get; }

    internal CWriter Notation { get; }

    /// <summary>The signature that a delegate declares with <see cref="NativeSignatureAttribute"/>.</summary>
    /// <typeparam name="TSignature">The delegate type. No delegate object is created, and nothing is read by reflection on its members.</typeparam>
    /// <exception cref="InvalidOperationException">
    /// The delegate is declared nowhere with <see cref="NativeSignatureAttribute"/>, or the declaration is refused by a diagnostic,
    /// or the delegate is obsolete as an error, so that no generated code can name it.
    /// </exception>
    public static NativeSignature Of<TSignature>()
        where TSignature : Delegate => Declared<TSignature>.Value
            ?? throw new InvalidOperationException(
                $"{typeof(TSignature).Name} is not declared with [NativeSignature], so its native signature is not known. "
                + $"Put [NativeSignature] on the delegate, or [assembly: NativeSignature(typeof({typeof(TSignature).Name}))] in your project.");

    /// <summary>Reads a signature. Takes time in proportion to the length of the text.</summary>
    /// <param name="text">
    /// One signature in the notation of C, Numba or Rust. Widths are those of this platform: <c>long</c> is 64 bits on 64-bit
    /// Linux and 32 on Windows.
    /// </param>
    /// <returns>The signature.</returns>
    /// <exception cref="FormatException">
    /// The text is no signature, or names what cannot cross (a variadic function, Rust's own calling convention, a Numba
    /// complex64 by value, …). The message says where and why.
    /// </exception>
    public static NativeSignature Parse(string text) => new(SignatureNotation.Parse(text));

    /// <summary>Reads a signature, as <see cref="Parse"/> does.</summary>
    /// <param name="text">One signature in the notation of C, Numba or Rust.</param>
    /// <param name="signature">The signature; null where the text is none.</param>
    /// <returns>Whether the text is a signature.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NativeSignature? signature)
    {
        try
        {
            signature = Parse(text!);
            return true;
        }
        catch (FormatException)
        {
            signature = null;
            return false;
        }
    }

    /// <summary>
    /// Whether functions of both signatures are called alike: as many parameters, each of the same kind and width.
    /// </summary>
    /// <remarks>
    /// <c>void *</c> stands for every pointer, and so does <c>intptr_t</c>; <c>size_t</c> (Rust's <c>usize</c>) for a
    /// function pointer. Characters and enumerations match integers of their width of either sign. Structs by value match
    /// where their members do; where one side does not tell its members, they match. <c>const</c>, names, and whether memory
    /// is read or written do not count; nor do calling conventions, but on 32-bit x86.
    /// </remarks>
    /// <param name="other">The signature to compare with.</param>
    /// <param name="difference">
    /// The first difference, where this signature is "here" and the other "there":
    /// <c>parameter 3 ('m') is int here and int64_t there</c>; empty for none.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool Matches(NativeSignature other, out string difference)
    {
        if (other is null)
        {
            throw new ArgumentNullException(nameof(other));
        }

        var found = SignatureComparison.Find(Function, other.Function);
        difference = found?.Text ?? "";
        return found is null;
    }

    /// <summary>The signature in C notation, as a pointer to the function: <c>double (*)(double x, int n)</c>.</summary>
    public override string ToString() => Notation.Text;

    /// <summary>The signature of a delegate type, parsed once.</summary>
    private static class Declared<TSignature>
        where TSignature : Delegate
    {
        /// <summary>Null if no declaration is loaded yet.</summary>
        private static NativeSignature? _value;

        public static NativeSignature? Value =>
            _value ??= DeclaredSignatures.Find(typeof(TSignature)) is { } text ? Parse(text) : null;
    }
}
