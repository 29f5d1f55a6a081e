namespace NativeCallbacks;

/// <summary>How the result of a native library distinguishes success from failure.</summary>
public enum StatusConvention
{
    /// <summary>Zero is success, anything else is a failure (POSIX, most C libraries).</summary>
    ZeroIsSuccess,

    /// <summary>A negative value is a failure, anything else is success (NLopt, system calls). For signed results only.</summary>
    NonNegativeIsSuccess,

    /// <summary>Zero is a failure, anything else is success (Windows <c>BOOL</c>).</summary>
    NonZeroIsSuccess,

    /// <summary>
    /// A null pointer is a failure, any other is success (<c>malloc</c>, <c>fopen</c>). For results that are pointers:
    /// <c>nint</c>, <c>T*</c>, <c>Utf8Pointer</c>, <c>string</c>, <c>NativeCallback&lt;T&gt;</c>, and safe handles, for which an invalid handle is a failure.
    /// </summary>
    NonNullIsSuccess,
}
