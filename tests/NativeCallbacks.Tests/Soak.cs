using System;

namespace NativeCallbacks.Tests;

/// <summary>How often tests repeat what can only go wrong by chance: some of it in every run, more in <c>tests/soak.sh</c>.</summary>
internal static class Soak
{
    /// <summary>The trait of the tests that <c>tests/soak.sh</c> runs.</summary>
    public const string Category = "Category";
    public const string Repeated = "Soak";

    public static bool IsSoaking => Environment.GetEnvironmentVariable("NATIVECALLBACKS_SOAK") == "1";

    public static int Times(int usual, int soaking) => IsSoaking ? soaking : usual;
}
