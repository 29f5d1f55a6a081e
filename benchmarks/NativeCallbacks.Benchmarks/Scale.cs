namespace NativeCallbacks.Benchmarks;

/// <summary>What all contenders compute: a weight times x. The handlers are methods of an instance, as most are.</summary>
internal sealed partial class Scale(double weight)
{
    public const double StaticWeight = 3;

    /// <summary>The library's way to a static method.</summary>
    [StaticCallback(nameof(WeighStatic))]
    public static partial NativeCallback<WeighWithoutUserData> StaticAddress { get; }

    public double Weigh(double x, nint data) => x * weight;

    public static double WeighStatic(double x, nint data) => x * StaticWeight;
}
