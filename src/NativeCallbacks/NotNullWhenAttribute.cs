#if NETSTANDARD2_0
namespace System.Diagnostics.CodeAnalysis;

/// <summary>What the compiler asks for to know that a result is not null; netstandard2.0 has none.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
#endif
