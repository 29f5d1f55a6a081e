using System.Threading;

namespace NativeCallbacks.LibraryTests;

/// <summary>libcurl: functions are set as options, each with a context of its own, and run inside <c>curl_easy_perform</c>.</summary>
public sealed class CurlTests : IDisposable
{
    private readonly LoopbackServer _server = new();

    public void Dispose() => _server.Dispose();

    [LibraryFact(Curl.FileName)]
    public void Perform_OfADownload_CallsTheFunctions()
    {
        var (bytes, headers, progress) = (0, 0, 0L);
        using var transfer = new CurlTransfer(_server.Url + "100000");
        using var write = new CurlWrite((data, _, _, _) => (nuint)Count(ref bytes, data.Length)).ToManagedCallback();
        using var header = new CurlWrite((data, _, _, _) => (nuint)(Count(ref headers, 1) * data.Length)).ToManagedCallback();
        using var report = new CurlProgress((_, total, now, _, _) => (int)((progress = total == 0 ? progress : now) & 0)).ToManagedCallback();
        transfer.Set(Curl.WriteFunction, Curl.WriteData, write);
        transfer.Set(Curl.HeaderFunction, Curl.HeaderData, header);
        transfer.Set(Curl.ProgressFunction, Curl.ProgressData, report);
        transfer.Set(Curl.NoProgress, 0);

        transfer.Perform().Should().Be(0);

        (bytes, headers, progress).Should().Be((100_000, 3, 100_000), "there are a status line, a length and an empty line");
    }

    [LibraryFact(Curl.FileName)]
    public void Perform_WhoseWriteFunctionThrows_Throws_AndTheNextTransferWorks()
    {
        var (fail, bytes) = (true, 0);
        using var transfer = new CurlTransfer(_server.Url + "100000");
        using var write = new CurlWrite((data, _, _, _) => fail ? throw new IOException("Disk full.") : (nuint)Count(ref bytes, data.Length)).ToManagedCallback();
        transfer.Set(Curl.WriteFunction, Curl.WriteData, write);

        var perform = () => transfer.Perform();

        perform.Should().Throw<IOException>().WithMessage("Disk full.");
        fail = false;
        perform().Should().Be(0);
        bytes.Should().Be(100_000);
    }

    [LibraryFact(Curl.FileName)]
    public void PerformOfAStatus_WhoseWriteFunctionThrows_ThrowsTheHandlersException_AndTheStatusIfThereIsNone()
    {
        var fail = true;
        using var transfer = new CurlTransfer(_server.Url + "1000");
        using var write = new CurlWrite((data, _, _, _) => fail ? throw new IOException("Disk full.") : (nuint)1).ToManagedCallback();
        transfer.Set(Curl.WriteFunction, Curl.WriteData, write);

        var perform = () => Curl.PerformOrThrow.Invoke(transfer.Handle);

        perform.Should().Throw<IOException>().WithMessage("Disk full.");
        fail = false;
        perform.Should().Throw<NativeStatusException>().Which.Code.Should().Be(Curl.WriteError);
    }

    [LibraryFact(Curl.FileName)]
    public void Perform_WhoseHeaderFunctionThrows_Throws_AndTheNextTransferWorks()
    {
        var (fail, headers) = (true, 0);
        using var transfer = new CurlTransfer(_server.Url + "10");
        using var header = new CurlWrite((data, _, _, _) => fail ? throw new IOException("Header.") : (nuint)(Count(ref headers, 1) * data.Length)).ToManagedCallback();
        transfer.Set(Curl.HeaderFunction, Curl.HeaderData, header);

        var perform = () => transfer.Perform();

        perform.Should().Throw<IOException>().WithMessage("Header.");
        fail = false;
        perform().Should().Be(0);
        headers.Should().Be(3);
    }

    // The fault result, 0, means that the transfer may go on.
    [LibraryFact(Curl.FileName)]
    public void Perform_WhoseProgressFunctionThrows_Throws_AndTheNextTransferWorks()
    {
        var (fail, calls) = (true, 0);
        using var transfer = new CurlTransfer(_server.Url + "100000");
        using var progress = new CurlProgress((_, _, _, _, _) => Count(ref calls, 1) * (fail ? throw new OperationCanceledException("Cancelled.") : 0)).ToManagedCallback();
        transfer.Set(Curl.ProgressFunction, Curl.ProgressData, progress);
        transfer.Set(Curl.NoProgress, 0);

        var perform = () => transfer.Perform();

        perform.Should().Throw<OperationCanceledException>().WithMessage("Cancelled.");
        calls.Should().Be(1);
        fail = false;
        perform().Should().Be(0);
        calls.Should().BeGreaterThan(1);
    }

    // The fault result, 0, means the end of the data: the upload is cut off and succeeds.
    [LibraryFact(Curl.FileName)]
    public void Perform_OfAnUploadWhoseReadFunctionThrows_Throws_AndTheNextUploadIsWhole()
    {
        var (fail, sent) = (true, 0);
        using var transfer = new CurlTransfer(_server.Url);
        using var read = new CurlRead((buffer, _, _, _) => (nuint)Supply(buffer, ref sent, failAt: fail ? 2_000 : -1)).ToManagedCallback();
        transfer.Set(Curl.Upload, 1);
        transfer.Set(Curl.ReadFunction, Curl.ReadData, read);

        var perform = () => transfer.Perform();

        perform.Should().Throw<IOException>().WithMessage("At 2000.");
        (sent, fail) = (0, false);
        perform().Should().Be(0);
        _server.Received.Should().Equal(2_000, 5_000);
    }

