using System;
using System.Collections.Generic;
using System.Linq;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace NativeCallbacks.Tests;

/// <summary>
/// Runs the tests of this assembly in its own process, for platforms to which the test host does not come: emulated ones, Wine, and
/// programs that NativeAOT compiled.
/// </summary>
internal static class TestRunner
{
    public const string Name = "run";

    /// <summary>Runs the tests.</summary>
    /// <param name="path">Where the results go: a file of the format of <c>dotnet test --logger trx</c>.</param>
    /// <param name="filter">What the full name of a test contains; every one by default.</param>
    /// <returns>The exit code: zero if tests ran and none failed.</returns>
    public static int Run(string path, string filter = "")
    {
        var results = new TestResults();
        using var framework = new XunitTestFramework(results);
        var assembly = typeof(TestRunner).Assembly;
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        var options = new Options { ["xunit.discovery.PreEnumerateTheories"] = true };
        discoverer.Find(includeSourceInformation: false, results, options);
        results.WhenFound.Wait();

        using var executor = framework.GetExecutor(assembly.GetName());
        executor.RunTests(results.Found.Where(test => test.DisplayName.Contains(filter, StringComparison.Ordinal)), results, options);
        results.WhenDone.Wait();
        results.Write(path);
        Console.WriteLine(results.Summary);
        return results.IsSuccess ? 0 : 1;
    }

    /// <summary>What xunit asks for by name; it knows what to do without an answer.</summary>
    private sealed class Options : Dictionary<string, object>, ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        public TValue GetValue<TValue>(string name) => TryGetValue(name, out var value) ? (TValue)value : default!;

        public void SetValue<TValue>(string name, TValue value) => this[name] = value!;
    }
}
