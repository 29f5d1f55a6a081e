using System;
using System.Collections.Generic;

namespace NativeCallbacks.Benchmarks.ColdStart.Contenders;

/// <summary>A way to call, whose first call in a process is measured.</summary>
/// <param name="Key">Its name on the command line.</param>
/// <param name="Name">Its name in tables.</param>
/// <param name="Call">The call. Nothing of it has run before, or is compiled.</param>
/// <param name="UsesLibrary">Whether it loads NativeCallbacks.dll; the others must not.</param>
internal sealed record Contender(string Key, string Name, Func<double> Call, bool UsesLibrary)
{
    private const string Again = "… again";

    /// <summary>By what is called. The first of each is the baseline, the second the same once more: how far apart equals are.</summary>
    public static IReadOnlyList<(string Title, Contender[] Contenders)> Groups { get; } =
    [
        ("`double (*)(double x)`",
        [
            new("scalar-raw", "`delegate* unmanaged` (the floor)", Scalars.Raw, false),
            new("scalar-raw-again", Again, Scalars.Raw, false),
            new("scalar-ours", "**`NativeCallback<T>`, `Invoke`**", Scalars.Ours, true),
            new("scalar-marshal", "`GetDelegateForFunctionPointer`", Scalars.Marshalled, false),
            new("scalar-dllimport", "`DllImport`", Scalars.ByDllImport, false),
            new("scalar-libraryimport", "`LibraryImport`", Scalars.ByLibraryImport, false),
        ]),
        ("`void (*)(const double *input, double *output, int m, int n)`",
        [
            new("matrix-raw", "`delegate* unmanaged`, `fixed` (the floor)", Matrices.Raw, false),
            new("matrix-raw-again", Again, Matrices.Raw, false),
            new("matrix-ours", "**`NativeCallback<T>`, `Invoke`**, shapes checked", Matrices.Ours, true),
            new("matrix-marshal", "`GetDelegateForFunctionPointer`, arrays", Matrices.Marshalled, false),
            new("matrix-dllimport", "`DllImport`, arrays", Matrices.ByDllImport, false),
            new("matrix-libraryimport", "`LibraryImport`, spans", Matrices.ByLibraryImport, false),
        ]),
        ("`double (*)(double x, void *data)`, implemented in C#: made, called once by C, let go",
        [
            new("upcall-raw", "`UnmanagedCallersOnly`, `try`/`catch`, handler by `GCHandle` (the floor)", Upcalls.HandWritten, false),
            new("upcall-raw-again", Again, Upcalls.HandWritten, false),
            new("upcall-ours", "**`ToManagedCallback`, signature with `[UserData]`**", Upcalls.Ours, true),
            new("upcall-ours-plain", "**`ToManagedCallback`, signature without**", Upcalls.OursWithoutUserData, true),
            new("upcall-marshal", "`GetFunctionPointerForDelegate`", Upcalls.Marshalled, false),
        ]),
    ];
}