    [LibraryFact(Curl.FileName)]
    public void Perform_OfAnUploadWithAFaultResult_AbortsItAndThrows()
    {
        var sent = 0;
        using var transfer = new CurlTransfer(_server.Url);
        using var read = new CurlReadOrAbort((buffer, _, _, _) => (nuint)Supply(buffer, ref sent, failAt: 2_000)).ToManagedCallback();
        transfer.Set(Curl.Upload, 1);
        transfer.Set(Curl.ReadFunction, Curl.ReadData, read);

        var perform = () => transfer.Perform();

        perform.Should().Throw<IOException>().WithMessage("At 2000.");
        _server.Received.Should().BeEmpty("no upload was cut off and taken for a whole one");
    }

    [LibraryFact(Curl.FileName)]
    public void Perform_OfTwoTransfersSideBySide_ThrowsForTheOneWhoseFunctionThrew()
    {
        var bytes = 0;
        using var first = new CurlTransfer(_server.Url + "100000");
        using var second = new CurlTransfer(_server.Url + "100000");
        using var both = new Barrier(2);
        using var bad = new CurlWrite((_, _, _, _) =>
        {
            both.SignalAndWait();
            throw new IOException("Disk full.");
        }).ToManagedCallback();
        var met = false;
        using var good = new CurlWrite((data, _, _, _) =>
        {
            if (!met)
            {
                met = true;
                both.SignalAndWait();
            }

            return (nuint)Count(ref bytes, data.Length);
        }).ToManagedCallback();
        first.Set(Curl.WriteFunction, Curl.WriteData, bad);
        second.Set(Curl.WriteFunction, Curl.WriteData, good);
        Exception? failure = null;
        var other = new Thread(() => failure = Record.Exception(() => first.Perform()));
        other.Start();

        second.Perform().Should().Be(0);

        other.Join();
        failure.Should().BeOfType<IOException>().Which.Message.Should().Be("Disk full.");
        bytes.Should().Be(100_000);
    }

    [LibraryFact(Curl.FileName)]
    public void Perform_AfterItsProgressFunctionWasDisposed_ThrowsThatItIsDisposed()
    {
        using var transfer = new CurlTransfer(_server.Url + "10");
        using (var progress = new CurlProgress(static (_, _, _, _, _) => 0).ToManagedCallback())
        {
            transfer.Set(Curl.ProgressFunction, Curl.ProgressData, progress);
            transfer.Set(Curl.NoProgress, 0);
        }

        var perform = () => transfer.Perform();

        perform.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.Disposed);
    }

    [LibraryFact(Curl.FileName)]
    public void Perform_WithTheContextOfAnotherFunction_ThrowsThatItIsUnknown()
    {
        using var transfer = new CurlTransfer(_server.Url + "10");
        using var write = new CurlWrite(static (data, _, _, _) => (nuint)data.Length).ToManagedCallback();
        using var progress = new CurlProgress(static (_, _, _, _, _) => 0).ToManagedCallback();
        transfer.Set(Curl.ProgressFunction, progress.Callback.Address);
        transfer.Set(Curl.ProgressData, write.UserData);
        transfer.Set(Curl.NoProgress, 0);

        var perform = () => transfer.Perform();

        perform.Should().Throw<HandlerNotCalledException>().Which.Reason.Should().Be(HandlerNotCalledReason.UnknownContext);
    }

    [LibraryFact(Curl.FileName)]
    public void Perform_AThousandTimesWhileTheCollectorWorks_TransfersOrThrows()
    {
        using var transfer = new CurlTransfer(_server.Url + "100");
        Stress.Rounds(round =>
        {
            var bytes = 0;
            using var write = new CurlWrite((data, _, _, _) =>
                round % 50 == 0 ? throw new IOException($"{round}") : (nuint)Count(ref bytes, data.Length)).ToManagedCallback();
            transfer.Set(Curl.WriteFunction, Curl.WriteData, write);
            var perform = () => transfer.Perform();
            if (round % 50 == 0)
            {
                perform.Should().Throw<IOException>().WithMessage($"{round}");
            }
            else
            {
                perform().Should().Be(0);
                bytes.Should().Be(100);
            }
        });
    }

    /// <summary>Adds to a sum.</summary>
    /// <returns>What was added.</returns>
    private static int Count(ref int sum, int value)
    {
        sum += value;
        return value;
    }

    /// <summary>The next thousand bytes of five thousand.</summary>
    private static int Supply(Span<byte> buffer, ref int sent, int failAt)
    {
        if (sent == failAt)
        {
            throw new IOException($"At {sent}.");
        }

        var count = Math.Min(1_000, 5_000 - sent);
        buffer[..count].Fill((byte)'y');
        sent += count;
        return count;
    }
}
