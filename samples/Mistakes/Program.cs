using System.Globalization;
using MistakesSample;
using NativeCallbacks;
using NativeCallbacks.Numerics;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// The Quickstart's callbacks.c, compiled by the build, and the C library of the system.
var library = NativeModule.Load(Path.Combine(AppContext.BaseDirectory, "libcallbacks.so"));
var c = NativeModule.Load("libc.so.6");

const string DoublePrototype = "void matrix_double(const double *in, double *out, int m, int n)";
var transform = library.Bind<MatrixTransform>("matrix_double", DoublePrototype);
var sort = c.Bind<QSort>("qsort", "void qsort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))");

var noticed = true;

noticed &= Mistake.Show<SignatureMismatchException>(
    "A delegate with long m and n, for a C function that takes int:",
    "parameter 3 ('m') is int64_t in the delegate and int in the native declaration",
    () => library.Bind<LongTransform>("matrix_double", DoublePrototype));

noticed &= Mistake.Show<ArgumentException>(
    "The address of a variable that holds a function's address, in place of the function's own:",
    "which is data and not code",
    () => NativeCallback<ScalarFunction>.Bind(library.GetAddress("current_function"), "double (*current_function)(double)"));

noticed &= Mistake.Show<EntryPointNotFoundException>(
    "A symbol that is misspelt:",
    "'matrix_double'",
    () => library.GetAddress("matrix_duoble"));

noticed &= Mistake.Show<ArgumentException>(
    "Five numbers for a 3 × 2 matrix:",
    "input has 5 elements, but its shape (m: 3, n: 2) needs 6",
    () => transform.Invoke([1, 2, 3, 4, 5], new double[6], m: 3, n: 2));

// The frames of qsort lie between the throw and the catch, and no exception may cross them.
Compare compare = (in int left, in int right) => 100 / left - 100 / right;
using var comparison = compare.ToManagedCallback();
noticed &= Mistake.Show<DivideByZeroException>(
    "A comparison in C# that throws while qsort, which is C, calls it; the exception waits until qsort returns:",
    "divide by zero",
    () => sort.Invoke([5, 0, 3], 3, sizeof(int), comparison.Callback));

return noticed ? 0 : 1;
