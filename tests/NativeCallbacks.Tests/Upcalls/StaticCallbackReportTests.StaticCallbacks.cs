using System;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary><c>OnFault</c> of a static callback: what native code gets, in its own way, and that the exception is thrown all the same.</summary>
public class StaticCallbackReportTests
{
    [Fact]
    public void OnFault_WithNativeArguments_GivesTheResultThatNativeCodeGets()
    {
        Counting.Call(ReportingKernels.Count, 3).Should().Be(-1000 - 1001 - 1002);

        ReportingKernels.Told.Should().Be("Count 2. for 2");
        Record.Exception(() => Counting.SumPlain.Invoke(ReportingKernels.Count, 1)).Should().BeOfType<InvalidOperationException>()
            .Which.Message.Should().Be("Count 0.", "a report does not consume the exception");
    }

    [Fact]
    public void OnFault_WithoutArguments_LeavesTheFaultResult()
    {
        Counting.Call(ReportingKernels.Plain).Should().Be(-77);

        ReportingKernels.PlainTold.Should().Be("Plain 0.");
    }

    [Fact]
    public void OnFault_ThatThrows_GivesTheFaultResult()
    {
        Counting.Call(ReportingKernels.Broken, 2).Should().Be(2 * -77);

        Record.Exception(() => Counting.SumPlain.Invoke(ReportingKernels.Broken, 1)).Should().BeOfType<InvalidOperationException>()
            .Which.Message.Should().Be("Broken 0.");
    }

    [Fact]
    public void ReportOnly_IsNeverThrown()
    {
        Counting.SumPlain.Invoke(ReportingKernels.Logged, 2).Should().Be(2 * -77);
    }

    [Fact]
    public void OnFault_OfPointers_GetsAddresses()
    {
        Shim.Get<CallText>("upcall_text").Invoke(ReportingKernels.Text.Address, 2).Should().Be(102);

        ReportingKernels.TextTold.Should().Be("plain ASCII");
    }
}

internal static partial class ReportingKernels
{
    public static string Told { get; private set; } = "";

    public static string PlainTold { get; private set; } = "";

    public static string TextTold { get; private set; } = "";

    [StaticCallback(nameof(CountOf), OnFault = nameof(ReportCount))]
    public static partial NativeCallback<PlainCount> Count { get; }

    [StaticCallback(nameof(PlainOf), OnFault = nameof(ReportPlain))]
    public static partial NativeCallback<PlainCount> Plain { get; }

    [StaticCallback(nameof(BrokenOf), OnFault = nameof(ReportBroken))]
    public static partial NativeCallback<PlainCount> Broken { get; }

    [StaticCallback(nameof(PlainOf), ReportOnly = true)]
    public static partial NativeCallback<PlainCount> Logged { get; }

    [StaticCallback(nameof(TextOf), OnFault = nameof(ReportText))]
    public static partial NativeCallback<TextFunction> Text { get; }

    private static long CountOf(int i) => throw new InvalidOperationException($"Count {i}.");

    private static long ReportCount(Exception exception, int i)
    {
        Told = $"{exception.Message} for {i}";
        return -1000 - i;
    }

    private static long PlainOf(int i) => throw new InvalidOperationException($"Plain {i}.");

    private static void ReportPlain(Exception exception) => PlainTold = exception.Message;

    private static long BrokenOf(int i) => throw new InvalidOperationException($"Broken {i}.");

    private static void ReportBroken(Exception exception) => throw new NotSupportedException("The report itself.");

    private static long TextOf(string? text, int tag) => throw new InvalidOperationException("Text.");

    private static long ReportText(Exception exception, nint text, int tag)
    {
        TextTold = System.Runtime.InteropServices.Marshal.PtrToStringAnsi(text) ?? "";
        return tag;
    }
}
