using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests;

/// <summary>
/// A signature costs the same among many as among few. Counted in allocated bytes, which no machine and no other process
/// changes: work that grows with the number of signatures allocates.
/// </summary>
public class ScalingTests
{
    private const int Few = 100;
    private const int Many = 800;

    /// <summary>One that looks at all others once takes more than twice as much for each of the many; what is linear, a little less.</summary>
    private const double MostGrowth = 1.2;

    [Fact]
    public void DelegatesOfTheProject_TakeNoMoreEachWhereThereAreMany() =>
        BytesForEach(Many, OwnSignature).Should().BeLessThan(MostGrowth * BytesForEach(Few, OwnSignature));

    [Fact]
    public void DelegatesOfOthers_TakeNoMoreEachWhereThereAreMany() =>
        BytesForEach(Many, ForeignSignature).Should().BeLessThan(MostGrowth * BytesForEach(Few, ForeignSignature));

    private static string OwnSignature(int index) => $"""
        /// <summary>Calls <see cref="Compare{index}"/>.</summary>
        [NativeSignature] public delegate void Sort{index}([Shape(nameof(n))] Span<int> items, int n, NativeCallback<Compare{index}> compare);
        [NativeSignature] public delegate int Compare{index}(in int a, in int b);
        """;

    private static string ForeignSignature(int index)
    {
        string[] numbers = ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double"];
        return $"[assembly: NativeSignature(typeof(Func<{numbers[index / 100]}, {numbers[index / 10 % 10]}, {numbers[index % 10]}>))]";
    }

    private static double BytesForEach(int count, Func<int, string> declaration)
    {
        var source = string.Join("\n", Enumerable.Range(0, count).Select(declaration).Prepend("using System; using NativeCallbacks;"));

        // What is made once for a process, by whichever run comes first, does not count.
        Bytes(source);
        return (double)Bytes(source) / count;
    }

    private static long Bytes(string source)
    {
        var compilation = Consumer.Net10.Compile(source);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new NativeSignatureGenerator().AsSourceGenerator()], parseOptions: Consumer.Net10.ParseOptions);
        var before = GC.GetAllocatedBytesForCurrentThread();
        driver = driver.RunGenerators(compilation);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        driver.GetRunResult().GeneratedTrees.Length.Should().BeGreaterThanOrEqualTo(Few);
        return bytes;
    }
}
