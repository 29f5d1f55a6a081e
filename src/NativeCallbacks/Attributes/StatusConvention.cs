namespace NativeCallbacks;

/// <summary>How an integer result of a native library distinguishes success from failure.</summary>
public enum StatusConvention
{
    /// <summary>Zero is success, anything else is a failure (POSIX, most C libraries).</summary>
    ZeroIsSuccess,

    /// <summary>A negative value is a failure, anything else is success (NLopt, system calls). For signed results only.</summary>
    NonNegativeIsSuccess,

    /// <summary>Zero is a failure, anything else is success (Windows <c>BOOL</c>).</summary>
    NonZeroIsSuccess,
}
