using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>
/// Declares a delegate type as the signature of native functions. The source generator then adds the members that call a
/// <see cref="NativeCallback{TSignature}"/> of that type.
/// </summary>
/// <remarks>
/// Put it on a delegate declaration: <c>[NativeSignature] public delegate double ScalarFunction(double x);</c>.
/// For a delegate that you do not own, put it on the assembly, once:
/// <c>[assembly: NativeSignature(typeof(Func&lt;double, double&gt;))]</c>; the generated members are then internal.
/// </remarks>
/// <example>
/// <code>
/// [assembly: NativeSignature(typeof(Func&lt;double, double, double&gt;))] // a delegate of the framework
///
/// using var math = NativeModule.Load("libm.so.6");
/// Console.WriteLine(math.GetCallback&lt;Round&gt;("lround").Invoke(2.75)); // 3
/// Console.WriteLine(math.GetCallback&lt;Func&lt;double, double, double&gt;&gt;("pow").Invoke(2, 10)); // 1024
///
/// [NativeSignature]
/// delegate CLong Round(double x); // long lround(double x);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Delegate | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class NativeSignatureAttribute : Attribute
{
    /// <summary>Declares the delegate that has the attribute as a signature.</summary>
    public NativeSignatureAttribute()
    {
    }

    /// <summary>Declares a delegate of another assembly as a signature; for use as an assembly attribute.</summary>
    /// <param name="signature">The delegate type, with all its type arguments.</param>
    public NativeSignatureAttribute(Type signature)
    {
        Signature = signature;
    }

    /// <summary>The delegate of another assembly, or null if the attribute is on the delegate itself.</summary>
    public Type? Signature { get; }

    /// <summary>
    /// The calling convention of the native functions: <see cref="CallingConvention.Cdecl"/> (the default),
    /// <see cref="CallingConvention.StdCall"/>, <see cref="CallingConvention.ThisCall"/> or
    /// <see cref="CallingConvention.Winapi"/> (the platform's default; not for netstandard2.0). If this
    /// is not set, an <see cref="UnmanagedFunctionPointerAttribute"/> on the delegate gives the convention.
    /// </summary>
    public CallingConvention CallingConvention { get; set; } = CallingConvention.Cdecl;

    /// <summary>
    /// Omits the transition that lets the garbage collector run during the call. Use it only for functions that take less than
    /// a microsecond, take no lock, never block and never call back into .NET: a collection waits for them, and a call back
    /// crashes the process. Not for netstandard2.0.
    /// </summary>
    public bool SuppressGCTransition { get; set; }

    /// <summary>
    /// Whether <c>Invoke</c> throws what went wrong in managed handlers that native code called during the call; <see
    /// langword="true"/> by default. <see langword="false"/> makes it the raw call plus its other checks: for release functions,
    /// whose callers
    /// do not expect an exception, and for numeric functions that never call back. What goes wrong nevertheless is thrown by an
    /// outer <c>Invoke</c> on the same thread, if there is one, and stays with its <see cref="ManagedCallback{TSignature}"/>.
    /// </summary>
    public bool ThrowsFaults { get; set; } = true;

    /// <summary>
    /// Clears the system's last error (<c>errno</c>) before each call and captures it afterwards, for
    /// <see cref="Marshal.GetLastWin32Error"/> and <c>Marshal.GetLastPInvokeError</c>. Not for netstandard2.0.
    /// </summary>
    public bool SetLastError { get; set; }
}
