namespace System.Runtime.InteropServices;

/// <summary>C's <c>long</c> on Linux, as .NET has it since version 6; signatures know it by its name.</summary>
internal readonly struct CLong(nint value)
{
    public nint Value { get; } = value;
}

/// <summary>C's <c>unsigned long</c>.</summary>
internal readonly struct CULong(nuint value)
{
    public nuint Value { get; } = value;
}
