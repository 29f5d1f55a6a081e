using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using NativeCallbacks.Benchmarks.ColdStart.Contenders;

namespace NativeCallbacks.Benchmarks.ColdStart;

/// <summary>What a measured process does: one thing, for the first time, between two readings of the clock.</summary>
internal static class FirstUse
{
    private const string Library = "NativeCallbacks";

    /// <summary>Makes a contender's first call, and prints what it took.</summary>
    public static void Call(string key)
    {
        var contender = Contender.Groups.SelectMany(static group => group.Contenders).Single(contender => contender.Key == key);

        // The library with the native functions is loaded, and the addresses are there.
        RuntimeHelpers.RunClassConstructor(typeof(Native).TypeHandle);
        Print(contender.Call);
    }

    /// <summary>Loads an assembly, and prints what it took.</summary>
    public static void Load(string assembly) => Print(() => Assembly.Load(assembly) is null ? 0 : 1);

    private static void Print(Func<double> use)
    {
        _ = Stopwatch.GetTimestamp();
        var start = Stopwatch.GetTimestamp();
        var value = use();
        var ticks = Stopwatch.GetTimestamp() - start;

        var isLoaded = AppDomain.CurrentDomain.GetAssemblies().Any(static assembly => assembly.GetName().Name == Library);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ticks} {value:R} {isLoaded}"));
    }
}
