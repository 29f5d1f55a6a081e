using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using NativeCallbacks.Tests.ChildProcesses;

namespace NativeCallbacks.Tests.MachineCode;

/// <summary>The machine code of all twins, from one child process. The file stays beside the assembly, to be read.</summary>
[CollectionDefinition(Collection)]
public sealed class TwinListing : IAsyncLifetime, ICollectionFixture<TwinListing>
{
    public const string Collection = "machine code";

    private static readonly string ListingPath = Path.Combine(AppContext.BaseDirectory, "machine-code", "twins.asm");

    internal Listing Methods { get; private set; } = new([]);

    internal MethodListing Generated(MethodInfo method) => Methods[MachineCodeScenario.NameOf(method)];

    internal MethodListing Ours(string method) => Methods[$"{nameof(OurTwins)}:{method}"];

    internal MethodListing Raw(string method) => Methods[$"{nameof(RawTwins)}:{method}"];

    internal MethodListing Control(string method) => Methods[$"{nameof(ControlTwins)}:{method}"];

    public async Task InitializeAsync()
    {
        if (OptimizedCodeFactAttribute.Obstacle is not null)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(ListingPath)!);
        File.Delete(ListingPath);
        var child = await ChildProcess.PlayAsync(
            MachineCodeScenario.Name,
            ("DOTNET_TieredCompilation", "0"),
            ("DOTNET_JitDisasmDiffable", "1"),
            ("DOTNET_JitDisasm", string.Join(' ', MachineCodeScenario.Listed.Select(static method => $"{method.DeclaringType!.FullName}:{method.Name}"))),
            ("DOTNET_JitStdOutFile", ListingPath));
        if (child.ExitCode != 0)
        {
            throw new InvalidOperationException($"The scenario failed: {child}");
        }

        Methods = Listing.Read(ListingPath);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
