using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Emission;

/// <summary>
/// The check of a tensor, as it is written, compiled and run over small lengths and strides of every kind and over the
/// extremes of every integer, against what the indices of its elements say.
/// </summary>
public class TensorArithmeticTests
{
    private static readonly IntegerModel[] Integers =
    [
        new("sbyte", true, 8), new("byte", false, 8), new("short", true, 16), new("ushort", false, 16), new("int", true, 32),
        new("uint", false, 32), new("long", true, 64), new("ulong", false, 64), new("nint", true, 64), new("nuint", false, 64),
    ];

    private delegate bool Check(nint[] lengths, nint[] strides, BigInteger[] dimensions);

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(2, false, false)]
    [InlineData(2, false, true)]
    [InlineData(2, true, false)]
    [InlineData(2, true, true)]
    [InlineData(3, false, false)]
    [InlineData(3, false, true)]
    public void Check_OfSmallTensors_RefusesExactlyThoseWhoseElementsLieElsewhere(int rank, bool isOptional, bool isColumnMajor)
    {
        var check = Compile([.. Enumerable.Repeat(Signatures.Int, rank)], isOptional, isColumnMajor);
        var (cases, accepted) = (0, 0);
        foreach (var lengths in Choose<nint>([0, 1, 2, 3], rank))
        {
            foreach (var strides in Choose<nint>(rank == 3 ? [0, 1, 2, 3, 6, 9] : [0, 1, 2, 3], rank))
            {
                var isBad = lengths.All(static length => length > 0) && !IsDense(lengths, strides, isColumnMajor);
                var isRefused = check(lengths, strides, [.. lengths.Select(static length => (BigInteger)length)]);
                isRefused.Should().Be(isBad, "the lengths are ({0}) and the strides ({1})", string.Join(", ", lengths), string.Join(", ", strides));
                cases++;
                accepted += isRefused ? 0 : 1;
            }
        }

        accepted.Should().BeGreaterThan(2).And.BeLessThan(cases);
    }

    [Fact]
    public void Check_OfEveryWidth_RefusesExactlyOtherLengths()
    {
        foreach (var integer in Integers)
        {
            var check = Compile([integer], isOptional: false, isColumnMajor: false);
            var most = BigInteger.Pow(2, integer.MagnitudeBits) - 1;
            var least = integer.IsSigned ? -most - 1 : BigInteger.Zero;
            BigInteger[] dimensions = [least, integer.IsSigned ? -1 : 5, 0, 1, 3, most / 2, most - 1, most];
            foreach (var dimension in dimensions)
            {
                foreach (var length in dimensions.Where(static item => item >= 0 && item <= long.MaxValue).Append(1L << 32).Append((1L << 32) + 3).Append(259))
                {
                    check([(nint)(long)length], [1], [dimension]).Should().Be(length != dimension, "{0} is not {1} of {2}", length, dimension, integer.Keyword);
                }
            }
        }
    }

    [Fact]
    public void Check_OfAnOptionalTensor_AcceptsEveryEmptyOne()
    {
        var check = Compile([Signatures.Int, Signatures.Int], isOptional: true, isColumnMajor: false);

        check([], [], [3, 2]).Should().BeFalse();
        check([0], [1], [3, 2]).Should().BeFalse();
        check([0, 7], [7, 7], [3, 2]).Should().BeFalse();
        check([2, 3], [3, 1], [3, 2]).Should().BeTrue();
        check([6], [1], [3, 2]).Should().BeTrue();
        check([], [], [-3, 2]).Should().BeTrue("a dimension is negative");
    }

    /// <summary>Whether the indices, counted in that order, go through memory one by one.</summary>
    private static bool IsDense(nint[] lengths, nint[] strides, bool isColumnMajor)
    {
        nint expected = 0;
        foreach (var counted in Choose(Enumerable.Range(0, (int)lengths.Max()), lengths.Length))
        {
            // The last of these counts fastest.
            var index = isColumnMajor ? counted.Reverse().ToArray() : counted;
            if (index.Zip(lengths).Any(static item => item.First >= item.Second))
            {
                continue;
            }

            if (index.Zip(strides).Aggregate((nint)0, static (sum, item) => sum + (item.First * item.Second)) != expected++)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The emitted conditions over lengths, strides and dimensions.</summary>
    private static Check Compile(IntegerModel[] integers, bool isOptional, bool isColumnMajor)
    {
        var tensor = Signatures.Tensor("tensor", [.. integers.Select(static (_, position) => $"d{position}")]);
        tensor = tensor with { Shape = tensor.Shape! with { IsOptional = isOptional, IsColumnMajor = isColumnMajor } };
        var signature = Signatures.Of([tensor, .. integers.Select(static (integer, position) => Signatures.Integer($"d{position}", integer))]);
        var source = new SourceWriter();
        source.Line("public struct Tensor__ { public nint[] Lengths, Strides; public bool IsEmpty; }");
        using (source.Block("public static class Checks"))
        using (source.Block("public static bool Check(nint[] lengths, nint[] strides, global::System.Numerics.BigInteger[] values)"))
        {
            source.Line("var tensor = new Tensor__ { Lengths = lengths, Strides = strides, IsEmpty = lengths.Length == 0 || global::System.Array.IndexOf(lengths, (nint)0) >= 0 };");
            for (var index = 0; index < integers.Length; index++)
            {
                source.Line($"var d{index} = ({integers[index].Keyword})values[{index}];");
            }

            TensorChecks.WriteLayouts(source, signature);
            source.Line($"return {string.Join("\n    || ", ShapeChecks.Conditions(signature).Concat(TensorChecks.Conditions(signature)))};");
        }

        // A checked context is the harder one.
        using var image = new MemoryStream();
        (Consumer.Net10 with { ChecksOverflow = true }).Compile(source.ToString()).Emit(image).Diagnostics
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        return Assembly.Load(image.ToArray()).GetType("Checks")!.GetMethod("Check")!.CreateDelegate<Check>();
    }

    private static IEnumerable<T[]> Choose<T>(IEnumerable<T> items, int count) => count == 0
        ? [[]]
        : items.SelectMany(item => Choose(items, count - 1).Select(rest => (T[])[item, .. rest]));
}
