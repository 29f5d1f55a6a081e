using System.Runtime.InteropServices;
using NativeCallbacks;

namespace PythonModule;

/// <summary>The module as Python sees it: <c>import callback</c> calls the one function that the library exports for it.</summary>
internal static partial class Module
{
    // Python keeps them for the life of the process, in all of its interpreters, so they never move.
    private static readonly MethodDefinition[] Methods = Pinned(
        new MethodDefinition(
            Utf8Pointer.FromLiteral("compute_from_dotnet"u8),
            Functions.ComputeCallback,
            MethodFlags.Tuple | MethodFlags.Keywords,
            Utf8Pointer.FromLiteral("""
                compute_from_dotnet($module, callback, input=None, m=None, n=None, *, out=None)
                --

                Call void(CPointer(double), CPointer(double), intc, intc) from C#, without the interpreter.

                callback is a Numba cfunc, whose signature is compared, or a bare address, which is taken at its word.
                input is an array of float64, which is not copied, or a sequence of numbers; by default 1.0 to 6.0.
                m and n follow from an array of two dimensions. Returns the m * n numbers that the callback wrote, as a
                list, or out, an array that it wrote into.
                """u8)),
        new MethodDefinition(
            Utf8Pointer.FromLiteral("integrate"u8),
            Functions.IntegrateCallback,
            MethodFlags.Tuple | MethodFlags.Keywords,
            Utf8Pointer.FromLiteral("""
                integrate($module, function, a, b, intervals=1000, *, progress=None, every=1048576)
                --

                Integrate float64(float64) from a to b by Simpson's rule in C#, without the interpreter.

                function is a Numba cfunc, whose signature is compared, or a bare address, which is taken at its word.
                After each block of so many points, progress(done, points) is called, and signals are handled. An
                exception of progress ends the integration, and so does False, which raises Cancelled.
                """u8)),
        default);

    private static readonly ModuleSlot[] Slots = Pinned<ModuleSlot>([.. ModuleSlots.For(ModuleSlots.PythonVersion, ExecuteCallback)]);

    private static readonly ModuleDefinition[] Definition = Pinned(new ModuleDefinition
    {
        ReferenceCount = 1,
        Name = Utf8Pointer.FromLiteral("callback"u8),
        Documentation = Utf8Pointer.FromLiteral("Calls callbacks that Numba compiled, from C#."u8),
        Methods = Address(Methods),
        Slots = Address(Slots),
    });

    [StaticCallback(nameof(Initialize), EntryPoint = "PyInit_callback", OnFault = nameof(Raise), ReportOnly = true)]
    private static partial NativeCallback<InitializeModule> InitializeCallback { get; }

    [StaticCallback(nameof(Execute), OnFault = nameof(Raise), ReportOnly = true)]
    private static partial NativeCallback<ExecuteModule> ExecuteCallback { get; }

    private static nint Initialize() => ModuleSlots.IsFreeThreaded
        ? throw new NotSupportedException("callback is compiled for a Python with a global interpreter lock, and this one has none.")
        : Python.InitializeDefinition(ref Definition[0]);

    /// <summary>Called for each module object: once for each interpreter, and again where a program imports it anew.</summary>
    private static int Execute(nint module)
    {
        AddException(module, "CallbackError", "A callback returned a status that means failure: code. Its cause is the callback's own exception.");
        AddException(module, "Cancelled", "The progress callback returned False.");
        return 0;
    }

    private static void Raise(Exception exception) => Errors.Set(exception);

    private static void AddException(nint module, string name, string documentation)
    {
        using var type = new Reference(Python.NewException($"callback.{name}", documentation, Errors.RuntimeError, members: 0));
        Python.AddObject(module, name, type.Value);
    }

    private static T[] Pinned<T>(params ReadOnlySpan<T> values)
    {
        var array = GC.AllocateUninitializedArray<T>(values.Length, pinned: true);
        values.CopyTo(array);
        return array;
    }

    private static nint Address<T>(T[] pinned) => Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
}
