using System;

namespace NativeCallbacks;

/// <summary>
/// Declares that the integer result is a status code: <c>[return: StatusCode]</c>. A failing code becomes a
/// <see cref="NativeStatusException"/>; <c>Invoke</c> returns any other code unchanged. With
/// <see cref="StatusConvention.NonNullIsSuccess"/>, a null pointer is the failure.
/// </summary>
/// <example>
/// <code>
/// using var c = NativeModule.Load("libc.so.6");
/// try
/// {
///     c.GetCallback&lt;ChangeDirectory&gt;("chdir").Invoke("/no/such/folder");
/// }
/// catch (NativeStatusException exception)
/// {
///     Console.WriteLine(exception.Code); // -1
/// }
///
/// [NativeSignature]
/// [return: StatusCode]
/// delegate int ChangeDirectory(string path); // int chdir(const char *path);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.ReturnValue, Inherited = false)]
public sealed class StatusCodeAttribute : Attribute
{
    /// <summary>Declares which codes are failures.</summary>
    /// <param name="convention">The library's convention; by default, zero is success.</param>
    public StatusCodeAttribute(StatusConvention convention = StatusConvention.ZeroIsSuccess)
    {
        Convention = convention;
    }

    /// <summary>Which codes are failures.</summary>
    public StatusConvention Convention { get; }
}
