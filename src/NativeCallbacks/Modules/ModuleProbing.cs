using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>Where a library can be if only its name is known.</summary>
internal static class ModuleProbing
{
    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
    private static readonly bool IsMac = RuntimeInformation.IsOSPlatform(OSPlatform.OSX);

    /// <summary>Whether it is a name, and not a path.</summary>
    public static bool IsName(string path) => path.IndexOfAny(['/', Path.DirectorySeparatorChar]) < 0;

    /// <summary>The files that the name can mean, as the runtime varies it for <c>[DllImport]</c>.</summary>
    public static IEnumerable<string> FileNames(string name)
    {
        if (IsWindows)
        {
            return name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
                ? [name]
                : [name + ".dll", name];
        }

        var suffix = IsMac ? ".dylib" : ".so";
        var hasSuffix = name.EndsWith(suffix, StringComparison.Ordinal) || name.Contains(suffix + ".");
        return hasSuffix ? [name, "lib" + name] : ["lib" + name + suffix, name + suffix, name, "lib" + name];
    }

    /// <summary>The folders of an application or a plug-in that can have native libraries.</summary>
    /// <param name="root">The folder of its assemblies.</param>
    public static IEnumerable<string> Folders(string root) =>
        Platforms().Select(platform => Path.Combine(root, "runtimes", platform, "native")).Prepend(root);

    /// <summary>The files of these names that exist in these folders.</summary>
    public static IEnumerable<string> Files(IEnumerable<string> folders, string name) => folders
        .SelectMany(folder => FileNames(name).Select(file => Path.Combine(folder, file)))
        .Where(File.Exists);

    /// <summary>The names that NuGet packages have for this platform, the most specific first.</summary>
    private static string[] Platforms()
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return IsWindows ? ["win-" + architecture, "win"]
            : IsMac ? ["osx-" + architecture, "osx"]
            : File.Exists("/etc/alpine-release") ? ["linux-musl-" + architecture]
            : ["linux-" + architecture];
    }
}
