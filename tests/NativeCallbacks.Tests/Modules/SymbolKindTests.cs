using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Tests.Modules;

/// <summary>Functions and data are told apart by the module's own table, where it has one, as <c>nm</c> does.</summary>
public class SymbolKindTests
{
    /// <summary>Reading the maps of the process allocates a string for each of its lines.</summary>
    private const long LessThanTheMaps = 4_000;

    [NotOnFact(Where.Windows, "The table is that of ELF.")]
    public void GetCallback_OfAFunction_DoesNotReadTheMapsOfTheProcess()
    {
        using var copy = new LoadedCopy();

        Upcalls.Allocation.Of(() => (long)copy.Module.GetCallback<ScalarFunction>("scalar_double").Address).Should().BeLessThan(LessThanTheMaps);
    }

    /// <summary>The C library chooses among several functions when the program starts; the symbol is that of the choice.</summary>
    [NotOnFact(Where.Windows, "The library is that of Linux.")]
    public void GetCallback_OfAnIndirectFunction_FindsTheChosenOne()
    {
        using var math = NativeModule.Load(Platform.MathLibrary);

        math.GetCallback<ScalarFunction>("cos").Invoke(0.5).Should().BeApproximately(Math.Cos(0.5), 1e-15);
    }

    /// <summary>A module finds the exports of the modules that it needs too; their tables are not its own.</summary>
    [NotOnFact(Where.Windows, "There, a module finds its own exports alone.")]
    public void GetCallback_OfAFunctionOfANeededModule_FindsIt_AndRefusesItsData()
    {
        using var copy = new LoadedCopy();

        ((long)copy.Module.GetCallback<TextLengthOf>("strlen").Invoke("seven!!")).Should().Be(7);
        copy.Module.Invoking(static module => module.GetCallback<TextLengthOf>("environ")).Should().Throw<InvalidOperationException>().WithMessage("*is data*");
    }

    /// <summary>Every export of the shim, as the linker's own tool tells its kind.</summary>
    [NotOnFact(Where.Windows | Where.Arm64, "The tool is that of the machine that the tests run on.")]
    public void GetCallback_OfEachExportOfTheShim_AgreesWithTheLinkersTool()
    {
        using var copy = new LoadedCopy();
        var names = Symbols(Path.Combine(AppContext.BaseDirectory, Shim.FileName));

        var accepted = names.Where(name => Record.Exception(() => copy.Module.GetCallback<ScalarFunction>(name.Name)) is null).Select(static name => name.Name);

        names.Length.Should().BeGreaterThan(200);
        names.Count(static name => !name.IsFunction).Should().BePositive();
        accepted.Should().Equal(names.Where(static name => name.IsFunction).Select(static name => name.Name));
    }

    private static (string Name, bool IsFunction)[] Symbols(string file)
    {
        // "address size? kind name": T and W are functions, B, D, R and V are data.
        using var nm = Process.Start(new ProcessStartInfo("nm", $"-D --defined-only \"{file}\"") { RedirectStandardOutput = true, UseShellExecute = false })!;
        return [.. nm.StandardOutput.ReadToEnd().Split(['\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split(' '))
            .Select(static fields => (fields[^1], fields[^2] is "T" or "W"))];
    }
}

[NativeSignature]
internal delegate nuint TextLengthOf(string text);
