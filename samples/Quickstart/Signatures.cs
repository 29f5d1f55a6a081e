using NativeCallbacks;

namespace Quickstart;

/// <summary>C: <c>typedef struct { double x, y; } point;</c></summary>
internal readonly record struct Point(double X, double Y);

/// <summary>C: <c>point turn_and_scale(point p, double scale)</c></summary>
[NativeSignature]
internal delegate Point TurnAndScale(Point p, double scale);

/// <summary>A library by its name: each function takes one line, and is looked up by its first call.</summary>
[NativeApi("callbacks")]
internal static partial class Callbacks
{
    /// <summary>C: <c>double square_minus_one(double x)</c></summary>
    [Symbol("square_minus_one")]
    public static partial double SquareMinusOne(double x);
}
