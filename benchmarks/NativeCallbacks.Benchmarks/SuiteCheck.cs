using System;
using System.Linq;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace NativeCallbacks.Benchmarks;

/// <summary>
/// Every suite with all of its parameters, as BenchmarkDotNet would run it, but once and without a clock: do its contenders
/// still agree?
/// </summary>
internal static class SuiteCheck
{
    public static void Run()
    {
        var suites = typeof(SuiteCheck).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.GetMethods().Any(static method => method.IsDefined(typeof(BenchmarkAttribute))))
            .OrderBy(static type => type.Name, StringComparer.Ordinal);
        foreach (var suite in suites)
        {
            var cases = BenchmarkConverter.TypeToBenchmarks(suite, ManualConfig.CreateEmpty()).BenchmarksCases;
            foreach (var contenders in cases.GroupBy(Values))
            {
                Check(contenders.First());
                Console.WriteLine($"{suite.Name}{contenders.Key}: {contenders.Count()} contenders agree");
            }
        }
    }

    private static void Check(BenchmarkCase contender)
    {
        var descriptor = contender.Descriptor;
        var suite = Activator.CreateInstance(descriptor.Type)!;
        foreach (var parameter in contender.Parameters.Items)
        {
            descriptor.Type.GetProperty(parameter.Name)!.SetValue(suite, parameter.Value);
        }

        // Not wrapped, so that a disagreement is the first thing to be read.
        descriptor.GlobalSetupMethod!.Invoke(suite, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);
        descriptor.GlobalCleanupMethod?.Invoke(suite, null);
    }

    private static string Values(BenchmarkCase contender) =>
        string.Concat(contender.Parameters.Items.Select(static parameter => $" {parameter.Value}"));
}
