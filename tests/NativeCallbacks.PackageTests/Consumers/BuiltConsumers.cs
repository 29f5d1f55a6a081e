using System.Collections.Generic;
using System.IO;
using System.Linq;
using NativeCallbacks.Processes;

namespace NativeCallbacks.PackageTests.Consumers;

/// <summary>The consumers of all tests that only run what was built: restored and built together, once.</summary>
internal sealed class BuiltConsumers
{
    private readonly Dictionary<string, Consumer> _consumers;

    public BuiltConsumers(PackedLibrary library)
    {
        _consumers = new[] { ConsumerTests.Projects(library), ReadmeTests.Projects(library), TrimmedTests.Projects(library) }
            .SelectMany(static consumers => consumers)
            .ToDictionary(static consumer => Path.GetFileNameWithoutExtension(consumer.Project));
        var solution = Path.Combine(library.Consumers, "Consumers.slnx");
        File.WriteAllLines(solution, ["<Solution>", .. _consumers.Values.Select(static consumer => $"""  <Project Path="{consumer.Project}" />"""), "</Solution>"]);

        Build = ProcessRun.Of(ProcessRun.Start(library.Consumers, ProcessRun.DotNet, ["build", solution, "-c", "Release", "-v", "quiet"]));
    }

    /// <summary>What the build said.</summary>
    public ProcessRun Build { get; }

    /// <summary>A consumer that was built without a warning, as all of them.</summary>
    public Consumer this[string name]
    {
        get
        {
            Build.ExitCode.Should().Be(0, Build.Output);
            return _consumers[name];
        }
    }
}
