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
/// The check of a shape, as it is written, compiled and run on the extremes of every integer, against arithmetic that has
/// no width. No span of such lengths is needed, because the check reads only a length.
/// </summary>
public class ShapeArithmeticTests
{
    private static readonly IntegerModel[] Integers =
    [
        new("sbyte", true, 8), new("byte", false, 8), new("short", true, 16), new("ushort", false, 16), new("int", true, 32),
        new("uint", false, 32), new("long", true, 64), new("ulong", false, 64), new("nint", true, 64), new("nuint", false, 64),
    ];

    private static readonly int[] Lengths = [0, 1, 2, 3, 6, 127, 128, 255, 256, 65535, 65536, int.MaxValue - 1, int.MaxValue];

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public void Check_OfEveryWidth_RefusesExactlyWhatIsTooShortOrNegative(int rank, bool optional)
    {
        // Of three, one of each way in which a factor is written.
        var integers = rank < 3 ? Integers : Integers.Where(static integer => integer.Keyword is "sbyte" or "int" or "uint" or "long" or "nuint");
        Run([.. Choose(integers, rank)], optional, constant: 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public void Check_WithAConstant_RefusesExactlyWhatIsTooShortOrNegative(int constant)
    {
        Run([.. Choose(Integers, 1), .. Choose(Integers, 2)], optional: false, constant);
    }

    private static void Run(IntegerModel[][] shapes, bool optional, int constant)
    {
        var checks = Compile(shapes, optional, constant);
        var wrong = new List<string>();
        var cases = 0;
        for (var index = 0; index < shapes.Length; index++)
        {
            foreach (var values in Choose(Enumerable.Range(0, 8), shapes[index].Length))
            {
                var dimensions = values.Select((value, position) => Extremes(shapes[index][position])[value]).ToArray();
                foreach (var length in Lengths)
                {
                    var product = dimensions.Aggregate(constant == 0 ? BigInteger.One : constant, static (total, dimension) => total * dimension);
                    var isBad = dimensions.Any(static dimension => dimension.Sign < 0) || (length < product && !(optional && length == 0));
                    cases++;
                    if (checks[index](length, dimensions) != isBad)
                    {
                        wrong.Add($"{length} for {string.Join(" × ", dimensions)} of {string.Join(", ", shapes[index].Select(static item => item.Keyword))}");
                    }
                }
            }
        }

        cases.Should().BeGreaterThan(500);
        wrong.Should().BeEmpty();
    }

    /// <summary>One method a shape: the emitted counts and conditions over a length and the dimensions.</summary>
    private static Func<int, BigInteger[], bool>[] Compile(IntegerModel[][] shapes, bool optional, int constant)
    {
        // A checked context is the harder one.
        var consumer = Consumer.Net10 with { ChecksOverflow = true };
        var source = new SourceWriter();
        source.Line("public struct Length__ { public int Length; }");
        using (source.Block("public static class Checks"))
        {
            for (var index = 0; index < shapes.Length; index++)
            {
                WriteCheck(source, index, shapes[index], optional, constant);
            }
        }

        using var image = new MemoryStream();
        consumer.Compile(source.ToString()).Emit(image).Diagnostics
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        var type = Assembly.Load(image.ToArray()).GetType("Checks")!;
        return [.. shapes.Select((_, index) => type.GetMethod($"Check{index}")!.CreateDelegate<Func<int, BigInteger[], bool>>())];
    }

    private static void WriteCheck(SourceWriter source, int index, IntegerModel[] integers, bool optional, int constant)
    {
        var dimensions = integers.Select(static (integer, position) => Signatures.Integer($"d{position}", integer)).ToArray();
        var factors = dimensions.Select(static dimension => new DimensionModel(dimension.Name, 0))
            .Concat(constant == 0 ? [] : [new DimensionModel(null, constant)]);
        var span = Signatures.Span("span") with { Shape = new ShapeModel(factors.ToEquatableArray(), optional) };
        var signature = Signatures.Of([span, .. dimensions]);
        using (source.Block($"public static bool Check{index}(int length, global::System.Numerics.BigInteger[] values)"))
        {
            source.Line("var span = new Length__ { Length = length };");
            foreach (var (dimension, position) in dimensions.Select(static (dimension, position) => (dimension, position)))
            {
                source.Line($"var {dimension.Name} = ({dimension.ManagedType})values[{position}];");
            }

            ShapeChecks.WriteCounts(source, signature);
            source.Line($"return {string.Join("\n    || ", ShapeChecks.Conditions(signature))};");
        }
    }

    private static BigInteger[] Extremes(IntegerModel integer)
    {
        var most = BigInteger.Pow(2, integer.MagnitudeBits) - 1;
        var least = integer.IsSigned ? -most - 1 : BigInteger.Zero;
        return [least, integer.IsSigned ? -BigInteger.One : 5, 0, 1, 3, most / 2 + 1, most - 1, most];
    }

    private static IEnumerable<T[]> Choose<T>(IEnumerable<T> items, int count) => count == 0
        ? [[]]
        : items.SelectMany(item => Choose(items, count - 1).Select(rest => (T[])[item, .. rest]));
}
