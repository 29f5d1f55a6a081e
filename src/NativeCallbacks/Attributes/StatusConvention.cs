namespace NativeCallbacks;

/// <summary>How a native library tells success from failure in an integer result.</summary>
public enum StatusConvention
{
    /// <summary>Zero is success, anything else a failure (POSIX, most C libraries).</summary>
    ZeroIsSuccess,

    /// <summary>Negative is failure, anything else success (NLopt, system calls). For signed results only.</summary>
    NonNegativeIsSuccess,

    /// <summary>Zero is failure, anything else success (Windows <c>BOOL</c>).</summary>
    NonZeroIsSuccess,
}
