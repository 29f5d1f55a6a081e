using System;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>The first difference between two signatures.</summary>
/// <param name="parameter">The index of the parameter that differs; null for the result or the convention.</param>
/// <param name="subject">The part that differs.</param>
/// <param name="first">How the first signature has it.</param>
/// <param name="second">How the second signature has it.</param>
/// <param name="remedy">What to change, as a sentence.</param>
internal sealed class SignatureDifference(int? parameter, string subject, string first, string second, string remedy)
{
    public int? Parameter { get; } = parameter;

    public string Remedy { get; } = remedy;

    /// <summary>The difference as a clause.</summary>
    /// <param name="inFirst">Where the first signature is, for example <c>in the delegate</c>.</param>
    /// <param name="inSecond">Where the second signature is.</param>
    public string Describe(string inFirst, string inSecond) => $"{subject} is {first} {inFirst} and {second} {inSecond}";
}

/// <summary>
/// Compares how two functions are called: by the kinds and widths of their types, not by names. <c>long</c> is <c>int64_t</c>
/// on 64-bit Linux and <c>int32_t</c> on Windows.
/// </summary>
internal static class SignatureComparison
{
    /// <summary>The first difference, parameters first; null if there is none.</summary>
    public static SignatureDifference? Find(FunctionType first, FunctionType second)
    {
        var common = Math.Min(first.Parameters.Count, second.Parameters.Count);
        for (var index = 0; index < common; index++)
        {
            var parameter = first.Parameters[index];
            if (!IsSame(parameter.Type, second.Parameters[index].Type))
            {
                return TypesDiffer(index, Subject(index, parameter.Name), parameter.Type, second.Parameters[index].Type);
            }
        }

        if (first.Parameters.Count != second.Parameters.Count)
        {
            return CountsDiffer(first, second, common);
        }

        if (!IsSame(first.Result, second.Result))
        {
            return TypesDiffer(null, "the result", first.Result, second.Result);
        }

        return IsSame(first.Convention, second.Convention)
            ? null
            : new SignatureDifference(
                null,
                "the calling convention",
                Effective(first.Convention).ToString(),
                Effective(second.Convention).ToString(),
                "Set CallingConvention on [NativeSignature], or declare the native function with the other convention.");
    }

    private static SignatureDifference TypesDiffer(int? parameter, string subject, NativeType first, NativeType second) => new(
        parameter,
        subject,
        CWriter.Write(first),
        CWriter.Write(second),
        $"Change it to {CSharpSpelling.Of(second)} in the delegate, or to {CWriter.Write(first)} in the native declaration.");

    private static SignatureDifference CountsDiffer(FunctionType first, FunctionType second, int common)
    {
        const string Missing = "missing";
        var isInFirst = first.Parameters.Count > common;
        var extra = (isInFirst ? first : second).Parameters[common];
        var type = CWriter.Write(extra.Type);
        return new SignatureDifference(
            common,
            Subject(common, extra.Name),
            isInFirst ? type : Missing,
            isInFirst ? Missing : type,
            isInFirst
                ? "Remove it from the delegate, or add it to the native declaration."
                : "Add it to the delegate, or remove it from the native declaration.");
    }

    private static string Subject(int index, string? name) =>
        $"parameter {(index + 1).ToString(CultureInfo.InvariantCulture)}{(name is null ? "" : $" ('{name}')")}";

    private static bool IsSame(NativeType first, NativeType second) => (first, second) switch
    {
        (ScalarType left, ScalarType right) => left.Size == right.Size && HasSameKind(left, right),
        (PointerType left, PointerType right) => PointsToSame(Element(left.Target), Element(right.Target)),
        (PointerType, ScalarType { HoldsAddresses: true }) or (ScalarType { HoldsAddresses: true }, PointerType) => true,
        (PointerType { Target: FunctionType }, ScalarType { HoldsFunctions: true }) => true,
        (ScalarType { HoldsFunctions: true }, PointerType { Target: FunctionType }) => true,
        (FunctionType left, FunctionType right) => Find(left, right) is null,
        (ArrayType left, ArrayType right) => (left.Count == right.Count || left.Count is null || right.Count is null) && IsSame(left.Element, right.Element),
        (VoidType, VoidType) => true,
        (ComplexType or StructType, ComplexType or StructType) => HasSameMembers(first, second),
        _ => false,
    };

    private static bool HasSameKind(ScalarType left, ScalarType right)
    {
        if (left.Kind == right.Kind)
        {
            return true;
        }

        // The sign of these types is unspecified; that of an integer for addresses is irrelevant.
        return left.Kind != ScalarKind.Floating
            && right.Kind != ScalarKind.Floating
            && (IsSignOpen(left) || IsSignOpen(right) || left.HoldsAddresses || right.HoldsAddresses);
    }

    private static bool IsSignOpen(ScalarType type) =>
        type.Kind is ScalarKind.Boolean or ScalarKind.Character or ScalarKind.Enumeration;

    /// <summary>The type that a pointer leads to: for an array, the type of its elements.</summary>
    private static NativeType Element(NativeType target) => target is ArrayType array ? Element(array.Element) : target;

    private static bool PointsToSame(NativeType first, NativeType second) =>
        first is VoidType || second is VoidType || (first, second) switch
        {
            // Names that only the native sources define are structs or handles, never plain numbers.
            (OpaqueType, _) => MayBeOpaque(second),
            (_, OpaqueType) => MayBeOpaque(first),
            _ => IsSame(first, second),
        };

    private static bool MayBeOpaque(NativeType type) =>
        type is OpaqueType or StructType or ComplexType or PointerType or ScalarType { HoldsAddresses: true };

    /// <summary>Whether the members are the same, as far as both sides declare them.</summary>
    private static bool HasSameMembers(NativeType first, NativeType second)
    {
        if (Members(first) is not { } left || Members(second) is not { } right)
        {
            return true;
        }

        if (left.Length != right.Length || Keyword(first) != Keyword(second))
        {
            return false;
        }

        for (var index = 0; index < left.Length; index++)
        {
            if (!IsSame(left[index], right[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Keyword(NativeType type) => (type as StructType)?.Keyword ?? "struct";

    private static NativeType[]? Members(NativeType type)
    {
        if (type is ComplexType complex)
        {
            return [complex.Part, complex.Part];
        }

        if (type is not StructType { Members: { } members })
        {
            return null;
        }

        var types = new NativeType[members.Count];
        for (var index = 0; index < types.Length; index++)
        {
            types[index] = members[index].Type;
        }

        return types;
    }

    /// <summary>Whether arguments are passed in the same way: conventions differ only on 32-bit x86.</summary>
    private static bool IsSame(NativeConvention first, NativeConvention second) =>
        RuntimeInformation.ProcessArchitecture != Architecture.X86 || Effective(first) == Effective(second);

    private static NativeConvention Effective(NativeConvention convention) => convention != NativeConvention.Winapi ? convention
        : RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? NativeConvention.Stdcall : NativeConvention.Cdecl;
}
