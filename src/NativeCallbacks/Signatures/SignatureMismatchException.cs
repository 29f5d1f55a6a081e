using System;

namespace NativeCallbacks;

/// <summary>
/// The signature of a native function does not match that of the delegate. The message shows both in C notation, and the first
/// difference.
/// </summary>
public sealed class SignatureMismatchException : ArgumentException
{
    internal SignatureMismatchException(Type signature, NativeSignature expected, NativeSignature declared, SignatureDifference difference)
        : base(Describe(CSharpTypeName.Of(signature), expected, declared, difference))
    {
        Expected = expected;
        Declared = declared;
    }

    /// <summary>The signature of the delegate.</summary>
    public NativeSignature Expected { get; }

    /// <summary>The signature that the native side declared.</summary>
    public NativeSignature Declared { get; }

    private static string Describe(string name, NativeSignature expected, NativeSignature declared, SignatureDifference difference)
    {
        var label = name + ": ";
        var declaredLabel = "declared: ";
        var width = Math.Max(label.Length, declaredLabel.Length);
        var (start, length) = Place(declared.Notation, difference);
        return string.Join(
            "\n",
            $"The native function does not match {name}: {difference.Describe("in the delegate", "in the native declaration")}.",
            "  " + label.PadRight(width) + expected,
            "  " + declaredLabel.PadRight(width) + declared,
            new string(' ', 2 + width + start) + new string('^', Math.Max(1, length)),
            difference.Remedy);
    }

    /// <summary>Where the difference is in the text: a parameter, the end of the list if one is missing, or the result.</summary>
    private static (int Start, int Length) Place(CWriter notation, SignatureDifference difference) =>
        difference.Parameter is not { } index ? (0, notation.ResultLength)
        : index < notation.Parameters.Count ? notation.Parameters[index]
        : (notation.End, 1);
}
