using System;
using System.Linq;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Spans;

namespace NativeCallbacks.Tests.Stress;

/// <summary>Native code reads and writes spans that lie flush against pages that nobody may touch.</summary>
internal static class GuardPageScenario
{
    public const string Name = "guard-pages";

    /// <summary>The variable that names a span that is to reach one element into such a page; "none" for none.</summary>
    public const string Excess = "NATIVECALLBACKS_EXCESS";

    /// <summary>What is written before the call with the excess.</summary>
    public const string AllRight = "All right.";

    /// <summary>What is written after it.</summary>
    public const string Returned = " The call returned.";

    private const int Rows = 7;
    private const int Columns = 3;
    private const int Cells = Rows * Columns;

    public static void Play()
    {
        var (input, output) = (new GuardedMemory(), new GuardedMemory());
        TryMatrix(input.AtTheStart<double>(Cells), output.AtTheStart<double>(Cells));
        TryMatrix(input.AtTheEnd<double>(Cells), output.AtTheEnd<double>(Cells));
        TryBytes(input.AtTheStart<byte>(Cells));
        TryBytes(input.AtTheEnd<byte>(Cells));
        TryShorts(input.AtTheStart<short>(Cells));
        TryShorts(input.AtTheEnd<short>(Cells));
        Console.Write(AllRight);

        var excess = Environment.GetEnvironmentVariable(Excess);
        Shim.Get<MatrixTransform>("matrix_double").Invoke(
            excess == "input, before" ? input.AtTheStart<double>(Cells, 1) : input.AtTheEnd<double>(Cells, excess == "input, behind" ? 1 : 0),
            excess == "output, before" ? output.AtTheStart<double>(Cells, 1) : output.AtTheEnd<double>(Cells, excess == "output, behind" ? 1 : 0),
            Rows,
            Columns);
        Console.Write(Returned);
    }

    private static void TryMatrix(Span<double> input, Span<double> output)
    {
        var values = Enumerable.Range(1, Cells).Select(static i => 0.5 - i).ToArray();
        values.CopyTo(input);

        Shim.Get<MatrixTransform>("matrix_double").Invoke(input, output, Rows, Columns);
        Expect(output.SequenceEqual(values.Select(static x => 2 * x).ToArray()));

        Shim.Get<MatrixTransform>("matrix_transpose").Invoke(input, output, Rows, Columns);
        Expect(output.SequenceEqual(Enumerable.Range(0, Cells).Select(i => values[(i % Rows * Columns) + (i / Rows)]).ToArray()));

        Expect(Shim.Get<VectorReduction>("buffer_counted_by_int32").Invoke(input, Cells) == values.Select(static (x, i) => x * (i + 1)).Sum());
    }

    private static void TryBytes(Span<byte> values)
    {
        Shim.Get<Ramp<byte>>("buffer_ramp_uint8").Invoke(200, values, values.Length);
        Expect(values.SequenceEqual(Enumerable.Range(0, Cells).Select(static i => (byte)(200 - (3 * i))).ToArray()));
        Expect(Shim.Get<WeighIntegers<byte>>("buffer_weigh_uint8").Invoke(values, Cells) == Enumerable.Range(0, Cells).Sum(static i => (200L - (3 * i)) * (i + 1)));
    }

    private static void TryShorts(Span<short> values)
    {
        Shim.Get<Ramp<short>>("buffer_ramp_int16").Invoke(-200, values, values.Length);
        Expect(values.SequenceEqual(Enumerable.Range(0, Cells).Select(static i => (short)(-200 - (3 * i))).ToArray()));
        Expect(Shim.Get<WeighIntegers<short>>("buffer_weigh_int16").Invoke(values, Cells) == Enumerable.Range(0, Cells).Sum(static i => (-200L - (3 * i)) * (i + 1)));
    }

    private static void Expect(bool isTrue)
    {
        if (!isTrue)
        {
            throw new InvalidOperationException("Native code computed something else.");
        }
    }
}
