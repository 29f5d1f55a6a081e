namespace NativeCallbacks;

/// <summary>
/// The module and the exported symbol that an address belongs to. <see langword="default"/> means that the platform reports
/// neither.
/// </summary>
/// <param name="modulePath">The file of the module; null if it is not known.</param>
/// <param name="name">The nearest symbol at or before the address; null if there is none.</param>
/// <param name="offset">How many bytes the address is after the start of the symbol.</param>
/// <param name="size">The size in bytes of what the symbol names; null if it is not known.</param>
/// <param name="isData">Whether the symbol names data; null if it is not known.</param>
internal readonly struct AddressSymbol(string? modulePath, string? name = null, long offset = 0, long? size = null, bool? isData = null)
{
    public string? ModulePath { get; } = modulePath;

    public string? Name { get; } = name;

    public long Offset { get; } = offset;

    public long? Size { get; } = size;

    public bool? IsData { get; } = isData;
}
