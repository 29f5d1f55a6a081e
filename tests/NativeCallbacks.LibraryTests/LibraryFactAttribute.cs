namespace NativeCallbacks.LibraryTests;

/// <summary>A test of a library that a machine may lack; <c>tests/run.sh</c> installs it where that is possible.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibraryFactAttribute : FactAttribute
{
    public LibraryFactAttribute(string fileName) => Skip = Libraries.WhyMissing(fileName);
}

/// <summary>Tests of a library that a machine may lack.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibraryTheoryAttribute : TheoryAttribute
{
    public LibraryTheoryAttribute(string fileName) => Skip = Libraries.WhyMissing(fileName);
}

internal static class Libraries
{
    /// <summary>Why tests of a library cannot run here; null if they can.</summary>
    public static string? WhyMissing(string fileName) =>
        NativeLibrary.TryLoad(fileName, out _) ? null : $"{fileName} is not installed.";
}
