using System;

namespace NativeCallbacks;

/// <summary>
/// Says that the integer result is a status code: <c>[return: StatusCode]</c>. A failing code becomes a
/// <see cref="NativeStatusException"/>; any other is returned by <c>Invoke</c> as it is.
/// </summary>
[AttributeUsage(AttributeTargets.ReturnValue, Inherited = false)]
public sealed class StatusCodeAttribute : Attribute
{
    /// <summary>Declares which codes are failures.</summary>
    /// <param name="convention">The library's convention; zero is success unless said.</param>
    public StatusCodeAttribute(StatusConvention convention = StatusConvention.ZeroIsSuccess)
    {
        Convention = convention;
    }

    /// <summary>Which codes are failures.</summary>
    public StatusConvention Convention { get; }
}
