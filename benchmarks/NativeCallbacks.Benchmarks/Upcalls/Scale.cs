namespace NativeCallbacks.Benchmarks.Upcalls;

/// <summary>What all contenders compute: a weight times x. The handlers are methods of an instance, as most are.</summary>
internal sealed partial class Scale(long weight)
{
    public const long StaticWeight = 3;

    /// <summary>The library's way to a static method.</summary>
    [StaticCallback(nameof(WeighStatic))]
    public static partial NativeCallback<WeighWithoutUserData> StaticAddress { get; }

    public long Weigh(long x, nint data) => x * weight;

    public static long WeighStatic(long x, nint data) => x * StaticWeight;
}
