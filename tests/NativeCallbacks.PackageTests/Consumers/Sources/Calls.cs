using System;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using NativeCallbacks;
using NativeCallbacks.Numerics;

// C: double scalar_double(double a, double b) = 2 * a - b
[assembly: NativeSignature(typeof(Func<double, double, double>))]

namespace Consumers
{
    /// <summary>C: <c>void buffer_minus(const double *x, const double *y, double *out, int32_t n): out[i] = 2 * x[i] - y[i]</c>.</summary>
    [NativeSignature]
    public delegate void Minus(
        [Shape(nameof(n))] ReadOnlySpan<double> x, [Shape(nameof(n))] ReadOnlySpan<double> y, [Shape(nameof(n))] Span<double> result, int n);

    /// <summary>C: <c>void callback_apply_matrix(matrix_transform *f, const double *in, double *out, int m, int n)</c>.</summary>
    [NativeSignature]
    public delegate void ApplyMatrix(
        NativeCallback<MatrixTransform> f,
        [Shape(nameof(m), nameof(n))] ReadOnlySpan<double> input,
        [Shape(nameof(m), nameof(n))] Span<double> output,
        int m,
        int n);

    /// <summary>C: <c>double (*)(double x, void *user)</c>.</summary>
    [NativeSignature]
    public delegate double UserFunction(double x, [UserData] IntPtr user);

    /// <summary>C: <c>double callback_apply_user(user_function *f, double x, void *user)</c>.</summary>
    [NativeSignature]
    public delegate double ApplyUser(NativeCallback<UserFunction> f, double x, [UserData(nameof(f))] IntPtr user);

    /// <summary>C: <c>int64_t text_pair(const char *first, int32_t between, const char *second)</c>.</summary>
    [NativeSignature]
    public delegate long TextPair(string first, int between, string second);

    /// <summary>C: <c>int32_t status_int32(int32_t code)</c>.</summary>
    [NativeSignature]
    [return: StatusCode]
    public delegate int Status(int code);

    /// <summary>
    /// Signatures of a user's own and calls of them, each way, in C# 9 that compiles on every target, with and without
    /// nullable reference types.
    /// </summary>
    public static class Calls
    {
        /// <summary>Prints the runtime, the target that the library was compiled for, and a line for each call.</summary>
        public static void Print(string shimPath)
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            Console.WriteLine(RuntimeInformation.FrameworkDescription);
            Console.WriteLine(typeof(NativeModule).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName);
            using (var shim = NativeModule.Load(shimPath))
            {
                Down(shim);
                Up(shim);
                Refused(shim);
            }
        }

        private static void Down(NativeModule shim)
        {
            Console.WriteLine(shim.GetCallback<Func<double, double, double>>("scalar_double").Invoke(7.5, 3));
            Console.WriteLine(shim.GetCallback<TextPair>("text_pair").Invoke("a", 7, "é"));

            var result = new double[3];
            var minus = NativeCallback<Minus>.Bind(shim.GetAddress("buffer_minus"), "(float64*, float64*, float64*, int32) -> none");
            minus.Invoke(new[] { 1.5, -2, 3 }, new double[] { 10, 20, 30, 40 }, result, 3);
            Console.WriteLine(string.Join(" ", result));
            minus.Invoke(new double[] { 4, 5, 6 }, new double[] { 1, 2, 4 }, result);
            Console.WriteLine(string.Join(" ", result));
        }

        private static void Up(NativeModule shim)
        {
            var added = 0.25;
            MatrixTransform weigh = (input, output, m, n) =>
            {
                for (var i = 0; i < output.Length; i++)
                {
                    output[i] = (input[i] * (i + 1)) + (10 * m) + n + added;
                }
            };
            using (var native = weigh.ToManagedCallback())
            {
                var output = new double[6];
                shim.GetCallback<ApplyMatrix>("callback_apply_matrix").Invoke(native.Callback, new double[] { 1, 2, 3, 4, 5, 6 }, output, 3, 2);
                Console.WriteLine(string.Join(" ", output));
            }

            UserFunction third = (x, user) => (3 * x) - added;
            using (var native = third.ToManagedCallback())
            {
                Console.WriteLine(shim.GetCallback<ApplyUser>("callback_apply_user").Invoke(native.Callback, 2.5, native.UserData));
            }
        }

        private static void Refused(NativeModule shim)
        {
            UserFunction failing = (x, user) => throw new InvalidOperationException("handler of " + x);
            using (var native = failing.ToManagedCallback())
            {
                Print(() => shim.GetCallback<ApplyUser>("callback_apply_user").Invoke(native.Callback, 4, native.UserData));
            }

            Print(() => shim.GetCallback<Minus>("buffer_minus").Invoke(new double[3], new double[2], new double[3], 3));
            Print(() => shim.GetCallback<Status>("status_int32").Invoke(17));
            Print(() => NativeCallback<Status>.Bind(shim.GetAddress("status_int32"), "int32_t status_int32(int64_t code)"));
        }

        /// <summary>What a call that must fail throws, and the first sentence of its message.</summary>
        private static void Print(Action call)
        {
            try
            {
                call();
                Console.WriteLine("nothing was thrown");
            }
            catch (Exception exception)
            {
                Console.WriteLine(exception.GetType().Name + ": " + exception.Message.Split('.')[0]);
            }
        }
    }
}
