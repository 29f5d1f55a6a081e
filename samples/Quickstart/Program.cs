using System.Globalization;
using NativeCallbacks;
using NativeCallbacks.Numerics;
using Quickstart;
using Samples;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// callbacks.c, compiled by the build. Each function is bound by its address and its prototype, copied from there: a delegate
// that declares something else is refused here, before anything is called.
var library = NativeModule.Load(Path.Combine(AppContext.BaseDirectory, "libcallbacks.so"));

// The matrix example: a matrix, in and out.
var transform = library.Bind<MatrixTransform>("matrix_double", "void matrix_double(const double *in, double *out, int m, int n)");
double[] input = [1, 2, 3, 4, 5, 6];
var output = new double[input.Length];
transform.Invoke(input, output, m: 3, n: 2);
var correct = ResultTable.Add("C", "export table", input, output, [.. input.Select(x => 2 * x)]);

// A function of one number.
var square = library.Bind<ScalarFunction>("square_minus_one", "double square_minus_one(double x)");
Console.WriteLine($"A scalar callback, at 3:        {square.Invoke(3)}");

// Structs are passed by value, in both directions. Only the C source defines a point, so the text declares its members.
var turn = library.Bind<TurnAndScale>("turn_and_scale", "struct { double x, y; } turn_and_scale(struct { double x, y; } p, double scale)");
Console.WriteLine($"A struct by value:              {turn.Invoke(new Point(1, 2), 10)}");

// What is only called by its name needs no address: an API declares it (Signatures.cs).
Console.WriteLine($"A function by its name, at 3:   {Callbacks.SquareMinusOne(3)}");

return correct ? 0 : 1;
