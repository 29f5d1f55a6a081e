using System;
using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.Generators.Tests.Architecture;

/// <summary>
/// Which folder of <c>src</c> may know which, and that neither two folders nor two files know each other. The folders are
/// described in docs/architecture.md.
/// </summary>
public class ArchitectureTests
{
    /// <summary>
    /// The themes of the library, and what each may know. The types at its root belong to the theme of their folder; what they
    /// all begin with, <c>NativeCallback</c>, is a theme of its own.
    /// </summary>
    private static readonly Dictionary<string, string[]> LibraryArrows = new()
    {
        ["Attributes"] = [],
        ["Numerics"] = ["Attributes"],
        ["Addresses"] = [],
        ["Signatures/Common"] = [],
        ["Signatures/C"] = ["Signatures/Common"],
        ["Signatures/Numba"] = ["Signatures/Common", "Signatures/C"],
        ["Signatures/Rust"] = ["Signatures/Common"],
        ["Signatures"] = ["Signatures/Common", "Signatures/C", "Signatures/Numba", "Signatures/Rust", "TypeNames"],
        ["TypeNames"] = [],
        ["NativeCallback"] = ["Addresses", "Signatures", "TypeNames"],
        ["Modules"] = ["NativeCallback", "Addresses"],
        ["Downcalls"] = ["NativeCallback", "Attributes", "TypeNames"],
        ["Upcalls"] = ["NativeCallback", "Downcalls", "Attributes", "TypeNames"],
    };

    private static readonly Dictionary<string, string> ThemesAtTheRoot = new()
    {
        ["NativeCallback{TSignature}.cs"] = "NativeCallback",
        ["NativeModule.cs"] = "Modules",
        ["NativeStatusException.cs"] = "Downcalls",
        ["CallbackOwner.cs"] = "Upcalls",
        ["CallbackState{T}.cs"] = "Upcalls",
        ["DestroyNotify.cs"] = "Upcalls",
        ["Utf8Pointer.cs"] = "Downcalls",
        ["ManagedCallback{TSignature}.cs"] = "Upcalls",
        ["NotNullWhenAttribute.cs"] = "Attributes",
        ["ManagedTable{TInterface}.cs"] = "Upcalls",
        ["CSharpTypeName.cs"] = "TypeNames",
    };

    /// <summary>The folders of the generator and the code fixes. What the generator shares with the library is "Shared".</summary>
    private static readonly Dictionary<string, string[]> GeneratorArrows = new()
    {
        ["Shared"] = [],
        ["Model"] = ["Shared"],
        ["Descriptors"] = [],
        ["Discovery"] = ["Shared", "Model", "Descriptors"],
        ["Analyzers"] = ["Shared", "Model", "Descriptors", "Discovery"],
        ["Emission/Text"] = ["Shared", "Model"],
        ["Emission/Downcalls"] = ["Shared", "Model", "Emission/Text"],
        ["Emission/Upcalls"] = ["Shared", "Model", "Emission/Text", "Emission/Downcalls"],
        ["Emission"] = ["Shared", "Model", "Emission/Text", "Emission/Downcalls", "Emission/Upcalls"],
        [""] = ["Model", "Discovery", "Emission"],
        ["CodeFixes"] = ["Shared", "Model", "Descriptors", "Discovery", "Analyzers"],
    };

    /// <summary>The pairs of files that may know each other, each with the one idea that they are.</summary>
    private static readonly Dictionary<(string First, string Second), string> Pairs = new()
    {
        [("NativeCallbacks/CallbackOwner.cs", "NativeCallbacks/Upcalls/UpcallRegistry.cs")] = "an owner and its registry",
        [("NativeCallbacks/CallbackOwner.cs", "NativeCallbacks/Upcalls/DestroyNotifier.cs")] = "an owner and the function by which native code disposes it",
        [("NativeCallbacks/CallbackState{T}.cs", "NativeCallbacks/Upcalls/StateTable.cs")] = "a state and its registry",
        [("NativeCallbacks/Modules/ModuleLease.cs", "NativeCallbacks/NativeModule.cs")] = "a module and what keeps it loaded",
        [("NativeCallbacks/Upcalls/FaultRecord.cs", "NativeCallbacks/Upcalls/FaultState.cs")] = "the faults of a callback and one of them",
        [("NativeCallbacks/Upcalls/FaultState.cs", "NativeCallbacks/Upcalls/StrayIncidents.cs")] = "the faults of a callback and what happened on threads of native code",
        [("NativeCallbacks/Upcalls/FaultLog.cs", "NativeCallbacks/Upcalls/UpcallFaults.cs")] = "what every Invoke reads and what counts in it",
    };

