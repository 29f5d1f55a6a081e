using System.Globalization;
using NativeCallbacks;
using NativeCallbacks.Numerics;
using RustSample;
using Samples;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// kernels.rs, compiled by the build, and the Quickstart's callbacks.c.
var rust = new RustKernels(Path.Combine(AppContext.BaseDirectory, "libkernels.so"));
var c = NativeModule.Load(Path.Combine(AppContext.BaseDirectory, "libcallbacks.so"));

double[] input = [1, 2, 3, 4, 5, 6];
double[] doubled = [.. input.Select(x => 2 * x)];
double[] weighed = [.. input.Select((x, i) => (i / 2 + 1) * x - i % 2)];
var correct = true;

// C# calls Rust. An address can come from the library's export table, and Rust reports the type of the function: a
// delegate that declares another type is rejected here, before any call.
var exported = rust.Bind<MatrixTransform>("matrix_double");
Console.WriteLine($"Rust says of matrix_double: {rust.SignatureOf("matrix_double")}");
correct &= Row("export table", exported, doubled);

// An address can be returned by a Rust function (or null for one that it does not know), …
var find = rust.Bind<FindTransform>("find_transform");
correct &= Row("returned by a function", find.Invoke(0), doubled);
correct &= find.Invoke(2).IsNull;

// … and be the field of a #[repr(C)] struct.
var table = rust.Bind<GetKernelTable>("kernel_table").Invoke();
correct &= Row("field of a #[repr(C)] struct", table.Weigh, weighed);
Console.WriteLine($"Rust, version {table.Version} of the table: square_minus_one(3) = {table.SquareMinusOne.Invoke(3)}");

// Rust calls what C# gives it: callbacks of C, of its own, and of C# itself. It receives a usize and transmutes it.
var compute = rust.Bind<ComputeFromRust>("compute_from_rust");
var cCallback = c.Bind<MatrixTransform>("matrix_double", "void matrix_double(const double *in, double *out, int m, int n)");
correct &= ComputedByRust("C", "export table, called by Rust as usize", cCallback, doubled);
correct &= ComputedByRust("Rust", "returned to C#, back to Rust as usize", find.Invoke(1), weighed);
MatrixTransform doubling = static (input, output, m, n) =>
{
    for (var i = 0; i < input.Length; i++)
    {
        output[i] = 2 * input[i];
    }
};
using var managed = doubling.ToManagedCallback();
correct &= ComputedByRust("C#", "ToManagedCallback, called by Rust as usize", managed.Callback, doubled);

return correct ? 0 : 1;

bool Row(string address, NativeCallback<MatrixTransform> callback, double[] reference)
{
    var output = new double[input.Length];
    callback.Invoke(input, output, 3, 2);
    return ResultTable.Add("Rust", address, input, output, reference);
}

bool ComputedByRust(string source, string address, NativeCallback<MatrixTransform> callback, double[] reference)
{
    var output = new double[input.Length];
    compute.Invoke(callback, output);
    return ResultTable.Add(source, address, input, output, reference);
}
