using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace NativeCallbacks.AbiTests.Runs;

/// <summary>What the command line of the soak asks for.</summary>
/// <param name="Seed">The first seed; each hundred signatures have the next one.</param>
/// <param name="Signatures">How many signatures.</param>
/// <param name="Sets">How often each is called, each time with other arguments.</param>
/// <param name="Runtimes">What runs them.</param>
internal sealed record SoakOptions(ulong Seed, int Signatures, int Sets, ImmutableArray<ChildRuntime> Runtimes)
{
    public const string Usage =
        "soak.sh [--seed FIRST] [--signatures COUNT] [--sets COUNT] [--runtimes net10.0,net11.0,net9.0,net8.0,mono,linux-arm64,win-x64]";

    /// <summary>Reads the command line; null where it makes no sense.</summary>
    public static SoakOptions? Read(IReadOnlyList<string> arguments)
    {
        var options = new SoakOptions(1, 100, 50, [ChildRuntime.Own]);
        for (var index = 0; index < arguments.Count; index += 2)
        {
            if (index + 1 == arguments.Count || options.With(arguments[index], arguments[index + 1]) is not { } next)
            {
                return null;
            }

            options = next;
        }

        return options;
    }

    private SoakOptions? With(string option, string value) => option switch
    {
        "--seed" when ulong.TryParse(value, CultureInfo.InvariantCulture, out var seed) => this with { Seed = seed },
        "--signatures" when Positive(value) is { } count => this with { Signatures = count },
        "--sets" when Positive(value) is { } count => this with { Sets = count },
        "--runtimes" when Named(value) is { } runtimes => this with { Runtimes = runtimes },
        _ => null,
    };

    private static ImmutableArray<ChildRuntime>? Named(string names)
    {
        var runtimes = names.Split(',').Select(static name => ChildRuntime.All.FirstOrDefault(runtime => runtime.Name == name)).ToImmutableArray();
        return runtimes.Contains(null) ? null : runtimes!;
    }

    private static int? Positive(string value) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
