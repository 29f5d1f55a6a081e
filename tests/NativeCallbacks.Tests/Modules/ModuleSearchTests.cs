using System;
using System.IO;
using System.Runtime.InteropServices;
using NativeCallbacks.Tests.Scalars;

namespace NativeCallbacks.Tests.Modules;

/// <summary>Where a library is looked for that is known by its name, and modules of what is loaded already.</summary>
public class ModuleSearchTests
{
    /// <summary>The name of the C sources, as programs for several systems have it, and what the system makes of it.</summary>
    public static TheoryData<string> Names => Platform.IsWindows ? new() { "ncbshim", "ncbshim.dll" } : new() { "ncbshim", "libncbshim", "libncbshim.so" };

    [Theory]
    [MemberData(nameof(Names))]
    public void Load_OfANameBesideTheApplication_FindsIt(string name)
    {
        using var module = NativeModule.Load(name);

        module.GetCallback<NoArguments>("mixed_no_arguments").Invoke().Should().Be(-1234567);
        module.Path.Should().Be(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Load_OfANameForAnAssembly_FindsItBesideThat(string name)
    {
        using var module = NativeModule.Load(name, typeof(ModuleSearchTests).Assembly);

        module.GetCallback<NoArguments>("mixed_no_arguments").Invoke().Should().Be(-1234567);
    }

    /// <summary>As NuGet packages have them, also where the application has no list of its dependencies.</summary>
    [Fact]
    public void Load_OfANameInTheFolderOfThePlatform_FindsIt()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "runtimes", Platform.Name, "native");
        Directory.CreateDirectory(folder);
        var name = $"ncbshim{Guid.NewGuid():N}";
        var copy = Path.Combine(folder, Platform.LibraryFile(name));
        File.Copy(Path.Combine(AppContext.BaseDirectory, Shim.FileName), copy);
        try
        {
            using var module = NativeModule.Load(name);

            module.GetCallback<NoArguments>("mixed_no_arguments").Invoke().Should().Be(-1234567);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    [Fact]
    public void Load_OfANameThatIsNowhere_ReportsThePlaces()
    {
        var load = () => NativeModule.Load("nosuchlibrary");

        load.Should().ThrowExactly<DllNotFoundException>().Which.Message.Should()
            .Contain("'nosuchlibrary'").And.Contain(AppContext.BaseDirectory).And.Contain("runtimes").And.Contain(Platform.ReasonOfMissingLibrary);
    }

    [Fact]
    public void Load_WithNull_IsRejected()
    {
        FluentActions.Invoking(() => NativeModule.Load(null!, typeof(ModuleSearchTests).Assembly)).Should().Throw<ArgumentNullException>().WithParameterName("name");
        FluentActions.Invoking(() => NativeModule.Load("x", null!)).Should().Throw<ArgumentNullException>().WithParameterName("assembly");
        FluentActions.Invoking(() => NativeModule.Load("", typeof(ModuleSearchTests).Assembly)).Should().ThrowExactly<ArgumentException>().WithParameterName("name");
    }

    [Fact]
    public void FromHandle_WithoutOwnership_LeavesTheLibraryLoaded()
    {
        var handle = NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, Shim.FileName));
        NativeCallback<NoArguments> function;
        using (var module = NativeModule.FromHandle(handle, ownsHandle: false))
        {
            function = module.GetCallback<NoArguments>("mixed_no_arguments");
            module.Path.Should().Be($"0x{(long)handle:X}");
        }

        function.Invoke().Should().Be(-1234567);
        NativeLibrary.Free(handle);
        FluentActions.Invoking(() => NativeModule.FromHandle(0, ownsHandle: true)).Should().ThrowExactly<ArgumentException>().WithParameterName("handle");
    }

    [Fact]
    public void FromHandle_WithOwnership_UnloadsTheLibrary()
    {
        using var copy = new LoadedCopy();
        var handle = NativeLibrary.Load(copy.Module.Path);
        var module = NativeModule.FromHandle(handle, ownsHandle: true);
        var address = module.GetAddress("mixed_no_arguments");
        copy.Module.Dispose();
        NativeAddress.Inspect(address).IsMapped.Should().BeTrue("the handle keeps it");

        module.Dispose();

        NativeAddress.Inspect(address).IsMapped.Should().BeFalse();
        FluentActions.Invoking(() => module.GetAddress("mixed_no_arguments")).Should().Throw<ObjectDisposedException>();
    }

    [NotOnFact(Where.Windows, Platform.NoExportsOfPrograms)]
    public void MainProgram_HasWhatTheProcessWasStartedWith_AndStays()
    {
        NativeModule.MainProgram.Dispose();

        ((long)NativeModule.MainProgram.GetCallback<ScalarLabs>("labs").Invoke(new CLong(-5)).Value).Should().Be(5);
        NativeModule.MainProgram.TryGetCallback<NoArguments>("mixed_no_arguments", out _).Should().BeFalse("the shim is not of the program");
        FluentActions.Invoking(() => NativeModule.MainProgram.GetAddress("no_such_symbol_at_all")).Should().Throw<EntryPointNotFoundException>()
            .WithMessage("main program does not export 'no_such_symbol_at_all'.*");
    }

    [Fact]
    public void Bind_OfASymbol_ComparesTheSignature()
    {
        using var copy = new LoadedCopy();

        copy.Module.Bind<NoArguments>("mixed_no_arguments", "int32_t mixed_no_arguments(void)").Invoke().Should().Be(-1234567);
        FluentActions.Invoking(() => copy.Module.Bind<NoArguments>("mixed_no_arguments", "double mixed_no_arguments(void)")).Should().Throw<SignatureMismatchException>();
        FluentActions.Invoking(() => copy.Module.Bind<NoArguments>("mixed_no_argument", "int f(void)")).Should().Throw<EntryPointNotFoundException>();
        FluentActions.Invoking(() => copy.Module.Bind<NoArguments>("shim_data_symbol", "int f(void)")).Should().Throw<InvalidOperationException>().WithMessage("*is data*");
        FluentActions.Invoking(() => copy.Module.Bind<NoArguments>("mixed_no_arguments", null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => copy.Module.Bind<NoArguments>(null!, "int f(void)")).Should().Throw<ArgumentNullException>().WithParameterName("symbol");
    }
}

/// <summary>C: <c>long labs(long)</c>.</summary>
[NativeSignature]
internal delegate CLong ScalarLabs(CLong x);
