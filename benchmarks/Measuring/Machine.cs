using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Benchmarks.Measuring;

/// <summary>Where and when something was measured.</summary>
internal static class Machine
{
    /// <summary>Machine, runtime, date, and what else the machine did.</summary>
    public static string Describe() =>
        $"Measured on a {Environment.ProcessorCount}-core {Architecture} {System}, {RuntimeInformation.FrameworkDescription}, on {Today}{Load}.";

    private static string Today => DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Architecture => RuntimeInformation.ProcessArchitecture switch
    {
        global::System.Runtime.InteropServices.Architecture.X64 => "x86-64",
        var other => other.ToString(),
    };

    private static string System => (OperatingSystem.IsLinux() ? "Linux" : RuntimeInformation.OSDescription) + (IsVirtual ? " VM" : "");

    private static bool IsVirtual =>
        OperatingSystem.IsLinux() && File.ReadLines("/proc/cpuinfo").Any(static line =>
            line.StartsWith("flags", StringComparison.Ordinal) && line.Contains(" hypervisor", StringComparison.Ordinal));

    /// <summary>A quiet machine's is that of the measuring process, below its number of cores.</summary>
    private static string Load => OperatingSystem.IsLinux()
        ? $", at a load of {File.ReadAllText("/proc/loadavg").Split(' ')[0]} (one minute's average, at the end)"
        : "";
}
