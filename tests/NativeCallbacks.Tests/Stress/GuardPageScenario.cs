using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using NativeCallbacks.Numerics;
using NativeCallbacks.CompilerServices;
using NativeCallbacks.Tests.Spans;
using NativeCallbacks.Tests.Text;

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
        TryByteCounts(input.AtTheStart<int>(Cells), output.AtTheStart<short>(2 * Cells));
        TryByteCounts(input.AtTheEnd<int>(Cells), output.AtTheEnd<short>(2 * Cells));
        foreach (var text in new[] { "", "a", "seven..", "nine.....", "sixteen letters.", "more letters than sixteen", "żółw 🐢", "日本語", "日本語日本語日本語日本語日本語日" })
        {
            TryText(input, text);
        }

        TryTexts(input.AtTheStart<nint>(Utf8Arguments.StackSize));
        TryTexts(input.AtTheEnd<nint>(Utf8Arguments.StackSize));
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

    private static void TryByteCounts(Span<int> values, Span<short> reversed)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (i * 1_000_003) - 7;
        }

        var bytes = MemoryMarshal.AsBytes(values).ToArray();
        Expect(Shim.Get<WeighIntsBySizes>("bytes_weigh_sizes").Invoke(values, Cells, sizeof(int)) == bytes.Select(static (value, i) => (long)value * (i + 1)).Sum());
        Shim.Get<ReverseGuarded>("bytes_reverse").Invoke(reversed, values);
        Array.Reverse(bytes);
        Expect(MemoryMarshal.AsBytes(reversed).SequenceEqual(bytes));
    }

    /// <summary>Text of native code whose last byte is the last of the page, and text of ours in a buffer that ends there.</summary>
    private static unsafe void TryText(GuardedMemory memory, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text + "\0");
        bytes.CopyTo(memory.AtTheEnd<byte>(bytes.Length));
        fixed (byte* start = memory.AtTheEnd<byte>(bytes.Length))
        {
            var pointer = new Utf8Pointer((nint)start);
            Expect(pointer.ToString() == text && pointer.GetLength() == bytes.Length - 1 && pointer.AsSpan().SequenceEqual(bytes.AsSpan(0, bytes.Length - 1)));
            Expect(Shim.Get<EchoGuarded>("status_intptr").Invoke((nint)start) == text);
        }

        // Text that does not fit goes elsewhere.
        foreach (var buffer in new[] { bytes.Length / 3, bytes.Length - 1, bytes.Length, bytes.Length + 1 })
        {
            using var argument = new Utf8Argument("text", text, memory.AtTheEnd<byte>(buffer));
            fixed (byte* start = argument)
            {
                Expect(Shim.Get<PointerWeight>("text_weigh").Invoke(new Utf8Pointer((nint)start)) == TextArrayTests.Weight(text));
            }
        }

        var characters = (text + "\0").ToCharArray();
        characters.CopyTo(memory.AtTheEnd<char>(characters.Length));
        fixed (char* start = memory.AtTheEnd<char>(characters.Length))
        {
            Expect(Shim.Get<EchoWideGuarded>("status_intptr").Invoke((nint)start) == text);
        }
    }

    private static unsafe void TryTexts(Span<nint> buffer)
    {
        // 20 pointers and a null, and texts that take what is left of the 64 pointers to the last byte.
        var texts = Enumerable.Range(0, 20).Select(static i => i == 19 ? new string('x', ((64 - 21) * sizeof(nint) - (19 * 4) - 1) / 3) : "a").ToArray();
        using var arguments = new Utf8Arguments("texts", texts, isOptional: false, buffer);
        fixed (nint* start = buffer)
        {
            Expect(arguments.Address == (byte**)start);
        }

        var expected = texts.Select(static (text, i) => TextArrayTests.Weight(text) * (i + 1)).Sum();
        Expect(Shim.Get<PointersWeight>("text_weigh_all").Invoke(new ReadOnlySpan<Utf8Pointer>(arguments.Address, texts.Length)) == expected);
    }

    private static void Expect(bool isTrue)
    {
        if (!isTrue)
        {
            throw new InvalidOperationException("Native code computed something else.");
        }
    }
}
