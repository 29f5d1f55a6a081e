using System.Collections.Generic;

namespace NativeCallbacks;

/// <summary>What crosses between native code and .NET: one type of a signature, whatever notation it came in.</summary>
internal abstract class NativeType;

/// <summary>No value; behind a pointer, one that is not told.</summary>
internal sealed class VoidType : NativeType
{
    public static VoidType Instance { get; } = new();
}

/// <summary>A pointer.</summary>
/// <param name="target">What it points to. Behind a pointer, an array is its first element.</param>
/// <param name="isConst">Whether the target is only read. Noted and shown, never a difference.</param>
internal sealed class PointerType(NativeType target, bool isConst) : NativeType
{
    public NativeType Target { get; } = target;

    public bool IsConst { get; } = isConst;
}

/// <summary>A function; as a value there are pointers to it only.</summary>
internal sealed class FunctionType(NativeType result, IReadOnlyList<NamedType> parameters, NativeConvention convention) : NativeType
{
    public NativeType Result { get; } = result;

    public IReadOnlyList<NamedType> Parameters { get; } = parameters;

    public NativeConvention Convention { get; } = convention;
}

/// <summary>A struct or a union.</summary>
/// <param name="keyword"><c>struct</c> or <c>union</c>.</param>
/// <param name="tag">Its name; null where it has none.</param>
/// <param name="members">Its members; null where they are not told.</param>
internal sealed class StructType(string keyword, string? tag, IReadOnlyList<NamedType>? members) : NativeType
{
    public string Keyword { get; } = keyword;

    public string? Tag { get; } = tag;

    public IReadOnlyList<NamedType>? Members { get; } = members;
}

/// <summary>An array inside a struct or behind a pointer.</summary>
/// <param name="element">Its elements.</param>
/// <param name="count">How many; null where it is not told.</param>
internal sealed class ArrayType(NativeType element, int? count) : NativeType
{
    public NativeType Element { get; } = element;

    public int? Count { get; } = count;
}

/// <summary>A name that only the other side's sources explain; met behind pointers only.</summary>
internal sealed class OpaqueType(string name) : NativeType
{
    public string Name { get; } = name;
}

/// <summary>A parameter or a member of a struct.</summary>
/// <param name="name">Its name; null for none.</param>
/// <param name="type">Its type.</param>
internal readonly struct NamedType(string? name, NativeType type)
{
    public string? Name { get; } = name;

    public NativeType Type { get; } = type;
}
