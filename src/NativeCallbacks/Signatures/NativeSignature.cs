using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace NativeCallbacks;

/// <summary>
/// The signature of a native function as a value: that of a C# delegate (<see cref="Of{TSignature}"/>), or a signature that the
/// native side declares as text (<see cref="Parse(string)"/>). Signatures are compared by kind and width, and shown in C notation.
/// </summary>
/// <remarks>
/// <para>
/// <b>Notations.</b> C (a prototype, a function type, a function pointer; ISO/IEC 9899:2018, 6.7.6), Numba
/// (<c>str(f._sig)</c>, or the argument of <c>@cfunc</c>) and Rust (a function pointer type, the declaration of an
/// <c>extern</c> function, or the output of <c>std::any::type_name</c>).
/// </para>
/// <para><b>Lifetime.</b> Holds no native memory. <b>Threading.</b> Immutable; usable from any thread.</para>
/// </remarks>
/// <example>
/// <code>
/// var declared = NativeSignature.Parse("(float64, int64) -&gt; float64"); // str(f._sig) in Python
/// if (!NativeSignature.Of&lt;Scale&gt;().Matches(declared, out var difference))
/// {
///     Console.WriteLine(difference); // parameter 2 ('exponent') is int in this signature and int64_t in the other
/// }
///
/// [NativeSignature]
/// delegate double Scale(double x, int exponent);
/// </code>
/// </example>
public sealed class NativeSignature
{
    private CWriter? _notation;

    internal NativeSignature(FunctionType function)
    {
        Function = function;
    }

    internal FunctionType Function { get; }

    /// <summary>The signature in C, written when it is first needed, which it is not for signatures that match.</summary>
    internal CWriter Notation => _notation ??= CWriter.Write(Function);

    /// <summary>Returns the signature that a delegate declares with <see cref="NativeSignatureAttribute"/>.</summary>
    /// <typeparam name="TSignature">The delegate type. No delegate object is created, and its members are not reflected on.</typeparam>
    /// <exception cref="InvalidOperationException">
    /// No loaded assembly declares the delegate with <see cref="NativeSignatureAttribute"/>, or the declaration was rejected at
    /// build time, or the delegate is obsolete as an error, so that generated code cannot name it.
    /// </exception>
    public static NativeSignature Of<TSignature>()
        where TSignature : Delegate => Declared<TSignature>.Value
            ?? throw new InvalidOperationException(
                $"{CSharpTypeName.Of(typeof(TSignature))} is not declared with [NativeSignature], so its native signature is unknown. "
                + $"Add [NativeSignature] to the delegate, or add [assembly: NativeSignature(typeof({CSharpTypeName.Of(typeof(TSignature))}))] to your project.");

    /// <summary>Parses a signature, in time proportional to the length of the text.</summary>
    /// <param name="text">
    /// One signature in the notation of C, Numba or Rust. Widths are those of this platform: <c>long</c> has 64 bits on 64-bit
    /// Linux and 32 on Windows. A text in C may begin with typedefs and definitions of structs; macros around the prototype, such as
    /// <c>SQLITE_API</c> and <c>PyAPI_FUNC(…)</c>, are ignored.
    /// </param>
    /// <returns>The signature.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">
    /// The text is not a signature, or .NET cannot call such a function (a variadic function, the Rust ABI, a Numba complex64 by
    /// value, …). The message says where and why.
    /// </exception>
    public static NativeSignature Parse(string text) =>
        new(SignatureNotation.Parse(text ?? throw new ArgumentNullException(nameof(text))));

    /// <summary>Parses a signature that uses type names from a table, such as those of a library's headers.</summary>
    /// <param name="text">One signature in the notation of C.</param>
    /// <param name="typeNames">
    /// Names, and the C types that they refer to: <c>["gint64"] = "int64_t"</c>. The types can use other names of the table.
    /// </param>
    /// <returns>The signature.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="typeNames"/> is null.</exception>
    /// <exception cref="FormatException">The text is not a signature, or a type that it uses is not one.</exception>
    public static NativeSignature Parse(string text, IReadOnlyDictionary<string, string> typeNames) => new(SignatureNotation.Parse(
        text ?? throw new ArgumentNullException(nameof(text)), typeNames ?? throw new ArgumentNullException(nameof(typeNames))));

    /// <summary>Parses a signature, as <see cref="Parse(string)"/> does.</summary>
    /// <param name="text">One signature in the notation of C, Numba or Rust.</param>
    /// <param name="signature">The signature; null if the text is not one.</param>
    /// <returns>Whether the text is a signature.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NativeSignature? signature)
    {
        signature = null;
        if (text is null)
        {
            return false;
        }

        try
        {
            signature = Parse(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether functions with the two signatures are called in the same way: they have the same number of parameters, and each
    /// parameter and the result has the same kind and width.
    /// </summary>
    /// <remarks>
    /// <c>void *</c> and <c>intptr_t</c> match every pointer; <c>size_t</c> (Rust's <c>usize</c>) matches a function pointer.
    /// Characters and enumerations match integers of their width, signed or unsigned. Structs by value match if their members
    /// match, or if one side does not declare its members. <c>const</c>, names, and whether memory is read or written are
    /// ignored; so are calling conventions, except on 32-bit x86.
    /// </remarks>
    /// <param name="other">The signature to compare with.</param>
    /// <param name="difference">
    /// The first difference, for example <c>parameter 3 ('m') is int in this signature and int64_t in the other</c>; empty if
    /// the signatures match.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool Matches(NativeSignature other, out string difference)
    {
        if (other is null)
        {
            throw new ArgumentNullException(nameof(other));
        }

        var found = SignatureComparison.Find(Function, other.Function);
        difference = found?.Describe("in this signature", "in the other") ?? "";
        return found is null;
    }

    /// <summary>The signature in C notation, as a function pointer: <c>double (*)(double x, int n)</c>.</summary>
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
