open System
open System.Globalization
open System.Runtime.InteropServices
open NativeCallbacks
open NativeCallbacks.Numerics

/// C: double callback_apply_scalar(scalar_function *f, double x): f(x)
[<DllImport("ncbshim")>]
extern double callback_apply_scalar(nativeint f, double x)

CultureInfo.CurrentCulture <- CultureInfo.InvariantCulture
let shim = NativeModule.Load(Environment.GetCommandLineArgs()[1])
let input = [| 1.5; -2.0; 3.0; 4.0; 5.0; -6.0 |]
let output = Array.zeroCreate<float> 6
let print (values: float[]) = printfn "%s" (String.Join(" ", values))

// C: void matrix_weigh(const double *in, double *out, int m, int n): out[i] = in[i] * (i + 1)
let weigh = shim.GetCallback<MatrixTransform> "matrix_weigh"
weigh.Invoke(ReadOnlySpan input, Span output, 3, 2)
print output

// C: double buffer_counted_by_int32(const double *values, int32_t n), here without the count, which the span tells
let reduce =
    NativeCallback<VectorReduction>.Bind(shim.GetAddress "buffer_counted_by_int32", "double (*)(const double *values, int32_t n)")
printfn "%g" (reduce.Invoke(ReadOnlySpan input))

// C calls an F# closure, then one that throws.
let added = 0.25
do
    use native = ScalarFunction(fun x -> 3.0 * x - added).ToManagedCallback()
    printfn "%g" (callback_apply_scalar(native.Callback.Address, 2.5))
do
    use native = ScalarFunction(fun x -> failwithf "handler of %g" x).ToManagedCallback()
    printfn "%g" (callback_apply_scalar(native.Callback.Address, 4.0))
    printfn "%s" (match native.Fault with null -> "no fault" | fault -> fault.Message)

// Spans as parameters of a closure.
do
    use native =
        MatrixTransform(fun input output m n ->
            for i in 0 .. output.Length - 1 do
                output[i] <- input[i] * float (i + 1) + float (10 * m + n) + added).ToManagedCallback()
    native.Callback.Invoke(ReadOnlySpan input, Span output, 3, 2)
    print output

try
    weigh.Invoke(ReadOnlySpan input, Span output, 3, 3)
with :? ArgumentException as refusal -> printfn "%s" refusal.Message
