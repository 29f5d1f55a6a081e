using NativeCallbacks;

namespace Quickstart;

/// <summary>C: <c>typedef struct { double x, y; } point;</c></summary>
internal readonly record struct Point(double X, double Y);

/// <summary>C: <c>point turn_and_scale(point p, double scale)</c></summary>
[NativeSignature]
internal delegate Point TurnAndScale(Point p, double scale);
