namespace NativeCallbacks.Benchmarks.Upcalls;

/// <summary>What all contenders compute: a weight times x. The handlers are methods of an instance, as most are.</summary>
internal sealed partial class Scale(long weight)
{
    public const long StaticWeight = 3;

    private readonly long _weight = weight;

    /// <summary>The library's way to a static method.</summary>
    [StaticCallback(nameof(WeighStatic))]
    public static partial NativeCallback<WeighWithoutUserData> StaticAddress { get; }

    /// <summary>The library's way to a static method that gets an object.</summary>
    [StaticCallback(nameof(WeighOn))]
    public static partial NativeCallback<WeighWithUserData> StateAddress { get; }

    public long Weigh(long x, nint data) => x * _weight;

    public static long WeighOn(long x, [UserData] Scale self) => x * self._weight;

    public static long WeighStatic(long x, nint data) => x * StaticWeight;
}
