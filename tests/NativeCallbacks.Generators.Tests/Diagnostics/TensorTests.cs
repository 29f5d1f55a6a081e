using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>Tensors that cannot cross, and shapes that do not fit them; calls of a rejected signature still compile.</summary>
public class TensorTests
{
    private const string Usings = "using System.Numerics.Tensors;\n";
    private const string Uses = "static class Uses { static void Call(NativeCallback<Op> op) { op.ToDelegate(); op.AsPointer(); } }";

    private static string CallWith(string parameters, string arguments) =>
        $"{Usings}static class Uses {{ static void Call(NativeCallback<Op> op, Op handler, {parameters}) {{ op.Invoke({arguments}); op.ToDelegate(); op.AsPointer(); using (handler.ToManagedCallback()) {{ }} }} }}";

    [Theory]
    [InlineData("TensorSpan<double>")]
    [InlineData("ReadOnlyTensorSpan<double>")]
    [InlineData("scoped TensorSpan<double>")]
    [InlineData("in ReadOnlyTensorSpan<double>")]
    public async Task Tensor_WithoutShape_IsRejected(string type)
    {
        (await Verifier.Message(
            $"{Usings}[NativeSignature] public delegate void Op(int n, {type} [|NCB0005:values|]);",
            CallWith($"{type} x", type.StartsWith("in ", System.StringComparison.Ordinal) ? "1, in x" : "1, x"),
            Consumer.Net10WithTensors))
            .Should().Be("'values' is a tensor without [Shape]: add it with the integer parameters that give its lengths");
    }

    [Theory]
    [InlineData("[[|NCB0007:UncheckedShape|]] TensorSpan<int> x", "'x' is a tensor, and native code would not know its strides: use [Shape], or Span<T> with [UncheckedShape]")]
    [InlineData("[Shape(3), [|NCB0007:UncheckedShape|]] TensorSpan<int> x", "'x' has both [Shape] and [UncheckedShape]: keep one of them")]
    [InlineData("[[|NCB0007:Shape|]] TensorSpan<int> x", "The shape of 'x' has no dimension: name the integer parameters that give its lengths")]
    [InlineData("[[|NCB0007:Shape(3, Order = (ArrayOrder)2)|]] TensorSpan<int> x", "The shape of 'x' has an undefined order: use ArrayOrder.RowMajor or ArrayOrder.ColumnMajor")]
    [InlineData("[[|NCB0007:Shape(3, Order = (ArrayOrder)(-1))|]] Span<int> x", "The shape of 'x' has an undefined order: use ArrayOrder.RowMajor or ArrayOrder.ColumnMajor")]
    [InlineData("[[|NCB0007:Shape(3, 2, Order = ArrayOrder.ColumnMajor)|]] Span<int> x", "'x' is a span, which has no order: remove Order, or use TensorSpan<T> or ReadOnlyTensorSpan<T>")]
    [InlineData("[[|NCB0006:Shape(3, \"n\")|]] ReadOnlyTensorSpan<int> x", "The shape of 'x' has the dimension 'n', which is not a parameter: name an integer parameter of the delegate, or specify a positive constant")]
    public async Task Shape_ThatDoesNotFit_IsRejectedAtTheAttribute(string parameter, string message)
    {
        (await Verifier.Message($"{Usings}[NativeSignature] public delegate void Op({parameter});", Uses, Consumer.Net10WithTensors)).Should().Be(message);
    }

    [Theory]
    [InlineData("ref TensorSpan<int>", "'x' is 'ref TensorSpan<int>', which cannot pass its lengths here: take it by value or by 'in', or use nint or a pointer")]
    [InlineData("out TensorSpan<int>", "'x' is 'out TensorSpan<int>', which cannot pass its lengths here: take it by value or by 'in', or use nint or a pointer")]
    [InlineData("ref readonly ReadOnlyTensorSpan<int>", "'x' is 'ref readonly ReadOnlyTensorSpan<int>', which cannot pass its lengths here: take it by value or by 'in', or use nint or a pointer")]
    [InlineData("Tensor<int>", "'x' is 'Tensor<int>', which native code cannot read: use TensorSpan<int> with [Shape]")]
    [InlineData("[Shape(3)] TensorSpan<char>", "An element of 'x' is 'char', which is 16 bits wide, unlike C's char: use byte for char, ushort for char16_t or int for wchar_t")]
    [InlineData("[Shape(3)] in TensorSpan<string>", "An element of 'x' is 'string', which can only be a result, or a parameter by value or by 'out': use Utf8Pointer here")]
    public async Task Tensor_ThatCannotCross_IsRejected(string type, string message)
    {
        (await Verifier.Message($"{Usings}[NativeSignature] public delegate void Op({type} [|NCB0001:x|]);", Uses, Consumer.Net10WithTensors)).Should().Be(message);
    }

