using System.ComponentModel;
using System.Globalization;
using System.Numerics;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: one dimension of a shape and its value at a rejected call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ShapeDimension
{
    private readonly string? _name;

    /// <summary>A dimension that is a parameter.</summary>
    public ShapeDimension(string name, long value)
    {
        _name = name;
        Value = value;
    }

    /// <summary>A dimension that is an unsigned parameter.</summary>
    public ShapeDimension(string name, ulong value)
    {
        _name = name;
        Value = value;
    }

    /// <summary>A dimension that is a constant.</summary>
    public ShapeDimension(int constant)
    {
        _name = null;
        Value = constant;
    }

    /// <summary>The value.</summary>
    internal BigInteger Value { get; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var value = Value.ToString(CultureInfo.InvariantCulture);
        return _name is null ? value : $"{_name}: {value}";
    }
}
