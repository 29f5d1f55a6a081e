using System.ComponentModel;
using System.Globalization;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: one dimension of a shape and its value at a rejected call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ShapeDimension
{
    private readonly string? _name;
    private readonly bool _isSigned;

    /// <summary>A dimension that is a parameter.</summary>
    public ShapeDimension(string name, long value)
    {
        _name = name;
        _isSigned = true;
        Bits = unchecked((ulong)value);
    }

    /// <summary>A dimension that is an unsigned parameter.</summary>
    public ShapeDimension(string name, ulong value)
    {
        _name = name;
        _isSigned = false;
        Bits = value;
    }

    /// <summary>A dimension that is a constant.</summary>
    public ShapeDimension(int constant)
    {
        _name = null;
        _isSigned = true;
        Bits = unchecked((ulong)constant);
    }

    /// <summary>The value, as an unsigned number.</summary>
    internal ulong Bits { get; }

    /// <summary>Whether the value is less than zero.</summary>
    internal bool IsNegative => _isSigned && unchecked((long)Bits) < 0;

    /// <inheritdoc/>
    public override string ToString()
    {
        var value = IsNegative ? unchecked((long)Bits).ToString(CultureInfo.InvariantCulture) : Bits.ToString(CultureInfo.InvariantCulture);
        return _name is null ? value : $"{_name}: {value}";
    }
}
