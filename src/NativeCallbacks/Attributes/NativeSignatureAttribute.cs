using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>
/// Declares a delegate type as the signature of native functions. The generator then adds the members that call a
/// <see cref="NativeCallback{TSignature}"/> of that type.
/// </summary>
/// <remarks>
/// On a delegate declaration: <c>[NativeSignature] public delegate double ScalarFunction(double x);</c>.
/// For a delegate that you do not own, once for the assembly:
/// <c>[assembly: NativeSignature(typeof(Func&lt;double, double&gt;))]</c>; its members are then internal.
/// </remarks>
[AttributeUsage(AttributeTargets.Delegate | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class NativeSignatureAttribute : Attribute
{
    /// <summary>Declares the delegate that carries the attribute.</summary>
    public NativeSignatureAttribute()
    {
    }

    /// <summary>Declares a delegate of another assembly; for use on the assembly.</summary>
    /// <param name="signature">The delegate type, with all its type arguments.</param>
    public NativeSignatureAttribute(Type signature)
    {
        Signature = signature;
    }

    /// <summary>The delegate of another assembly, or null where the attribute is on the delegate itself.</summary>
    public Type? Signature { get; }

    /// <summary>
    /// The calling convention of the native functions: <see cref="CallingConvention.Cdecl"/> (the default),
    /// <see cref="CallingConvention.StdCall"/>, <see cref="CallingConvention.ThisCall"/> or
    /// <see cref="CallingConvention.Winapi"/> (the platform's own; not for netstandard2.0). An
    /// <see cref="UnmanagedFunctionPointerAttribute"/> on the delegate is understood where this is not set.
    /// </summary>
    public CallingConvention CallingConvention { get; set; } = CallingConvention.Cdecl;

    /// <summary>
    /// Skips the garbage collector's transition. Only for functions that take under a microsecond, take no lock, never
    /// block and never call back into .NET: a collection waits for them, and a call back ends the process.
    /// Not for netstandard2.0.
    /// </summary>
    public bool SuppressGCTransition { get; set; }

    /// <summary>
    /// Whether <c>Invoke</c> throws what went wrong in managed handlers that native code called meanwhile; <see langword="true"/>
    /// by default. <see langword="false"/> makes it the raw call plus its other checks: for release functions, whose callers
    /// do not expect an exception, and for numeric functions that never call back. What goes wrong nevertheless is left to an
    /// <c>Invoke</c> further out on the same thread, and stays with its <see cref="ManagedCallback{TSignature}"/>.
    /// </summary>
    public bool ThrowsFaults { get; set; } = true;

    /// <summary>
    /// Clears the system's last error (<c>errno</c>) before each call and keeps it after, for
    /// <see cref="Marshal.GetLastWin32Error"/> and <c>Marshal.GetLastPInvokeError</c>. Not for netstandard2.0.
    /// </summary>
    public bool SetLastError { get; set; }
}