    [Fact]
    public void Folders_OfTheLibrary_KnowThoseBelowThemAlone() =>
        Violations(Themes(Sources.Library, LibraryTheme), LibraryArrows).Should().BeEmpty();

    [Fact]
    public void Folders_OfTheGenerator_KnowThoseBelowThemAlone() =>
        Violations(Themes(Sources.Generator, GeneratorTheme), GeneratorArrows).Should().BeEmpty();

    [Fact]
    public void Folders_FormNoCircle()
    {
        Circle(Themes(Sources.Library, LibraryTheme)).Should().BeEmpty();
        Circle(Themes(Sources.Generator, GeneratorTheme)).Should().BeEmpty();
    }

    [Fact]
    public void Tables_AllowNoCircle()
    {
        Circle(Allowed(LibraryArrows)).Should().BeEmpty();
        Circle(Allowed(GeneratorArrows)).Should().BeEmpty();
    }

    [Fact]
    public void Files_KnowEachOther_OnlyWhereTheyAreOneIdea() =>
        Sources.Library.Pairs.Concat(Sources.Generator.Pairs).Select(static pair => $"{pair.First} and {pair.Second}")
            .Should().BeEquivalentTo(Pairs.Keys.Select(static pair => $"{pair.First} and {pair.Second}"), "only these are listed, each with its reason");

    [Fact]
    public void EveryFile_HasAPlaceInTheTables()
    {
        Sources.Library.Files.Select(LibraryTheme).Distinct().Should().BeEquivalentTo(LibraryArrows.Keys);
        Sources.Generator.Files.Select(GeneratorTheme).Distinct().Should().BeEquivalentTo(GeneratorArrows.Keys);
    }

    /// <summary>The arrows that the table does not have.</summary>
    internal static IEnumerable<string> Violations(IEnumerable<Arrow> arrows, IReadOnlyDictionary<string, string[]> allowed) => arrows
        .Where(arrow => !allowed.TryGetValue(arrow.From, out var targets) || !targets.Contains(arrow.To))
        .Select(static arrow => $"{arrow.From} may not know {arrow.To}: {arrow.Reason}");

    /// <summary>The arrows of circles, and those between two circles; none if there is no circle.</summary>
    internal static IEnumerable<string> Circle(IEnumerable<Arrow> arrows)
    {
        var left = arrows.ToList();
        int count;
        do
        {
            // An arrow to a theme that knows nobody, or from one that nobody knows, is not part of a circle.
            count = left.Count;
            var knowing = left.Select(static arrow => arrow.From).ToHashSet();
            var known = left.Select(static arrow => arrow.To).ToHashSet();
            left = left.Where(arrow => knowing.Contains(arrow.To) && known.Contains(arrow.From)).ToList();
        }
        while (left.Count < count);

        return left.Select(static arrow => $"{arrow.From} -> {arrow.To}: {arrow.Reason}");
    }

    /// <summary>The arrows between the themes of files, each with one pair of files as its reason.</summary>
    internal static IEnumerable<Arrow> Themes(FileGraph graph, Func<string, string> theme) => graph.Arrows
        .Select(arrow => new Arrow(theme(arrow.File), theme(arrow.Used), $"{arrow.File} uses {arrow.Used}"))
        .Where(static arrow => arrow.From != arrow.To)
        .DistinctBy(static arrow => (arrow.From, arrow.To));

    private static IEnumerable<Arrow> Allowed(Dictionary<string, string[]> table) =>
        table.SelectMany(static item => item.Value.Select(to => new Arrow(item.Key, to, "by the table")));

    private static string LibraryTheme(string file) => FileGraph.Folder(file) is "NativeCallbacks"
        ? ThemesAtTheRoot.GetValueOrDefault(file["NativeCallbacks/".Length..], file)
        : FileGraph.Folder(file)["NativeCallbacks/".Length..];

    private static string GeneratorTheme(string file) => FileGraph.Folder(file) switch
    {
        "NativeCallbacks.Generators" => "",
        "NativeCallbacks.CodeFixes" => "CodeFixes",
        var folder when folder.StartsWith("NativeCallbacks.Generators/", StringComparison.Ordinal) => folder["NativeCallbacks.Generators/".Length..],
        _ => "Shared",
    };

    /// <summary>One theme knows another.</summary>
    /// <param name="From">The one that knows.</param>
    /// <param name="To">The one that is known.</param>
    /// <param name="Reason">A file that shows it.</param>
    internal sealed record Arrow(string From, string To, string Reason);
}
