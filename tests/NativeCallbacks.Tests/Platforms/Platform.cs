using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace NativeCallbacks.Tests;

/// <summary>What differs between the platforms that the tests run on.</summary>
internal static class Platform
{
    public const string NoSymbols = "Windows reports no symbols for an address, so nothing tells that it is inside a function.";

    public const string NoExportsOfPrograms = "A program of Windows has no exports of the C library.";

    public const string NoLoadContexts = "A program that NativeAOT compiled cannot load assemblies.";

    public const string NoFsCheck = "FsCheck finds its generators by reflection, and its configuration does not initialise under NativeAOT.";

    public static bool IsWindows { get; } = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    public static bool IsArm64 { get; } = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

#if NET
    public static bool IsNativeAot { get; } = !RuntimeFeature.IsDynamicCodeSupported;
#else
    public static bool IsNativeAot => false;
#endif

    /// <summary>The platform, as NuGet packages name it.</summary>
    public static string Name { get; } = (IsWindows ? "win-" : "linux-") + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <summary>The C library.</summary>
    public static string CLibrary { get; } = IsWindows ? "ucrtbase.dll" : "libc.so.6";

    /// <summary>The C type of a fixed width that <c>long</c> is equal to.</summary>
    public static string FixedWidthOfLong { get; } = IsWindows || IntPtr.Size == 4 ? "int32_t" : "int64_t";

    /// <summary>The library of C's mathematical functions.</summary>
    public static string MathLibrary { get; } = IsWindows ? "ucrtbase.dll" : "libm.so.6";

    /// <summary>What the loader reports about a file that is not a library.</summary>
    public static string NotALibrary { get; } =
        IsWindows ? "it is not a native library for"
        : Environment.Version.Major < 11 ? "file too short"
        : ""; // .NET 11.0.0 has the loader's reason in the first such exception of the process alone.

    /// <summary>What the loader reports about a name that is nowhere; Windows leaves out the file.</summary>
    public static string ReasonOfMissingLibrary { get; } = IsWindows ? "0x8007007E" : "libnosuchlibrary.so"; // ERROR_MOD_NOT_FOUND

    /// <summary>How the process of a call of a wrong address ends; a signal on Linux (signal(7)), an exception on Windows (ntstatus.h).</summary>
    public static int[] ExitCodesOfWrongAddresses { get; } = IsWindows
        ? [AccessViolation, FailFast, unchecked((int)0xC000001D)] // STATUS_ILLEGAL_INSTRUCTION
        : [128 + 4, 128 + 6, 128 + 7, 128 + 11];                  // SIGILL, SIGABRT, SIGBUS, SIGSEGV

    /// <summary>How a process ends that touches memory which it may not; Mono, and .NET on Windows, report it before they end it.</summary>
    public static int[] ExitCodesOfForbiddenMemory { get; } = IsWindows ? [AccessViolation, FailFast] : [128 + (Mono.IsRunning ? 6 : 11)];

    /// <summary>How a process ends whose heap is corrupt: the collector fails, or memory is touched that is not there.</summary>
    public static int[] ExitCodesOfCorruptHeaps { get; } = IsWindows
        ? [AccessViolation, FailFast, unchecked((int)0x80131506)] // COR_E_EXECUTIONENGINE
        : [128 + 6, 128 + 11];

    /// <summary>The size in bytes of <c>trap_behind_return</c>: a return and an instruction that no processor knows.</summary>
    public static int SizeOfTrap { get; } = IsArm64 ? 8 : 3;

    /// <summary>How read-only data of the shim is protected: its linker places it beside the code, but on Windows.</summary>
    public static string ProtectionOfConstants { get; } = IsWindows ? "r--" : "r-x";

    private const int AccessViolation = unchecked((int)0xC0000005); // STATUS_ACCESS_VIOLATION
    private const int FailFast = unchecked((int)0xC0000602);        // STATUS_FAIL_FAST_EXCEPTION

    /// <summary>The version of .NET that the folder of the tests is named for, as in net11.0; null if it is named otherwise.</summary>
    public static Version? VersionOfFolder { get; } =
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')) is var folder && folder.StartsWith("net", StringComparison.Ordinal)
        && Version.TryParse(folder.Substring("net".Length), out var version) ? version : null;

    /// <summary>The file of a shared library, by the name of the C sources.</summary>
    public static string LibraryFile(string name) => IsWindows ? $"{name}.dll" : $"lib{name}.so";

    /// <summary>How a symbol is part of messages, with a leading space; nothing on Windows.</summary>
    public static string Symbol(string text) => IsWindows ? "" : $" ({text})";

    /// <summary>Whether the tests run on one of the platforms.</summary>
    public static bool Is(Where where) =>
        (where.HasFlag(Where.Mono) && Mono.IsRunning)
        || (where.HasFlag(Where.NativeAot) && IsNativeAot)
        || (where.HasFlag(Where.Windows) && IsWindows)
        || (where.HasFlag(Where.Arm64) && IsArm64);

    /// <summary>Makes the output of this process UTF-8, as it is on Linux; Windows has a code page for it.</summary>
    public static void WriteUtf8()
    {
        if (IsWindows)
        {
            Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });
        }
    }

    /// <summary>Whether a file is loaded into the process, by the system's own account.</summary>
    public static bool IsLoaded(string path) =>
        IsWindows ? GetModuleHandle(path) != 0 : File.ReadAllText("/proc/self/maps").Contains(path, StringComparison.Ordinal);

    [DllImport("kernel32", CharSet = CharSet.Unicode, EntryPoint = "GetModuleHandleW")]
    private static extern nint GetModuleHandle(string path);
}
