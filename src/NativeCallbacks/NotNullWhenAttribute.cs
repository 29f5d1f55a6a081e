#if NETSTANDARD2_0
namespace System.Diagnostics.CodeAnalysis;

/// <summary>The attribute that informs the compiler when an argument is not null; netstandard2.0 lacks it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
#endif
