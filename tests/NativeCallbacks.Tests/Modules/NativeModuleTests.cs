using System;
using System.IO;
using System.Runtime.InteropServices;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Modules;

/// <summary>Loading, looking up, and the messages where either fails.</summary>
public class NativeModuleTests
{
    [Fact]
    public void GetCallback_OfAnExportedFunction_CallsIt()
    {
        using var copy = new LoadedCopy();

        var transform = copy.Module.GetCallback<MatrixTransform>("matrix_weigh");
        var output = new double[6];
        transform.Invoke([10, 20, 30, 40, 50, 60], output, 2, 3);

        output.Should().Equal(10, 40, 90, 160, 250, 360);
    }

    [Fact]
    public void GetCallback_OfAFunctionThatTheLoaderResolvesIndirectly_CallsIt()
    {
        // The cosine of glibc is an IFUNC: its address is that of the variant for this processor.
        using var math = NativeModule.Load(Platform.MathLibrary);

        math.GetCallback<ScalarFunction>("cos").Invoke(1).Should().BeApproximately(Math.Cos(1), 1e-15);
    }

    [Fact]
    public void TryGetCallback_ReportsWhetherTheFunctionIsThere()
    {
        using var copy = new LoadedCopy();

        copy.Module.TryGetCallback<ScalarFunction>("no_such_function", out var missing).Should().BeFalse();
        missing.IsNull.Should().BeTrue();
        copy.Module.TryGetCallback<MatrixTransform>("matrix_double", out var found).Should().BeTrue();
        found.Address.Should().Be(copy.Module.GetAddress("matrix_double"));
    }

    [Fact]
    public void GetAddress_OfData_IsWhereTheDataIs()
    {
        using var copy = new LoadedCopy();

        Marshal.ReadInt32(copy.Module.GetAddress("shim_data_symbol")).Should().Be(42);
    }

    [Fact]
    public void GetCallback_OfData_IsRefused()
    {
        using var copy = new LoadedCopy();

        var getCallback = () => copy.Module.GetCallback<ScalarFunction>("shim_data_symbol");
        var tryGetCallback = () => copy.Module.TryGetCallback<ScalarFunction>("shim_data_symbol", out _);

        getCallback.Should().Throw<InvalidOperationException>().WithMessage($"'shim_data_symbol' in {LoadedCopy.FileNames} is data and cannot be called. Use GetAddress to read it.");
        tryGetCallback.Should().Throw<InvalidOperationException>().WithMessage("*is data*");
    }

    [Fact]
    public void GetAddress_OfAMissingSymbol_NamesTheNearestOnes()
    {
        using var copy = new LoadedCopy();

        var get = () => copy.Module.GetAddress("matrix_dubble");

        get.Should().Throw<EntryPointNotFoundException>().WithMessage($"{LoadedCopy.FileNames} does not export 'matrix_dubble'. Similar exports: 'matrix_double'*.");
    }

    [Fact]
    public void GetAddress_OfASymbolUnlikeAllOthers_NamesNone()
    {
        using var copy = new LoadedCopy();

        var get = () => copy.Module.GetAddress("Zzzzzzzzzzzzzzzzzzzz");

        get.Should().Throw<EntryPointNotFoundException>().WithMessage($"{LoadedCopy.FileNames} does not export 'Zzzzzzzzzzzzzzzzzzzz'.");
    }

    [Fact]
    public void Load_OfAMissingLibrary_NamesItAndTheReason()
    {
        var load = () => NativeModule.Load("libnosuchlibrary.so");

        load.Should().Throw<DllNotFoundException>().WithMessage("*libnosuchlibrary.so*");
    }

    [Theory]
    [InlineData("no library")]
    [InlineData("")]
    public void Load_OfAFileThatIsNoLibrary_GivesTheLoadersReason(string content)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content);

            var load = () => NativeModule.Load(path);

            load.Should().Throw<DllNotFoundException>().WithMessage($"*{path}*{Platform.NotALibrary}*");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_OfAnEmptyPath_IsRejected()
    {
        var load = () => NativeModule.Load("");

        load.Should().ThrowExactly<ArgumentException>().WithParameterName("path");
    }

    [Fact]
    public void Members_WithNull_ThrowArgumentNullException()
    {
        using var copy = new LoadedCopy();

        FluentActions.Invoking(() => NativeModule.Load(null!)).Should().Throw<ArgumentNullException>().WithParameterName("path");
        foreach (var lookUp in new Action[]
        {
            () => copy.Module.GetAddress(null!),
            () => copy.Module.GetCallback<ScalarFunction>(null!),
            () => copy.Module.TryGetCallback<ScalarFunction>(null!, out _),
        })
        {
            lookUp.Should().Throw<ArgumentNullException>().WithParameterName("symbol");
        }
    }
}
