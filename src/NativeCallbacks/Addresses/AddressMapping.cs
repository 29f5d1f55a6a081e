namespace NativeCallbacks;

/// <summary>The memory at an address, as far as the platform reports it. <see langword="default"/> means that it reports nothing.</summary>
/// <param name="isMapped">Whether there is memory at the address; null if it is not known.</param>
/// <param name="protection">How the memory is protected; null if it is not mapped or not known.</param>
/// <param name="name">The name of the mapping; null if it has none.</param>
internal readonly struct AddressMapping(bool? isMapped, MemoryProtection? protection = null, string? name = null)
{
    public bool? IsMapped { get; } = isMapped;

    public MemoryProtection? Protection { get; } = protection;

    public string? Name { get; } = name;
}
