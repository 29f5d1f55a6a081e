namespace NativeCallbacks.AbiTests.Emission;

/// <summary>What the C# of a batch is compiled for. What a target lacks is declared in other words that mean the same bytes.</summary>
/// <param name="Name">The framework.</param>
/// <param name="IsModern">Whether it has tensors, inline arrays, <c>CLong</c>, <c>Vector3</c>, <c>ref readonly</c>, <c>SetLastError</c> and the other options.</param>
internal sealed record Target(string Name, bool IsModern)
{
    public static Target Net10 { get; } = new("net10.0", IsModern: true);

    public static Target Net8 { get; } = new("net8.0", IsModern: true);

    public static Target NetStandard { get; } = new("netstandard2.0", IsModern: false);
}
