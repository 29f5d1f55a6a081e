using System;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>The first difference of two signatures.</summary>
/// <param name="parameter">The index of the parameter that differs; null for the result or the convention.</param>
/// <param name="text">What differs, as a clause with the first signature as "here" and the second as "there".</param>
/// <param name="remedy">What to do, as a sentence.</param>
internal sealed class SignatureDifference(int? parameter, string text, string remedy)
{
    public int? Parameter { get; } = parameter;

    public string Text { get; } = text;

    public string Remedy { get; } = remedy;
}

/// <summary>
/// Whether two functions are called alike. Names do not count, kinds and widths do: <c>long</c> is <c>int64_t</c> on 64-bit
/// Linux and <c>int32_t</c> on Windows.
/// </summary>
internal static class SignatureComparison
{
    /// <summary>The first difference, parameters first; null for none.</summary>
    public static SignatureDifference? Find(FunctionType here, FunctionType there)
    {
        var common = Math.Min(here.Parameters.Count, there.Parameters.Count);
        for (var index = 0; index < common; index++)
        {
            var parameter = here.Parameters[index];
            if (!IsSame(parameter.Type, there.Parameters[index].Type))
            {
                return TypesDiffer(index, Subject(index, parameter.Name), parameter.Type, there.Parameters[index].Type);
            }
        }

        if (here.Parameters.Count != there.Parameters.Count)
        {
            return CountsDiffer(here, there, common);
        }

        if (!IsSame(here.Result, there.Result))
        {
            return TypesDiffer(null, "the result", here.Result, there.Result);
        }

        return IsSame(here.Convention, there.Convention)
            ? null
            : new SignatureDifference(
                null,
                $"the calling convention is {Effective(here.Convention)} here and {Effective(there.Convention)} there",
                "Set CallingConvention on [NativeSignature], or declare the native function otherwise.");
    }

    private static SignatureDifference TypesDiffer(int? parameter, string subject, NativeType here, NativeType there) => new(
        parameter,
        $"{subject} is {CWriter.Write(here)} here and {CWriter.Write(there)} there",
        $"Make it {CSharpSpelling.Of(there)} in the delegate, or {CWriter.Write(here)} on the native side.");

    private static SignatureDifference CountsDiffer(FunctionType here, FunctionType there, int common)
    {
        var isMissingThere = here.Parameters.Count > common;
        var extra = (isMissingThere ? here : there).Parameters[common];
        return new SignatureDifference(
            common,
            $"{Subject(common, extra.Name)} is {(isMissingThere ? CWriter.Write(extra.Type) : "missing")} here and "
                + $"{(isMissingThere ? "missing" : CWriter.Write(extra.Type))} there",
            isMissingThere ? "Remove it from the delegate, or add it on the native side." : "Add it to the delegate, or remove it on the native side.");
    }

    private static string Subject(int index, string? name) =>
        $"parameter {(index + 1).ToString(CultureInfo.InvariantCulture)}{(name is null ? "" : $" ('{name}')")}";

    private static bool IsSame(NativeType here, NativeType there) => (here, there) switch
    {
        (ScalarType left, ScalarType right) => left.Size == right.Size && HasSameKind(left, right),
        (PointerType left, PointerType right) => PointsToSame(Element(left.Target), Element(right.Target)),
        (PointerType, ScalarType { HoldsAddresses: true }) or (ScalarType { HoldsAddresses: true }, PointerType) => true,
        (PointerType { Target: FunctionType }, ScalarType { HoldsFunctions: true }) => true,
        (ScalarType { HoldsFunctions: true }, PointerType { Target: FunctionType }) => true,
        (FunctionType left, FunctionType right) => Find(left, right) is null,
        (ArrayType left, ArrayType right) => (left.Count == right.Count || left.Count is null || right.Count is null) && IsSame(left.Element, right.Element),
        (VoidType, VoidType) => true,
        (ComplexType or StructType, ComplexType or StructType) => HasSameMembers(here, there),
        _ => false,
    };

    private static bool HasSameKind(ScalarType left, ScalarType right)
    {
        if (left.Kind == right.Kind)
        {
            return true;
        }

        // The sign of these is left open; that of an integer for addresses says nothing.
        return left.Kind != ScalarKind.Floating
            && right.Kind != ScalarKind.Floating
            && (IsSignOpen(left) || IsSignOpen(right) || left.HoldsAddresses || right.HoldsAddresses);
    }

    private static bool IsSignOpen(ScalarType type) =>
        type.Kind is ScalarKind.Boolean or ScalarKind.Character or ScalarKind.Enumeration;

    /// <summary>What a pointer leads to: of an array, its first element.</summary>
    private static NativeType Element(NativeType target) => target is ArrayType array ? Element(array.Element) : target;

    private static bool PointsToSame(NativeType here, NativeType there) =>
        here is VoidType || there is VoidType || (here, there) switch
        {
            // Names that only the other side's sources explain are structs or handles, never plain numbers.
            (OpaqueType, _) => MayBeOpaque(there),
            (_, OpaqueType) => MayBeOpaque(here),
            _ => IsSame(here, there),
        };

    private static bool MayBeOpaque(NativeType type) =>
        type is OpaqueType or StructType or ComplexType or PointerType or ScalarType { HoldsAddresses: true };

    /// <summary>Whether the members are the same, as far as both sides tell them.</summary>
    private static bool HasSameMembers(NativeType here, NativeType there)
    {
        if (Members(here) is not { } left || Members(there) is not { } right)
        {
            return true;
        }

        if (left.Length != right.Length || Keyword(here) != Keyword(there))
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

    /// <summary>Whether arguments travel alike: only 32-bit x86 has more than one convention.</summary>
    private static bool IsSame(NativeConvention here, NativeConvention there) =>
        RuntimeInformation.ProcessArchitecture != Architecture.X86 || Effective(here) == Effective(there);

    private static NativeConvention Effective(NativeConvention convention) => convention != NativeConvention.Winapi ? convention
        : RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? NativeConvention.Stdcall : NativeConvention.Cdecl;
}
