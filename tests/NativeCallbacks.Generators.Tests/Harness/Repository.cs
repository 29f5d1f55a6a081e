using System;
using System.IO;

namespace NativeCallbacks.Generators.Tests.Harness;

/// <summary>The repository that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo directory) =>
        File.Exists(Path.Combine(directory.FullName, "NativeCallbacks.sln"))
            ? directory.FullName
            : Find(directory.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository."));
}
