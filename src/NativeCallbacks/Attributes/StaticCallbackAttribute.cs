using System;

namespace NativeCallbacks;

/// <summary>
/// Makes a static method callable by native code for the life of the process. On a partial property or a partial method
/// without parameters that returns <see cref="NativeCallback{TSignature}"/>; the generator writes its body.
/// </summary>
/// <remarks>
/// <code>
/// [StaticCallback(nameof(Square))]
/// internal static partial NativeCallback&lt;ScalarFunction&gt; SquareCallback { get; }   // C# 13; before it, a method: SquareCallback();
///
/// private static double Square(double x) => x * x;
/// </code>
/// <para>
/// <b>Lifetime.</b> Nothing is allocated and nothing is to be disposed. <b>Threading.</b> Native code may call from any thread,
/// and from several at once; the method must allow it.
/// </para>
/// <para>
/// <b>Faults.</b> An exception of the method never reaches native code, which gets the
/// fault result; it is traced, and rethrown by a generated <c>Invoke</c> that was given the callback. Unlike a
/// <see cref="ManagedCallback{TSignature}"/>, a later call runs the method again. .NET 5 and later.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, Inherited = false)]
public sealed class StaticCallbackAttribute : Attribute
{
    /// <summary>Names the method.</summary>
    /// <param name="method">A static method of the same type, with the parameters and the result of the signature.</param>
    public StaticCallbackAttribute(string method)
    {
        Method = method;
    }

    /// <summary>The method that native code calls.</summary>
    public string Method { get; }
}
