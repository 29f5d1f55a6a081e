using System;
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

        if (options.Runtime.Missing is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }

        return Soak.Run(options, Console.Out) ? 0 : 1;
    }
}
