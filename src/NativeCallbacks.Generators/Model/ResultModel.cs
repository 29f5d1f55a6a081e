namespace NativeCallbacks.Generators.Model;

/// <summary>The result of a signature.</summary>
/// <param name="Kind">How it crosses.</param>
/// <param name="ManagedType">The type in .NET; <c>void</c> for none.</param>
/// <param name="NativeType">The type in the unmanaged signature.</param>
/// <param name="IsPointer">Whether it is a pointer or a function pointer, which no type argument can be.</param>
/// <param name="Failure">Of a status code, which values are failures; null for plain results.</param>
internal sealed record ResultModel(ResultKind Kind, string ManagedType, string NativeType, bool IsPointer, FailureModel? Failure);

/// <summary>The result of a method or a delegate as C# declares it.</summary>
/// <param name="Type">The type.</param>
/// <param name="Reference">How it is returned by reference.</param>
internal sealed record ReturnTypeModel(string Type, ReferenceKind Reference);

/// <summary>How a result is returned to .NET.</summary>
internal enum ResultKind
{
    /// <summary>There is none.</summary>
    Void,

    /// <summary>As it is.</summary>
    Value,

    /// <summary>An address, that becomes a <c>NativeCallback&lt;T&gt;</c>; null becomes <c>default</c>.</summary>
    Callback,

    /// <summary>An integer, that is true when it is not zero.</summary>
    Boolean,

    /// <summary>An address, that becomes a <c>Utf8Pointer</c>.</summary>
    TextPointer,

    /// <summary>The address of UTF-8 text that is copied; null becomes a null string.</summary>
    Text,

    /// <summary>The same with text that is UTF-16.</summary>
    WideText,

    /// <summary>A handle, that a new object of the type owns.</summary>
    Handle,
}

/// <summary>Which status codes are failures.</summary>
/// <param name="Convention">The library's convention.</param>
/// <param name="IntegerType">The integer type behind an enum, or the result's own type; <c>nint</c> for pointers.</param>
/// <param name="IsWrapped">Whether the integer is the <c>Value</c> of a <c>CLong</c> or <c>CULong</c>.</param>
internal sealed record FailureModel(StatusConvention Convention, string IntegerType, bool IsWrapped = false)
{
    /// <summary>Whether a code is a failure.</summary>
    public bool Includes(decimal code) => Convention switch
    {
        StatusConvention.NonNegativeIsSuccess => code < 0,
        StatusConvention.NonZeroIsSuccess or StatusConvention.NonNullIsSuccess => code == 0,
        _ => code != 0,
    };
}
