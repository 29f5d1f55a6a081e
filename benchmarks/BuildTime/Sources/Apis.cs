namespace NativeCallbacks.Benchmarks.BuildTime.Sources;

/// <summary>Classes with <c>[NativeApi]</c>: the functions of the shapes in <see cref="Signatures"/>, each once in a class.</summary>
internal static class Apis
{
    private const string Head = """
        using System;
        using System.Runtime.InteropServices;
        using NativeCallbacks;

        namespace Consumer;

        /// <summary>A point of the plane.</summary>
        public struct Point#
        {
            public double X;
            public double Y;
        }

        /// <summary>Partial sums.</summary>
        public struct Moments#
        {
            public long Count;
            public Point# Mean;
            public double Variance;
        }

        /// <summary>Compares two numbers.</summary>
        [NativeSignature]
        public delegate int Comparer#(in int a, in int b, [UserData] nint context);

        /// <summary>Functions of a library.</summary>
        [NativeApi("native")]
        public static partial class Native#
        {
        """;

    private static readonly string[] Shapes =
    [
        """
            /// <summary>C: <c>void (*)(const double *input, double *output, int m, int n)</c>. See <see cref="Root#"/>.</summary>
            /// <param name="input">The matrix to read: <paramref name="m"/> × <paramref name="n"/> elements, row by row.</param>
            /// <param name="output">The matrix to write: <paramref name="m"/> × <paramref name="n"/> elements, row by row.</param>
            /// <param name="m">The number of rows.</param>
            /// <param name="n">The number of columns.</param>
            [Symbol]
            public static partial void Transform#(
                [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input,
                [Shape(nameof(m), nameof(n))] Span<double> output,
                int m, int n);

        """,
        """
            /// <summary>A function of one variable.</summary>
            /// <param name="x">Where it is evaluated.</param>
            /// <returns>Its value at <paramref name="x"/>.</returns>
            [Symbol]
            public static partial double Root#(double x);

        """,
        """
            /// <summary>Numbers of many kinds.</summary>
            [Symbol]
            public static partial long Mix#(int a, float b, long c, byte d, nuint e);

        """,
        """
            /// <summary>Moves a point.</summary>
            /// <param name="point">The point, by value.</param>
            /// <param name="other">Another, by reference.</param>
            /// <returns>Where it is then.</returns>
            [Symbol]
            public static partial Point# Move#(Point# point, in Point# other, double scale);

        """,
        """
            /// <summary>Opens a file.</summary>
            /// <param name="path">The path of the file, in UTF-8.</param>
            /// <param name="handle">What other functions take.</param>
            /// <exception cref="NativeStatusException">It could not be opened.</exception>
            [Symbol(SetLastError = true)]
            [return: StatusCode]
            public static partial int Open#(string path, uint flags, out nint handle);

        """,
        """
            /// <summary>Compares two numbers for <see cref="Sort#"/>.</summary>
            /// <param name="context">What the caller of <see cref="Sort#"/> gave.</param>
            [Symbol]
            public static partial int Compare#(in int a, in int b, [UserData] nint context);

        """,
        """
            /// <summary>Sorts numbers.</summary>
            /// <param name="items">The numbers, sorted in place.</param>
            /// <param name="count">How many there are.</param>
            /// <param name="compare">Called for pairs of them.</param>
            /// <param name="context">What <paramref name="compare"/> is called with.</param>
            [Symbol]
            public static partial void Sort#(
                [Shape(nameof(count))] Span<int> items, nuint count, NativeCallback<Comparer#> compare, [UserData(nameof(compare))] nint context);

        """,
        """
            /// <summary>An objective function.</summary>
            /// <param name="x">Where it is evaluated.</param>
            /// <param name="gradient">Receives the gradient, if there is room.</param>
            [Symbol]
            public static partial double Objective#(
                uint n, [Shape(nameof(n))] ReadOnlySpan<double> x, [Shape(nameof(n), Optional = true)] Span<double> gradient, [UserData] nint data);

        """,
        """
            /// <summary>Minimizes; negative codes are failures.</summary>
            [Symbol]
            [return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
            public static partial int Minimize#(nint optimizer, [UncheckedShape] Span<double> x, out double minimum, [MarshalAs(UnmanagedType.U1)] bool exact);

        """,
        """
            /// <summary>Adds partial sums to others.</summary>
            /// <param name="input">What is added.</param>
            /// <param name="inout">To what.</param>
            /// <param name="length">How many there are of each.</param>
            [Symbol]
            public static partial void Reduce#(
                [Shape(nameof(length))] ReadOnlySpan<Moments#> input, [Shape(nameof(length))] Span<Moments#> inout, in int length, in nint datatype);

        """,
    ];

    public static ConsumerSources Of(int count) => ConsumerSources.Of(count, Head, Shapes, "}", "int m, int n", "long m, int n");
}
