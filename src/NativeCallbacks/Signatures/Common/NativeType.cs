using System.Collections.Generic;

namespace NativeCallbacks;

/// <summary>One type of a native signature, independent of the notation that it was parsed from.</summary>
internal abstract class NativeType;

/// <summary>No value; as the target of a pointer, an unspecified type.</summary>
internal sealed class VoidType : NativeType
{
    public static VoidType Instance { get; } = new();
}

/// <summary>A pointer.</summary>
/// <param name="target">The type that it points to. An array as the target of a pointer is its first element.</param>
/// <param name="isConst">Whether the target is only read. It is shown but not compared.</param>
internal sealed class PointerType(NativeType target, bool isConst) : NativeType
{
    public NativeType Target { get; } = target;

    public bool IsConst { get; } = isConst;
}

/// <summary>A function. Only pointers to it are values.</summary>
internal sealed class FunctionType(NativeType result, IReadOnlyList<NamedType> parameters, NativeConvention convention) : NativeType
{
    public NativeType Result { get; } = result;

    public IReadOnlyList<NamedType> Parameters { get; } = parameters;

    public NativeConvention Convention { get; } = convention;
}

/// <summary>A struct or a union.</summary>
/// <param name="keyword"><c>struct</c> or <c>union</c>.</param>
/// <param name="tag">Its name; null if it has none.</param>
/// <param name="members">Its members; null if they are not declared.</param>
internal sealed class StructType(string keyword, string? tag, IReadOnlyList<NamedType>? members) : NativeType
{
    public string Keyword { get; } = keyword;

    public string? Tag { get; } = tag;

    public IReadOnlyList<NamedType>? Members { get; } = members;
}

/// <summary>An array in a struct or as the target of a pointer.</summary>
/// <param name="element">The type of its elements.</param>
/// <param name="count">The number of elements; null if it is not declared.</param>
internal sealed class ArrayType(NativeType element, int? count) : NativeType
{
    public NativeType Element { get; } = element;

    public int? Count { get; } = count;
}

/// <summary>A name that only the native sources define. It occurs only as the target of a pointer.</summary>
internal sealed class OpaqueType(string name) : NativeType
{
    public string Name { get; } = name;
}

/// <summary>A parameter or a member of a struct.</summary>
/// <param name="name">Its name; null if it has none.</param>
/// <param name="type">Its type.</param>
internal readonly struct NamedType(string? name, NativeType type)
{
    public string? Name { get; } = name;

    public NativeType Type { get; } = type;
}
