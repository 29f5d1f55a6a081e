using System;

namespace NativeCallbacks;

/// <summary>
/// What a managed callback returns to native code when its handler threw: <c>[return: FaultResult(double.NaN)]</c>.
/// </summary>
/// <remarks>
/// Without it the result is zero, or under <see cref="StatusCodeAttribute"/> a failing code: −1, or 0 where
/// <see cref="StatusConvention.NonZeroIsSuccess"/>. The build checks that the value fits the result, and that it is not a
/// success.
/// </remarks>
[AttributeUsage(AttributeTargets.ReturnValue, Inherited = false)]
public sealed class FaultResultAttribute : Attribute
{
    /// <summary>Gives the value.</summary>
    /// <param name="value">A constant of the result's type: a number, an enum value or a <see langword="bool"/>.</param>
    public FaultResultAttribute(object value)
    {
        Value = value;
    }

    /// <summary>The value.</summary>
    public object Value { get; }
}
