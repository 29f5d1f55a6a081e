using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using NativeCallbacks.Tests.ChildProcesses;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>The machine code of all twins, from two child processes. The files stay beside the assembly, to be read.</summary>
[CollectionDefinition(Collection)]
public sealed class TwinListing : IAsyncLifetime, ICollectionFixture<TwinListing>
{
    public const string Collection = "machine code";

    internal Listing Methods { get; private set; } = NothingYet;

    /// <summary>The functions that native code calls. They are optimized at once, with what the JIT guesses of their branches, so nothing is switched off.</summary>
    internal Listing Upcalls { get; private set; } = NothingYet;

    private static Listing NothingYet => new(Processor.X64, [], new Dictionary<ulong, string>());

    internal MethodListing Generated(MethodInfo method) => Methods[MachineCodeScenario.NameOf(method)];

    internal MethodListing Upcall(MethodInfo method) => Upcalls[MachineCodeScenario.NameOf(method)];

    internal MethodListing Ours(string method) => Methods[$"{nameof(OurTwins)}:{method}"];

    internal MethodListing Raw(string method) => Methods[$"{nameof(RawTwins)}:{method}"];

    internal MethodListing Control(string method) => Methods[$"{nameof(ControlTwins)}:{method}"];

    public async Task InitializeAsync()
    {
        if (OptimizedCodeFactAttribute.Obstacle is null)
        {
            Methods = await ListAsync("twins.asm", MachineCodeScenario.Listed, ("DOTNET_TieredCompilation", "0"));
            Upcalls = await ListAsync("upcalls.asm", UpcallTwins.Listed);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<Listing> ListAsync(string fileName, IEnumerable<MethodInfo> methods, params (string Name, string Value)[] environment)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "machine-code", fileName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        var child = await ChildProcess.PlayAsync(
            MachineCodeScenario.Name,
            [
                .. environment,
                ("DOTNET_JitDisasmDiffable", Processor.Current!.NamesCalls ? "1" : "0"),
                ("DOTNET_JitDisasm", string.Join(' ', methods.Select(static method => $"{method.DeclaringType!.FullName}:{method.Name}"))),
                ("DOTNET_JitStdOutFile", path),
            ]);
        return child.ExitCode == 0 ? Listing.Read(path, CalledMethods.Read(child.Output)) : throw new InvalidOperationException($"The scenario failed: {child}");
    }
}
