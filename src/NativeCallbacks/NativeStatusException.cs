using System;
using System.Globalization;

namespace NativeCallbacks;

/// <summary>
/// A native function returned a status code, or a null pointer, that its signature declares as a failure
/// (<see cref="StatusCodeAttribute"/>).
/// </summary>
public sealed class NativeStatusException : Exception
{
    /// <summary>Creates the exception for one failed call.</summary>
    /// <param name="signature">The delegate type of the function that failed.</param>
    /// <param name="code">The status code that the function returned.</param>
    /// <param name="convention">The convention that makes the code a failure.</param>
    /// <exception cref="ArgumentNullException"><paramref name="signature"/> is null.</exception>
    public NativeStatusException(Type signature, long code, StatusConvention convention)
        : base(Describe(signature, code, convention))
    {
        Signature = signature;
        Code = code;
    }

    /// <summary>Creates the exception for one failed call of a function of an API or a table.</summary>
    /// <param name="type">The type with <see cref="NativeApiAttribute"/> or the table that declares the function.</param>
    /// <param name="function">The name of its method.</param>
    /// <param name="code">The status code that the function returned.</param>
    /// <param name="convention">The convention that makes the code a failure.</param>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    public NativeStatusException(Type type, string function, long code, StatusConvention convention)
        : base(Describe(type, code, convention, function))
    {
        Signature = type;
        Function = function;
        Code = code;
    }

    /// <summary>The delegate type of the function that failed, or the type that declares the function as a method.</summary>
    public Type Signature { get; }

    /// <summary>The method of <see cref="Signature"/> that failed; null if that is a delegate type.</summary>
    public string? Function { get; }

    /// <summary>The status code that the function returned. An unsigned 64-bit code above 2⁶³ − 1 appears as a negative number.</summary>
    public long Code { get; }

    private static string Describe(Type signature, long code, StatusConvention convention, string? function = null)
    {
        if (signature is null)
        {
            throw new ArgumentNullException(nameof(signature));
        }

        if (convention == StatusConvention.NonNullIsSuccess)
        {
            var result = code == 0 ? "a null pointer" : $"an invalid handle ({code.ToString(CultureInfo.InvariantCulture)})";
            return $"The native {CSharpTypeName.Of(signature)} returned {result}, which its signature declares as a failure. "
                + "See the native library's documentation for how it reports the reason.";
        }

        var success = convention switch
        {
            StatusConvention.NonNegativeIsSuccess => "zero or more means success",
            StatusConvention.NonZeroIsSuccess => "any code except zero means success",
            _ => "only zero means success",
        };
        return $"The native {CSharpTypeName.Of(signature)}{(function is null ? "" : "." + function)} returned status {code.ToString(CultureInfo.InvariantCulture)}, but {success}. "
            + "See the native library's documentation for the meaning of the code.";
    }
}
