using System.Runtime.InteropServices;

namespace NativeCallbacks.SampleTests;

/// <summary>The C API of the Python that hosts this process, wherever it is linked.</summary>
[NativeApi(MainProgram = true)]
internal static partial class HostPython
{
    [Symbol("Py_IsInitialized")]
    public static partial int IsInitialized();

    [Symbol("PyGILState_Ensure")]
    public static partial int Acquire();

    [Symbol("PyGILState_Release")]
    public static partial void Release(int state);

    [Symbol("PyRun_SimpleString")]
    [return: StatusCode(StatusConvention.ZeroIsSuccess)]
    public static partial int Run(string code);
}

/// <summary>C: <c>const char *Py_GetVersion(void)</c>.</summary>
[NativeSignature]
internal delegate string PythonVersion();

/// <summary>What python/host.py calls, in the process of the Python whose C API it is about.</summary>
internal static class PythonEntryPoints
{
    /// <summary>The version that the host's own C API reports, and whether it is initialized.</summary>
    /// <returns>Text in UTF-8.</returns>
    [UnmanagedCallersOnly]
    public static nint Version() => Marshal.StringToCoTaskMemUTF8(
        $"{NativeModule.MainProgram.GetCallback<PythonVersion>("Py_GetVersion").Invoke()}; {HostPython.IsInitialized()}");

    /// <summary>The address of a symbol in the main program, or in a library if there is a name.</summary>
    [UnmanagedCallersOnly]
    public static nint AddressOf(nint symbol, nint library)
    {
        var module = Marshal.PtrToStringUTF8(library) is { } name ? NativeModule.Load(name) : NativeModule.MainProgram;
        return module.GetAddress(Marshal.PtrToStringUTF8(symbol)!);
    }

    /// <summary>Runs code in the host, through its own C API.</summary>
    [UnmanagedCallersOnly]
    public static nint Run(nint code)
    {
        var state = HostPython.Acquire();
        try
        {
            return HostPython.Run(Marshal.PtrToStringUTF8(code)!);
        }
        catch (NativeStatusException exception)
        {
            return (nint)exception.Code;
        }
        finally
        {
            HostPython.Release(state);
        }
    }
}
