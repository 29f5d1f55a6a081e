using System;

namespace NativeCallbacks;

/// <summary>
/// Makes a static method callable by native code for the life of the process. Put it on a partial property, or a partial method
/// without parameters, that returns <see cref="NativeCallback{TSignature}"/>; the generator writes its body.
/// </summary>
/// <remarks>
/// <code>
/// [StaticCallback(nameof(Square))]
/// internal static partial NativeCallback&lt;ScalarFunction&gt; SquareCallback { get; }   // C# 13; before it, a method: SquareCallback();
///
/// private static double Square(double x) => x * x;
/// </code>
/// <para>
/// <b>Lifetime.</b> Nothing is allocated, and nothing has to be disposed. <b>Threading.</b> Native code may call from any thread,
/// and from several at once; the method must allow it.
/// </para>
/// <para>
/// <b>State.</b> If the signature has a <see cref="UserDataAttribute"/> argument, the method may take an object in its place:
/// <c>[UserData] Parser self</c>. It gets the object of the <see cref="CallbackState{T}"/> of exactly that type whose
/// <see cref="CallbackOwner.UserData"/> native code passes, and its faults belong to that state.
/// </para>
/// <para>
/// <b>Faults.</b> An exception of the method never reaches native code, which gets the fault result
/// (<see cref="FaultResultAttribute"/>). The <c>Invoke</c> that waits for native code on the same thread throws it; if native code
/// called on a thread of its own, an <c>Invoke</c> that was given the callback throws it. The method runs again on the next call.
/// Static callbacks are not available on netstandard2.0.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, Inherited = false)]
public sealed class StaticCallbackAttribute : Attribute
{
    /// <summary>Names the method.</summary>
    /// <param name="method">
    /// A static method of the same type, with the parameters and the result of the signature; in place of the context argument it
    /// may take the object of a <see cref="CallbackState{T}"/>.
    /// </param>
    public StaticCallbackAttribute(string method)
    {
        Method = method;
    }

    /// <summary>The method that native code calls.</summary>
    public string Method { get; }

    /// <summary>
    /// The name of a static method of the same type that reports an exception to native code in the library's own way:
    /// <c>PyErr_SetString</c>, <c>ThrowNew</c>, <c>sqlite3_result_error</c>. It runs on the thread of the fault, before native
    /// code goes on.
    /// </summary>
    /// <remarks>
    /// It takes the <see cref="Exception"/>, followed by nothing or by all arguments of native code: values as they are, pointers
    /// as <see langword="nint"/>, and the object of a state in place of the context argument if it is marked
    /// <see cref="UserDataAttribute"/>. It returns nothing, or the result that native code gets in place of the fault result. It does
    /// not consume the exception: an <c>Invoke</c> throws it all the same, unless <see cref="ReportOnly"/> is set. An exception of
    /// this method itself is only traced.
    /// </remarks>
    public string? OnFault { get; set; }

    /// <summary>
    /// Whether exceptions are only reported, to <see cref="OnFault"/> and <see cref="ManagedCallbacks.Faulted"/>, and no
    /// <c>Invoke</c> throws them. It cannot be set for methods with a state, whose <see cref="FaultPolicy"/> applies.
    /// </summary>
    public bool ReportOnly { get; set; }

    /// <summary>
    /// The name by which a native library exports the function, such as <c>PyInit_module</c>; null for none. It is exported if
    /// NativeAOT compiles the assembly into a library: with <c>PublishAot</c> and <c>NativeLib</c> set to <c>Shared</c>. For an
    /// assembly that such a project references, the project must name it in the item <c>UnmanagedEntryPointsAssembly</c>.
    /// </summary>
    public string? EntryPoint { get; set; }
}
