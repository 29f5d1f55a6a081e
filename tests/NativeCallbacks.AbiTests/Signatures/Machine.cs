using System.Collections.Immutable;

namespace NativeCallbacks.AbiTests.Signatures;

/// <summary>What a processor and a system decide of the types that are drawn.</summary>
/// <param name="Name">The platform, as .NET names it.</param>
/// <param name="Longs">The kinds of C's <c>long</c> and <c>unsigned long</c>.</param>
/// <param name="HasFloatAggregates">Whether structs of up to four equal floating-point numbers have rules of their own, so that many are drawn.</param>
/// <param name="OtherConvention">The attribute of a calling convention that passes arguments elsewhere; null if C has none there.</param>
internal sealed record Machine(string Name, (LeafKind Signed, LeafKind Unsigned) Longs, bool HasFloatAggregates, string? OtherConvention)
{
    public static Machine LinuxX64 { get; } = new("linux-x64", (LeafKind.I64, LeafKind.U64), HasFloatAggregates: false, "ms_abi");

    public static Machine LinuxArm64 { get; } = new("linux-arm64", (LeafKind.I64, LeafKind.U64), HasFloatAggregates: true, null);

    public static Machine WindowsX64 { get; } = new("win-x64", (LeafKind.I32, LeafKind.U32), HasFloatAggregates: false, "sysv_abi");

    public bool IsWindows => Name.StartsWith("win-", System.StringComparison.Ordinal);

    /// <summary>Scalars that are neither integers nor floats, with their sizes here.</summary>
    public ImmutableArray<ScalarType> OtherScalars { get; } = ScalarType.OthersWith(Longs.Signed, Longs.Unsigned);
}
