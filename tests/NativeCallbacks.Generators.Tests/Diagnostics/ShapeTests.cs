using System.Threading.Tasks;
using NativeCallbacks.Generators.Tests.Harness;

namespace NativeCallbacks.Generators.Tests.Diagnostics;

/// <summary>NCB0005, NCB0006 and NCB0007: spans without a shape, and shapes that say nothing.</summary>
public class ShapeTests
{
    private const string Uses = "static class Uses { static void Call(NativeCallback<Op> op) { op.ToDelegate(); op.AsPointer(); } }";

    [Theory]
    [InlineData("Span<double>")]
    [InlineData("ReadOnlySpan<double>")]
    [InlineData("scoped Span<double>")]
    [InlineData("params ReadOnlySpan<double>")]
    public async Task Span_WithoutShape_IsRejected(string type)
    {
        (await Verifier.Message(
            $"[NativeSignature] public delegate void Op(int n, {type} [|NCB0005:values|]);",
            "static class Uses { static void Call(NativeCallback<Op> op, Span<double> x) { op.Invoke(1, x); op.ToDelegate(); op.AsPointer(); } }"))
            .Should().Be("'values' is a span without [Shape]: add it with the integer parameters that give its element count, or add [UncheckedShape] if there are none");
    }

    [Theory]
    [InlineData("\"k\"", "int n", "k", "is not a parameter")]
    [InlineData("\"N\"", "int n", "N", "is not a parameter")]
    [InlineData("\"\"", "int n", "", "is not a parameter")]
    [InlineData("nameof(n)", "double n", "n", "is 'double', not an integer")]
    [InlineData("nameof(n)", "ConsoleColor n", "n", "is 'ConsoleColor', not an integer")]
    [InlineData("nameof(n)", "out int n", "n", "is an out parameter, with no value at the call")]
    [InlineData("3, nameof(n)", "float n", "n", "is 'float', not an integer")]
    [InlineData("0", "int n", "0", "is neither the name of an integer parameter nor a positive int")]
    [InlineData("-1", "int n", "-1", "is neither the name of an integer parameter nor a positive int")]
    [InlineData("3L", "int n", "3", "is neither the name of an integer parameter nor a positive int")]
    [InlineData("true", "int n", "True", "is neither the name of an integer parameter nor a positive int")]
    [InlineData("typeof(int)", "int n", "int", "is neither the name of an integer parameter nor a positive int")]
    [InlineData("nameof(n), null!", "int n", "null", "is neither the name of an integer parameter nor a positive int")]
    [InlineData("new int[] { 2, 3 }", "int n", "{2, 3}", "is not a parameter")]
    public async Task Dimension_ThatIsNotAnInteger_IsRejectedAtTheAttribute(string dimensions, string parameter, string dimension, string problem)
    {
        (await Verifier.Message($"[NativeSignature] public delegate void Op({parameter}, [[|NCB0006:Shape({dimensions})|]] Span<double> values);", Uses))
            .Should().Be($"The shape of 'values' has the dimension '{dimension}', which {problem}: name an integer parameter of the delegate, or specify a positive constant");
    }

    [Theory]
    [InlineData("[[|NCB0007:Shape|]] Span<int> x", "The shape of 'x' has no dimension: name the integer parameters that give its element count, or use [UncheckedShape]")]
    [InlineData("[[|NCB0007:Shape()|]] Span<int> x", "The shape of 'x' has no dimension: name the integer parameters that give its element count, or use [UncheckedShape]")]
    [InlineData("[[|NCB0007:Shape(null!)|]] Span<int> x", "The shape of 'x' has no dimension: name the integer parameters that give its element count, or use [UncheckedShape]")]
    [InlineData("[[|NCB0007:Shape(65536, 32768)|]] Span<int> x", "The constants in the shape of 'x' need more elements than a span can hold: use smaller constants")]
    [InlineData("[[|NCB0007:Shape(2147483647, 2147483647, 2147483647)|]] Span<int> x", "The constants in the shape of 'x' need more elements than a span can hold: use smaller constants")]
    [InlineData("[Shape(3), [|NCB0007:UncheckedShape|]] Span<int> x", "'x' has both [Shape] and [UncheckedShape]: keep one of them")]
    [InlineData("[[|NCB0007:Shape(3)|]] int x", "'x' is 'int', which has no shape: use Span<T> or ReadOnlySpan<T>, by value")]
    [InlineData("[[|NCB0007:Shape(3)|]] string x", "'x' is 'string', which has no shape: use Span<T> or ReadOnlySpan<T>, by value")]
    [InlineData("[[|NCB0007:UncheckedShape|]] nint x", "'x' is 'nint', which has no shape: use Span<T> or ReadOnlySpan<T>, by value")]
    [InlineData("[[|NCB0007:Shape(3)|]] in int x", "'x' is 'int', which has no shape: use Span<T> or ReadOnlySpan<T>, by value")]
    public async Task Shape_ThatSaysNothing_IsRejectedAtTheAttribute(string parameter, string message)
    {
        (await Verifier.Message($"[NativeSignature] public delegate void Op({parameter});", Uses)).Should().Be(message);
    }

    [Theory]
    [InlineData("[Shape(nameof(n))] Span<int> x, int n")]
    [InlineData("[Shape(nameof(n), nameof(m))] Span<int> x, sbyte n, ulong m")]
    [InlineData("[Shape(nameof(n), 3)] Span<int> x, in int n")]
    [InlineData("[Shape(nameof(n))] Span<int> x, ref int n")]
    [InlineData("[Shape(\"n\", Optional = true)] Span<int> x, nint n")]
    [InlineData("[Shape(new object[] { \"n\", 3 })] Span<int> x, int n")]
    [InlineData("[Shape(65536, 32767)] Span<int> x, int n")]
    [InlineData("[Shape(nameof(@class))] Span<int> x, int @class")]
    [InlineData("[UncheckedShape] Span<int> x, int n")]
    public Task Shape_OfIntegers_IsAccepted(string parameters) =>
        Verifier.Accepts($"[NativeSignature] public delegate void Op({parameters});", Uses.Replace("static class", "static unsafe class"));
}
