using System;
using System.Globalization;

namespace NativeCallbacks;

/// <summary>
/// A native function returned a status code that its signature calls a failure
/// (<see cref="StatusCodeAttribute"/>).
/// </summary>
public sealed class NativeStatusException : Exception
{
    /// <summary>Creates the exception for one failed call.</summary>
    /// <param name="signature">The delegate type of the function that failed.</param>
    /// <param name="code">The code that it returned.</param>
    /// <param name="convention">The convention under which the code is a failure.</param>
    /// <exception cref="ArgumentNullException"><paramref name="signature"/> is null.</exception>
    public NativeStatusException(Type signature, long code, StatusConvention convention)
        : base(Describe(signature, code, convention))
    {
        Signature = signature;
        Code = code;
    }

    /// <summary>The delegate type of the function that failed.</summary>
    public Type Signature { get; }

    /// <summary>The code that the function returned; one of an unsigned 64-bit type above 2⁶³ − 1 appears negative.</summary>
    public long Code { get; }

    private static string Describe(Type signature, long code, StatusConvention convention)
    {
        if (signature is null)
        {
            throw new ArgumentNullException(nameof(signature));
        }

        var success = convention switch
        {
            StatusConvention.NonNegativeIsSuccess => "zero or above means success",
            StatusConvention.NonZeroIsSuccess => "anything but zero means success",
            _ => "only zero means success",
        };
        return $"A native {signature.Name} returned status {code.ToString(CultureInfo.InvariantCulture)}, where {success}. "
            + "The native library's documentation says what the code means.";
    }
}
