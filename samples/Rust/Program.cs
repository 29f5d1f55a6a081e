using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using NativeCallbacks;
using NativeCallbacks.Numerics;
using RustSample;
using Samples;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// kernels.rs, compiled by the build, and the Quickstart's callbacks.c.
var rust = NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "libkernels.so"));
var c = NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "libcallbacks.so"));
nint Rust(string name) => NativeLibrary.GetExport(rust, name);

double[] input = [1, 2, 3, 4, 5, 6];
double[] doubled = [.. input.Select(x => 2 * x)];
double[] weighed = [.. input.Select((x, i) => (i / 2 + 1) * x - i % 2)];
var correct = true;

// C# calls Rust. An address can come from the library's export table, …
var exported = new NativeCallback<MatrixTransform>(Rust("matrix_double"));
correct &= Row("export table", exported, doubled);

// … from a Rust function that returns a function pointer (and null for one that it does not know), …
var find = new NativeCallback<FindTransform>(Rust("find_transform"));
correct &= Row("returned by a function", find.Invoke(0), doubled);
correct &= find.Invoke(2).IsNull;

// … and from a #[repr(C)] struct of function pointers.
var table = new NativeCallback<GetKernelTable>(Rust("kernel_table")).Invoke();
correct &= Row("field of a #[repr(C)] struct", table.Weigh, weighed);
Console.WriteLine($"Rust, version {table.Version} of the table: square_minus_one(3) = {table.SquareMinusOne.Invoke(3)}");

// Rust calls what C# gives it: callbacks of C, of its own, and of C# itself. It receives a usize and transmutes it.
var compute = new NativeCallback<ComputeFromRust>(Rust("compute_from_rust"));
var cCallback = new NativeCallback<MatrixTransform>(NativeLibrary.GetExport(c, "matrix_double"));
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

// What Rust itself says of the two types, for comparison with the C# declarations.
var describe = new NativeCallback<SignatureText>(Rust("signature_text"));
Console.WriteLine($"Rust's MatrixTransform: {Signature(0)}");
Console.WriteLine($"Rust's ScalarFunction:  {Signature(1)}");

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

string Signature(int number)
{
    var text = new byte[200];
    var length = (int)describe.Invoke(number, text);
    return Encoding.UTF8.GetString(text, 0, length);
}
