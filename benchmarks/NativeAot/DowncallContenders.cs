using System.Collections.Generic;
using NativeCallbacks.Benchmarks.Downcalls;
using NativeCallbacks.Numerics;

namespace NativeCallbacks.Benchmarks.NativeAot;

/// <summary>C# calls a function that does next to nothing: the library's ways beside what a generator or an author writes.</summary>
internal static unsafe class DowncallContenders
{
    private const string Import = "`LibraryImport`";
    private const string Raw = "a `static readonly` function pointer";

    private static readonly delegate* unmanaged[Cdecl]<double, double> Pointer =
        (delegate* unmanaged[Cdecl]<double, double>)NativeExports.AddressOf("line");

    private static readonly NativeCallback<ScalarFunction> Callback = new(NativeExports.AddressOf("line"));

    public static IReadOnlyList<Contender> All { get; } =
    [
        new(Import, Import, CallImport, Sum),
        new("… again", Import, CallImport, Sum),
        new("**a function of a `[NativeApi]` class**", Import, CallApi, Sum),
        new(Raw, Raw, CallPointer, Sum),
        new("… again", Raw, CallPointer, Sum),
        new("**`Invoke` of a `static readonly NativeCallback<T>`**", Raw, CallCallback, Sum),
    ];

    private static long CallImport(int calls)
    {
        var sum = 0L;
        for (var call = 0; call < calls; call++)
        {
            sum += (long)LibraryImports.Line(call);
        }

        return sum;
    }

    private static long CallApi(int calls)
    {
        var sum = 0L;
        for (var call = 0; call < calls; call++)
        {
            sum += (long)NativeApis.Line(call);
        }

        return sum;
    }

    private static long CallPointer(int calls)
    {
        var sum = 0L;
        for (var call = 0; call < calls; call++)
        {
            sum += (long)Pointer(call);
        }

        return sum;
    }

    private static long CallCallback(int calls)
    {
        var sum = 0L;
        for (var call = 0; call < calls; call++)
        {
            sum += (long)Callback.Invoke(call);
        }

        return sum;
    }

    // Integers, because calls keep them in registers. What line computes, without calling it.
    private static long Sum(int calls)
    {
        var sum = 0L;
        for (var call = 0; call < calls; call++)
        {
            sum += ((6L * call) + 1) / 4;
        }

        return sum;
    }
}
