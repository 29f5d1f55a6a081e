using System;

namespace NativeCallbacks;

/// <summary>
/// Declares that native code uses a <see cref="NativeCallback{TSignature}"/> parameter only while the call runs: a comparer of
/// <c>qsort</c>, a visitor, the objective of a solver. The signature then has one more <c>Invoke</c>, which takes the delegate itself.
/// </summary>
/// <remarks>
/// <para>
/// In that overload each such parameter is a delegate, and its <c>[UserData(nameof(f))]</c> argument is supplied. The handler is
/// exposed before the call and disposed after it; the call throws its exception. A null delegate is a NULL function with
/// NULL data. Dimensions that follow from a span are left out, as in the other overloads.
/// </para>
/// <para>
/// <b>Lifetime.</b> If native code keeps the function and calls it after the call has returned, no handler is called: native code
/// gets the fault result, and the <c>Invoke</c> during which it happens throws a <see cref="HandlerNotCalledException"/>.
/// <b>Cost.</b> One object for each handler and call; if the callback's signature has no <see cref="UserDataAttribute"/> context,
/// also a thunk of the runtime for each of the first 1,024.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// using var libc = NativeModule.Load("libc.so.6");
/// var sort = libc.GetCallback&lt;Sort&gt;("qsort");
/// int[] numbers = [5, 3, 9, 1];
///
/// sort.Invoke(numbers, sizeof(int), (in int a, in int b) => a.CompareTo(b));
/// Console.WriteLine(string.Join(", ", numbers)); // 1, 3, 5, 9
///
/// [NativeSignature]
/// delegate int Compare(in int a, in int b);
///
/// [NativeSignature]
/// delegate void Sort([Shape(nameof(count))] Span&lt;int&gt; numbers, nuint count, nuint size, [CallScoped] NativeCallback&lt;Compare&gt; compare);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class CallScopedAttribute : Attribute
{
}
