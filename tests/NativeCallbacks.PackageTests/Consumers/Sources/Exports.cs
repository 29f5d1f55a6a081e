using NativeCallbacks;

namespace Consumers;

/// <summary>C: <c>int64_t (*)(const int32_t *numbers, int32_t n)</c></summary>
[NativeSignature]
[return: FaultResult(-1)]
public delegate long Sum([Shape(nameof(n))] ReadOnlySpan<int> numbers, int n);

/// <summary>C: <c>void *(*)(int32_t factor)</c></summary>
[NativeSignature]
public delegate nint Make(int factor);

/// <summary>C: <c>int64_t (*)(void *factor, int64_t x)</c></summary>
[NativeSignature]
[return: FaultResult(-2)]
public delegate long Scale([UserData] nint factor, long x);

/// <summary>A factor whose owner is native code.</summary>
public sealed partial class Factor
{
    private readonly CallbackState<Factor> _state;
    private readonly int _value;

    private Factor(int value)
    {
        _value = value;
        _state = new CallbackState<Factor>(this);
    }

    [StaticCallback(nameof(Add), EntryPoint = "exports_sum")]
    public static partial NativeCallback<Sum> AddCallback { get; }

    [StaticCallback(nameof(Create), EntryPoint = "exports_make")]
    public static partial NativeCallback<Make> CreateCallback { get; }

    [StaticCallback(nameof(Multiply), EntryPoint = "exports_scale")]
    public static partial NativeCallback<Scale> MultiplyCallback { get; }

    [StaticCallback(nameof(Free), EntryPoint = "exports_free")]
    public static partial NativeCallback<DestroyNotify> FreeCallback { get; }

    private static long Add(ReadOnlySpan<int> numbers, int n)
    {
        var sum = 0L;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    private static nint Create(int factor) => new Factor(factor)._state.UserData;

    private static long Multiply([UserData] Factor self, long x) => x == 13 ? throw new ArgumentException("Not 13.") : x * self._value;

    private static void Free([UserData] Factor self) => self._state.Dispose();
}
