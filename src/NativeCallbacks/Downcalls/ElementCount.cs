using System;
using System.Collections.Generic;
using System.Globalization;
using NativeCallbacks.CompilerServices;

namespace NativeCallbacks;

/// <summary>
/// The number of elements that a shape needs: a product of dimensions that no integer type holds, exactly, for messages.
/// <c>BigInteger</c> does the same and would add 300 KB to a NativeAOT program.
/// </summary>
internal readonly struct ElementCount
{
    private const uint DecimalBase = 1_000_000_000;

    /// <summary>Digits to the base 2³², the least first, without zeros at the end.</summary>
    private readonly uint[] _digits;

    private ElementCount(uint[] digits)
    {
        _digits = digits;
    }

    public bool IsZero => _digits.Length == 0;

    /// <summary>The product of all dimensions. A negative one, which a check before this one refuses, counts as zero.</summary>
    /// <param name="shape">The dimensions.</param>
    /// <param name="least">What a smaller dimension counts as.</param>
    public static ElementCount Of(ShapeDimension[]? shape, ulong least = 0)
    {
        uint[] digits = [1];
        foreach (var dimension in shape ?? [])
        {
            var factor = Math.Max(dimension.IsNegative ? 0 : dimension.Bits, least);
            digits = Sum(Product(digits, (uint)factor), Product(digits, (uint)(factor >> 32)));
        }

        return new ElementCount(digits);
    }

    public bool Exceeds(ulong most) => _digits.Length > 2 || Low > most;

    /// <summary>Whether nothing remains when it is divided.</summary>
    public bool IsMultipleOf(int divisor)
    {
        ulong rest = 0;
        for (var index = _digits.Length - 1; index >= 0; index--)
        {
            rest = ((rest << 32) | _digits[index]) % (uint)divisor;
        }

        return rest == 0;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var digits = (uint[])_digits.Clone();
        var length = digits.Length;
        var parts = new Stack<string>();
        while (length > 2)
        {
            ulong rest = 0;
            for (var index = length - 1; index >= 0; index--)
            {
                var dividend = (rest << 32) | digits[index];
                digits[index] = (uint)(dividend / DecimalBase);
                rest = dividend % DecimalBase;
            }

            parts.Push(rest.ToString("D9", CultureInfo.InvariantCulture));
            length -= digits[length - 1] == 0 ? 1 : 0;
        }

        return new ElementCount(Trimmed(digits)).Low.ToString(CultureInfo.InvariantCulture) + string.Concat(parts);
    }

    private ulong Low => (_digits.Length > 0 ? _digits[0] : 0) | ((ulong)(_digits.Length > 1 ? _digits[1] : 0) << 32);

    private static uint[] Product(uint[] digits, uint factor)
    {
        var product = new uint[digits.Length + 1];
        ulong carry = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            carry += (ulong)digits[index] * factor;
            product[index] = (uint)carry;
            carry >>= 32;
        }

        product[digits.Length] = (uint)carry;
        return product;
    }

    /// <summary>The sum of a number and of another, which is moved up by one digit.</summary>
    private static uint[] Sum(uint[] low, uint[] high)
    {
        var sum = new uint[high.Length + 2];
        ulong carry = 0;
        for (var index = 0; index < sum.Length; index++)
        {
            carry += (index < low.Length ? low[index] : 0ul) + (index > 0 && index <= high.Length ? high[index - 1] : 0);
            sum[index] = (uint)carry;
            carry >>= 32;
        }

        return Trimmed(sum);
    }

    private static uint[] Trimmed(uint[] digits)
    {
        var length = digits.Length;
        while (length > 0 && digits[length - 1] == 0)
        {
            length--;
        }

        Array.Resize(ref digits, length);
        return digits;
    }
}
