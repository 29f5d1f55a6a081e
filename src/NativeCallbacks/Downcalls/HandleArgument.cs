using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace NativeCallbacks.CompilerServices;

/// <summary>For generated code: a safe handle that is kept from being released for the duration of one call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct HandleArgument
{
    private readonly SafeHandle _handle;

    /// <summary>Keeps the handle. An invalid one is passed as it is.</summary>
    /// <param name="name">The parameter, for messages.</param>
    /// <param name="handle">The handle.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    /// <exception cref="ObjectDisposedException">The handle is disposed.</exception>
    public HandleArgument(string name, SafeHandle handle)
    {
        _handle = handle ?? throw new ArgumentNullException(name, $"{name} is null. Pass a handle; to pass a null pointer, use an invalid handle.");
        var isKept = false;
        try
        {
            handle.DangerousAddRef(ref isKept);
        }
        catch (ObjectDisposedException)
        {
            throw new ObjectDisposedException(name, $"{name}, a {CSharpTypeName.Of(handle.GetType())}, is disposed. Dispose it after the last call that takes it.");
        }

        Address = handle.DangerousGetHandle();
    }

    /// <summary>The handle as native code knows it.</summary>
    public nint Address { get; }

    /// <summary>
    /// Releases the handle, and closes it if it was disposed during the call. <see cref="SafeHandle"/> itself keeps the last error meanwhile.
    /// </summary>
    public void Dispose() => _handle.DangerousRelease();
}
