using System.Reflection;

namespace NativeCallbacks.Benchmarks;

/// <summary>
/// Where the code of this process is. Linux draws the place of the C library, and .NET puts what it compiles up to 2 GiB away
/// from it; a processor may predict a call for less if its target has the same upper 32 bits.
/// </summary>
internal static class CodePlace
{
    /// <summary>"near" if calls from C# to C cross no multiple of 4 GiB, "far" if they do.</summary>
    public static string OfCalls
    {
        get
        {
            var managed = typeof(CodePlace).GetMethod(nameof(IsHere), BindingFlags.NonPublic | BindingFlags.Static)!.MethodHandle.GetFunctionPointer();
            return managed >> 32 == NativeExports.AddressOf("line") >> 32 ? "near" : "far";
        }
    }

    private static bool IsHere() => true;
}