    [Theory]
    [InlineData("TensorSpan<NativeCallback<Action>>")]
    [InlineData("in ReadOnlyTensorSpan<NativeCallback<Action>>")]
    public Task TensorOfCallbacks_WithoutGCTransition_IsRejected(string type) => Verifier.Reports(
        $"{Usings}[NativeSignature(SuppressGCTransition = true)] public delegate void Op([Shape(3)] {type} [|NCB0010:f|]);", Uses, Consumer.Net10WithTensors);

    [Fact]
    public async Task Tensor_AsAResult_IsRejected()
    {
        (await Verifier.Message($"{Usings}[NativeSignature] public delegate TensorSpan<int> [|NCB0001:Op|](int n);", Uses, Consumer.Net10WithTensors))
            .Should().Be("The result is 'TensorSpan<int>', which cannot pass its lengths here: take it by value or by 'in', or use nint or a pointer");
    }

    [Theory]
    [InlineData("[Shape(3)] TensorSpan<int> x")]
    [InlineData("[Shape(3)] in ReadOnlyTensorSpan<int> x")]
    [InlineData("[Shape(nameof(n), nameof(n), Order = ArrayOrder.ColumnMajor)] scoped TensorSpan<int> x, ulong n")]
    [InlineData("[Shape(nameof(n), 3, Optional = true)] TensorSpan<int> x, in byte n")]
    [InlineData("[Shape(2147483647, 2147483647)] TensorSpan<int> x")]
    [InlineData("[Shape(3, Order = ArrayOrder.RowMajor)] Span<int> x")]
    public Task Shape_ThatFits_IsAccepted(string parameters) => Verifier.Accepts(
        $"{Usings}[NativeSignature] public delegate void Op({parameters});", Uses.Replace("static class", "static unsafe class"), Consumer.Net10WithTensors);

    [Fact]
    public async Task RejectedSignature_WithTensors_HasStubsOfBothInvokes()
    {
        const string Declaration = Usings + """
            [NativeSignature] public delegate double [|NCB0016:Op|](
                [Shape("m", "n")] TensorSpan<double> x, [Shape("m", "n", Order = ArrayOrder.ColumnMajor)] in ReadOnlyTensorSpan<double> y, int m, int n);
            """;
        const string Calls = Usings + """
            static class Uses
            {
                static double Call(NativeCallback<Op> op, Op handler, TensorSpan<double> x, ReadOnlyTensorSpan<double> y)
                {
                    using (handler.ToManagedCallback()) { }
                    return op.Invoke(x, in y, 2, 3) + op.Invoke(x, in y) + op.ToDelegate()(x, in y, 2, 3);
                }
            }
            """;
        await Verifier.Reports(Declaration, Calls, Consumer.Net10WithTensors with { AllowsUnsafe = false });
        await Verifier.Reports(Declaration, Calls, Consumer.Net8WithTensors with { AllowsUnsafe = false, Language = LanguageVersion.CSharp9 });
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp12)]
    public Task StaticCallback_WithTensors_Compiles(LanguageVersion language) => Verifier.Accepts(
        Usings + "[NativeSignature] public delegate void Op([Shape(\"m\", 3, Order = ArrayOrder.ColumnMajor)] TensorSpan<double> x, [Shape(\"m\")] in ReadOnlyTensorSpan<int> y, byte m);",
        Usings + """
        static partial class Kernels
        {
            [StaticCallback(nameof(Scale))] internal static partial NativeCallback<Op> Address();
            private static void Scale(TensorSpan<double> x, in ReadOnlyTensorSpan<int> y, byte m) { }
        }
        """,
        Consumer.Net8WithTensors with { Language = language });

    [Fact]
    public Task TensorOfAnotherPackage_IsNotATensor() => Verifier.Reports("""
        namespace Mine { public readonly ref struct TensorSpan<T> { } }
        [NativeSignature] public delegate void Op([Shape(3)] Mine.TensorSpan<int> [|NCB0001:x|]);
        """);
}
