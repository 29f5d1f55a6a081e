using System.Globalization;
using System.Runtime.InteropServices;
using NativeCallbacks;
using NativeCallbacks.Numerics;
using Quickstart;
using Samples;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// callbacks.c, compiled by the build. From here on each function is known by its address alone.
var library = NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "libcallbacks.so"));
nint Address(string name) => NativeLibrary.GetExport(library, name);

// The story: void matrix_double(const double *in, double *out, int m, int n)
var transform = new NativeCallback<MatrixTransform>(Address("matrix_double"));
double[] input = [1, 2, 3, 4, 5, 6];
var output = new double[input.Length];
transform.Invoke(input, output, m: 3, n: 2);
var correct = ResultTable.Add("C", "export table", input, output, [.. input.Select(x => 2 * x)]);

// double square_minus_one(double)
var square = new NativeCallback<ScalarFunction>(Address("square_minus_one"));
Console.WriteLine($"A scalar callback, at 3:        {square.Invoke(3)}");

// point turn_and_scale(point, double): structs cross by value, both ways.
var turn = new NativeCallback<TurnAndScale>(Address("turn_and_scale"));
Console.WriteLine($"A struct by value:              {turn.Invoke(new Point(1, 2), 10)}");

// Mistakes end in an exception before native code runs.
Console.WriteLine($"Five elements for 3 × 2:        {MessageOf(() => transform.Invoke(input.AsSpan(0, 5), output, 3, 2))}");
Console.WriteLine($"A null address:                 {MessageOf(() => _ = new NativeCallback<ScalarFunction>(0))}");

return correct ? 0 : 1;

static string MessageOf(Action mistake)
{
    try
    {
        mistake();
        return "no exception";
    }
    catch (ArgumentException exception)
    {
        return $"{exception.GetType().Name}: {exception.Message}";
    }
}
