using System;

namespace NativeCallbacks;

/// <summary>
/// The result that native code gets if the handler of a managed callback threw: <c>[return: FaultResult(double.NaN)]</c>.
/// </summary>
/// <remarks>
/// Without it the result is zero, or under <see cref="StatusCodeAttribute"/> a failing code: −1, or 0 under <see
/// cref="StatusConvention.NonZeroIsSuccess"/>. The build checks that the value fits the result, and that it does not mean success.
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
