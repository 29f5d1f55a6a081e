namespace NativeCallbacks.Benchmarks.BuildTime.Sources;

/// <summary>
/// Methods with <c>[LibraryImport]</c> of the shapes in <see cref="Signatures"/>, as far as it can express them: it has no
/// shapes, status codes and contexts, so those are plain spans and integers, and the callback is a marshalled delegate.
/// </summary>
internal static class Imports
{
    private const string Head = """
        using System;
        using System.Runtime.InteropServices;

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
        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        public delegate int Comparer#(in int a, in int b, nint context);

        public static partial class Native#
        {
        """;

    private static readonly string[] Shapes =
    [
        """
            /// <summary>C: <c>void transform(const double *input, double *output, int m, int n)</c>.</summary>
            /// <param name="input">The matrix to read: <paramref name="m"/> × <paramref name="n"/> elements, row by row.</param>
            /// <param name="output">The matrix to write: <paramref name="m"/> × <paramref name="n"/> elements, row by row.</param>
            /// <param name="m">The number of rows.</param>
            /// <param name="n">The number of columns.</param>
            [LibraryImport("native")]
            public static partial void Transform#(ReadOnlySpan<double> input, Span<double> output, int m, int n);

        """,
        """
            /// <summary>A function of one variable.</summary>
            /// <param name="x">Where it is evaluated.</param>
            /// <returns>Its value at <paramref name="x"/>.</returns>
            [LibraryImport("native")]
            public static partial double Root#(double x);

        """,
        """
            /// <summary>Numbers of many kinds.</summary>
            [LibraryImport("native")]
            public static partial long Mix#(int a, float b, long c, byte d, nuint e);

        """,
        """
            /// <summary>Moves a point.</summary>
            /// <param name="point">The point, by value.</param>
            /// <param name="other">Another, by reference.</param>
            /// <returns>Where it is then.</returns>
            [LibraryImport("native")]
            public static partial Point# Move#(Point# point, in Point# other, double scale);

        """,
        """
            /// <summary>Opens a file.</summary>
            /// <param name="path">The path of the file, in UTF-8.</param>
            /// <param name="handle">What other functions take.</param>
            [LibraryImport("native", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
            public static partial int Open#(string path, uint flags, out nint handle);

        """,
        """
            /// <summary>Compares two numbers.</summary>
            /// <param name="context">What the caller gave.</param>
            [LibraryImport("native")]
            public static partial int Compare#(in int a, in int b, nint context);

        """,
        """
            /// <summary>Sorts numbers.</summary>
            /// <param name="items">The numbers, sorted in place.</param>
            /// <param name="count">How many there are.</param>
            /// <param name="compare">Called for pairs of them.</param>
            /// <param name="context">What <paramref name="compare"/> is called with.</param>
            [LibraryImport("native")]
            public static partial void Sort#(Span<int> items, nuint count, Comparer# compare, nint context);

        """,
        """
            /// <summary>An objective function.</summary>
            /// <param name="x">Where it is evaluated.</param>
            /// <param name="gradient">Receives the gradient, if there is room.</param>
            [LibraryImport("native")]
            public static partial double Objective#(uint n, ReadOnlySpan<double> x, Span<double> gradient, nint data);

        """,
        """
            /// <summary>Minimizes; negative codes are failures.</summary>
            [LibraryImport("native")]
            public static partial int Minimize#(nint optimizer, Span<double> x, out double minimum, [MarshalAs(UnmanagedType.U1)] bool exact);

        """,
        """
            /// <summary>Adds partial sums to others.</summary>
            /// <param name="input">What is added.</param>
            /// <param name="inout">To what.</param>
            /// <param name="length">How many there are of each.</param>
            [LibraryImport("native")]
            public static partial void Reduce#(ReadOnlySpan<Moments#> input, Span<Moments#> inout, in int length, in nint datatype);

        """,
    ];

    public static ConsumerSources Of(int count) => ConsumerSources.Of(count, Head, Shapes, "}", "int m, int n", "long m, int n");
}
