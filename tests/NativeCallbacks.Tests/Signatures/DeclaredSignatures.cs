using System;
using NativeCallbacks;
using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Signatures;

[assembly: NativeSignature(typeof(Func<double, double>))]
[assembly: NativeSignature(typeof(Func<int, int, int>))]
[assembly: NativeSignature(typeof(Func<NativeCallback<ScalarFunction>, double, double>))]
[assembly: NativeSignature(typeof(Action))]
[assembly: NativeSignature(typeof(Action<nint, nint>))]
[assembly: NativeSignature(typeof(Combination<int, long>))]
[assembly: NativeSignature(typeof(Combination<long, int>))]
[assembly: NativeSignature(typeof(GenericOuter<short>.Operation))]

namespace NativeCallbacks.Tests.Signatures;

/// <summary>C: <c>int64_t (*)(TFirst, …)</c>; of two closed types, the same name with other arguments.</summary>
internal delegate long Combination<TFirst, TSecond>(TFirst first, TSecond second)
    where TFirst : unmanaged
    where TSecond : unmanaged;

public static class Outer
{
    [NativeSignature]
    public delegate int Operation(int a, int b);

    internal static class Inner
    {
        [NativeSignature]
        internal delegate double Operation(double a, double b);
    }
}

internal static class GenericOuter<T>
    where T : unmanaged
{
    internal delegate T Operation(T a, T b);
}

/// <summary>Visible outside the assembly, as those of a library are.</summary>
[NativeSignature]
public delegate double PublicOperation(double a, double b);

/// <summary>Names that generated code, or C# itself, might want for itself.</summary>
[NativeSignature]
internal delegate int NamedLikeKeywords(int @class, int @return);

[NativeSignature]
internal delegate double NamedLikeGeneratedCode([Shape(nameof(address))] ReadOnlySpan<double> callback, int address);

[NativeSignature]
internal delegate int WithDefaultValue(int a, int b = 5);

/// <summary>With a default value there is one Invoke only, so that no call can mean two.</summary>
[NativeSignature]
internal delegate double WithDefaultCount([Shape(nameof(n))] ReadOnlySpan<double> values, int n = 2);

[NativeSignature]
internal delegate double WithParams([UncheckedShape] params ReadOnlySpan<double> values);

[NativeSignature]
internal delegate void WithScoped(scoped ref int a, scoped ref int b);
