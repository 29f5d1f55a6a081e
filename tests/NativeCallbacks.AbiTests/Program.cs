using System;
using System.Linq;
using NativeCallbacks.AbiTests.Runs;

namespace NativeCallbacks.AbiTests;

/// <summary>The assembly as a program: <c>soak.sh</c>.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (SoakOptions.Read(arguments) is not { } options)
        {
            Console.Error.WriteLine(SoakOptions.Usage);
            return 2;
        }

        var missing = options.Runtimes.Select(static runtime => runtime.Missing).OfType<string>().ToList();
        if (missing.Count > 0)
        {
            Console.Error.WriteLine(string.Join(Environment.NewLine, missing));
            return 2;
        }

        return new Soak(options, Console.Out).Run() ? 0 : 1;
    }
}
