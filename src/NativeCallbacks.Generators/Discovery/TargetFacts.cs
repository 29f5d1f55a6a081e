using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>What the consumer's project allows and what its target framework supports.</summary>
/// <param name="AllowsUnsafe">Whether <c>AllowUnsafeBlocks</c> is on.</param>
/// <param name="LanguageVersion">The C# version.</param>
/// <param name="HasSkipLocalsInit">Whether <c>[SkipLocalsInit]</c> is known.</param>
/// <param name="HasOverloadPriority">Whether <c>[OverloadResolutionPriority]</c> is known (C# 13 and .NET 9, and later).</param>
/// <param name="HasUnmanagedCallersOnly">Whether native code can call static methods (.NET 5 and later).</param>
/// <param name="HasGenericUnmanagedCallersOnly">Whether these can take and return generic structs (.NET 9 and later; earlier runtimes throw).</param>
/// <param name="HasLastSystemError">Whether <c>Marshal</c> can set and keep <c>errno</c> (.NET 6 and later).</param>
/// <param name="HasExtensibleConventions">Whether <c>unmanaged</c> works without a named convention, and with <c>SuppressGCTransition</c> (.NET 5 and later).</param>
/// <param name="HasInitHandle">Whether <c>Marshal</c> can give a safe handle its value (.NET 6 and later).</param>
/// <param name="HasInterfaceMembers">Whether interfaces can have members with a body (.NET Core 3 and later).</param>
internal sealed record TargetFacts(
    bool AllowsUnsafe,
    LanguageVersion LanguageVersion,
    bool HasSkipLocalsInit,
    bool HasOverloadPriority,
    bool HasUnmanagedCallersOnly,
    bool HasGenericUnmanagedCallersOnly,
    bool HasLastSystemError,
    bool HasExtensibleConventions,
    bool HasInitHandle,
    bool HasInterfaceMembers)
{
    /// <summary>Roslyn 4.8 has no name for it.</summary>
    private const int CSharp13 = 1300;

    private const int FirstWithGenericUnmanagedCallersOnly = 9;

    // Weak, and once for each compilation, because every signature needs it.
    private static readonly ConditionalWeakTable<Compilation, TargetFacts> Known = new();

    public static TargetFacts Of(Compilation compilation) => Known.GetValue(compilation, static item => Find(item));

    private static TargetFacts Find(Compilation compilation) => new(
        ((CSharpCompilationOptions)compilation.Options).AllowUnsafe,
        ((CSharpCompilation)compilation).LanguageVersion,
        IsKnown(compilation, "System.Runtime.CompilerServices.SkipLocalsInitAttribute"),
        (int)((CSharpCompilation)compilation).LanguageVersion >= CSharp13 && IsKnown(compilation, "System.Runtime.CompilerServices.OverloadResolutionPriorityAttribute"),
        HasUnmanagedConventions(compilation) && IsKnown(compilation, "System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute"),
        compilation.ObjectType.ContainingAssembly?.Identity.Version.Major >= FirstWithGenericUnmanagedCallersOnly,
        HasMarshal(compilation, "SetLastSystemError"),
        HasUnmanagedConventions(compilation)
            && IsKnown(compilation, "System.Runtime.CompilerServices.CallConvSuppressGCTransition"),
        HasMarshal(compilation, "InitHandle"),
        compilation.SupportsRuntimeCapability(RuntimeCapability.DefaultImplementationsOfInterfaces));

    /// <summary>A capability of the runtime, not a type, because a project for an older runtime can declare such a type itself.</summary>
    private static bool HasUnmanagedConventions(Compilation compilation) =>
        compilation.SupportsRuntimeCapability(RuntimeCapability.UnmanagedSignatureCallingConvention);

    private static bool HasMarshal(Compilation compilation, string member) =>
        compilation.GetTypeByMetadataName(WellKnown.Marshal)?.GetMembers(member).IsEmpty == false;

    private static bool IsKnown(Compilation compilation, string metadataName) =>
        compilation.GetTypeByMetadataName(metadataName) is { } type
        && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly);
}
