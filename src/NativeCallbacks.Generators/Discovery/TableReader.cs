using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NativeCallbacks.Generators.Descriptors;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>One interface with <c>[NativeTable]</c>, and its slots.</summary>
internal static class TableReader
{
    /// <summary>More slots than any table has: the generated struct has a field for each.</summary>
    private const int MostSlots = 4096;

    /// <summary>The members that each reader has.</summary>
    private static readonly string[] OwnMembers = ["Address", "IsNull", "Equals", "GetHashCode", "GetType", "ToString", ReservedNames.Layout];

    /// <summary>Reads an interface; the model is null if nothing can be written for it.</summary>
    public static (TableModel? Model, ImmutableArray<Finding> Findings) Read(INamedTypeSymbol type, AttributeData attribute, Compilation compilation)
    {
        var context = new SignatureContext(type, attribute, isForeign: false, compilation);
        var target = context.Target;
        var reader = ReaderName(type, IsObject(attribute));
        if (Obstacle(type, reader) is { } obstacle)
        {
            context.Reject(Rules.NativeTable, TypeNames.Message(type), obstacle.Reason, obstacle.Remedy);
            return (null, context.Findings);
        }

        if (!DeclarationRules.IsFirstOfItsName(type) || !GeneratedNames.Check(context))
        {
            return (null, context.Findings);
        }

        TargetRules.CheckProject(context);
        var members = Members(type).ToList();
        var slots = new List<SlotModel>();
        var findings = context.Findings.ToList();
        var sizes = new List<ISymbol>();
        foreach (var member in members)
        {
            var (slot, problems) = ReadSlot(type, member, attribute, slots, reader, compilation);
            findings.AddRange(problems);
            if (slot is not null)
            {
                slots.Add(slot);
            }

            if (slot is { Data: not null } && Attribute(member)!.Named(OptionNames.IsSize, otherwise: false))
            {
                sizes.Add(member);
            }
        }

        if (slots.Count < members.Count || slots.Exists(slot => IsTaken(slot.Method.Name, reader)) || target.LanguageVersion < LanguageVersion.CSharp9)
        {
            return (null, findings.ToImmutableArray()); // No struct could implement the interface.
        }

        var isGood = findings.Count == 0;
        return (new TableModel(
            PartialTypes.Read(type, target),
            reader,
            SyntaxFacts.GetText(type.DeclaredAccessibility),
            DeclarationRules.IsPublic(type),
            IsObject(attribute),
            target.AllowsUnsafe,
            IsRejected: !isGood,
            Layout(slots),
            slots.ToEquatableArray(),
            sizes.FirstOrDefault()?.Name,
            Implementation: isGood && ImplementationObstacle(type, attribute) is null ? new ImplementationModel(CanBeStatic(members, target)) : null), findings.ToImmutableArray());
    }

    private static bool CanBeStatic(List<ISymbol> members, TargetFacts target) =>
        members.OfType<IMethodSymbol>().All(method => UpcallReader.CanBeStatic(method, target));

    /// <summary>Why a C# object cannot implement the table for native code, and the remedy; null if it can.</summary>
    public static (string Reason, string Remedy)? ImplementationObstacle(INamedTypeSymbol type, AttributeData attribute)
    {
        if (!DeclarationRules.IsAccessible(type))
        {
            return ($"'{TypeNames.Message(type)}' is not visible to the rest of the project", "declare it, and the types around it, internal");
        }

        foreach (var member in Functions(type))
        {
            if (Attribute(member).Named(OptionNames.SuppressGCTransition, attribute.Named(OptionNames.SuppressGCTransition, otherwise: false)))
            {
                return ($"calls of '{member.Name}' suppress the GC transition, so they must not run managed code", "remove SuppressGCTransition");
            }

            if (UpcallReader.Obstacle(member) is { } obstacle)
            {
                return ($"{obstacle.Reason} (of '{member.Name}')", obstacle.Remedy);
            }
        }

        return null;
    }

    /// <summary>The functions that an implementation of a table has.</summary>
    public static IEnumerable<IMethodSymbol> Functions(INamedTypeSymbol type) => Members(type).OfType<IMethodSymbol>();

    /// <summary>Rejects <c>[Slot]</c> on a member of something other than a table; null for all other members.</summary>
    public static Finding? ReadOutside(ISymbol member) =>
        Attribute(member) is not null && (member.ContainingType.TypeKind != TypeKind.Interface || member.ContainingType.GetAttributes().Find(WellKnown.NativeTableAttribute) is null)
            ? new Finding(Rules.TableSlot, member.Locations[0], member.Name, $"'{TypeNames.Message(member.ContainingType)}' is not an interface with [NativeTable]", "add it to the interface, or remove [Slot]")
            : null;

    /// <summary>Whether an interface is the table of an object.</summary>
    public static bool IsObject(AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault().Value is int kind && kind == (int)TableKind.Object;

    /// <summary><c>SqliteModuleTable</c> for <c>ISqliteModule</c>.</summary>
    private static string ReaderName(INamedTypeSymbol type, bool isObject)
    {
        var name = type.Name.Length > 1 && type.Name[0] == 'I' && char.IsUpper(type.Name[1]) ? type.Name.Substring(1) : type.Name;
        return name + (isObject ? "Object" : "Table");
    }

    private static (string Reason, string Remedy)? Obstacle(INamedTypeSymbol type, string reader)
    {
        var scope = (INamespaceOrTypeSymbol)type.ContainingSymbol;
        var isTaken = scope.GetTypeMembers(reader).Any(static other =>
            other.DeclaringSyntaxReferences.All(static reference => !PartialTypes.IsGenerated(reference.SyntaxTree)));
        return type switch
        {
            { IsFileLocal: true } => ($"'{TypeNames.Message(type)}' is local to its file, and its generated struct is in another", "remove 'file'"),
            { IsGenericType: true, TypeParameters.Length: > 0 } => ("it is generic, but native tables are not", "declare an interface for each type"),
            _ when isTaken => ($"there is already a type '{reader}', which is the name of the struct that reads the table", "rename one of them"),
            { ContainingType: { } container } => PartialTypes.Obstacle(container, "a native table has no type parameters"),
            _ => null,
        };
    }

    /// <summary>What an implementation must have: the members of the interface and of those that it extends, except those with a body.</summary>
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type) => type.AllInterfaces.Reverse().Append(type)
        .SelectMany(static item => item.GetMembers())
        .Where(static member => member.IsAbstract && member is not IMethodSymbol { AssociatedSymbol: not null });

    private static AttributeData? Attribute(ISymbol member) => member.GetAttributes().Find(WellKnown.SlotAttribute);

    private static (SlotModel? Slot, IEnumerable<Finding> Findings) ReadSlot(
        INamedTypeSymbol type, ISymbol member, AttributeData table, List<SlotModel> earlier, string reader, Compilation compilation)
    {
        var attribute = Attribute(member);
        var index = attribute?.ConstructorArguments.FirstOrDefault().Value as int? ?? -1;
        var ids = earlier.Count(slot => slot.Method.Name == member.Name);
        var id = MethodReader.Id(member.Name, ids);
        var problem = Problem(member, attribute, index, earlier, reader, IsObject(table), compilation);
        var findings = problem is null
            ? []
            : new[] { new Finding(Rules.TableSlot, Location(member, type), member.Name, problem.Value.Reason, problem.Value.Remedy) };
        var target = TargetFacts.Of(compilation);
        var has = !Members(type).Any(other => other.Name == "Has" + member.Name) && Members(type).Count(other => other.Name == member.Name) == 1;
        switch (member)
        {
            case IPropertySymbol { SetMethod: null, IsIndexer: false, IsStatic: false, RefKind: RefKind.None } property when !TypeNames.HasError(property.Type):
                var name = TypeNames.Source(property.Type, target);
                return (new SlotModel(new MethodModel(member.Name, id), index, name, has, IsParams: false, default, new ReturnTypeModel(name, ReferenceKind.None), null), findings);

            case IMethodSymbol { IsGenericMethod: false, IsStatic: false } method when !SignatureReader.HasError(method):
                var context = new SignatureContext(method, attribute, table, compilation) { TakesInstance = IsObject(table) };
                var reading = MethodReader.Read(context, id, takesHandlers: true);
                return (new SlotModel(
                    new MethodModel(member.Name, id), index, null, has, method.Parameters.LastOrDefault()?.IsParams == true, reading.Parameters, reading.Result, reading.Call),
                    findings.Concat(context.Findings));

            default:
                return (null, findings);
        }
    }

    private static (string Reason, string Remedy)? Problem(
        ISymbol member, AttributeData? attribute, int index, List<SlotModel> earlier, string reader, bool isObject, Compilation compilation) => member switch
    {
        IEventSymbol or IPropertySymbol { IsIndexer: true } or IPropertySymbol { SetMethod: not null } =>
            ("a native table has only functions and read-only data", "declare a method, or a property with only a getter"),
        { IsStatic: true } => ("it is static", "declare an instance method"),
        IMethodSymbol { IsGenericMethod: true } => ("it is generic, but native functions are not", "declare a method for each type"),
        _ when attribute is null => ("it has no [Slot]", "add [Slot(…)] with its position in the native table"),
        _ when index is < 0 or >= MostSlots => ($"a table has no slot {index}", "use the zero-based position of the member in the C struct"),
        _ when earlier.Find(slot => slot.Index == index) is { } other => ($"'{other.Method.Name}' already has slot {index}", "use the zero-based position of the member in the C struct"),
        _ when IsTaken(member.Name, reader) => ("the struct that reads the table has a member of that name", "rename it"),
        IPropertySymbol when isObject => ("it is data, but the table of an object has only functions", "declare a method, or remove TableKind.Object"),
        IPropertySymbol { RefKind: not RefKind.None } => ("it is returned by reference", "return it by value"),
        IPropertySymbol property when TypeRules.Rejection(property.Type, compilation) is { } rejection =>
            ($"'{TypeNames.Message(property.Type)}' {rejection.Fact}", rejection.Remedy),
        IPropertySymbol property when attribute.Named(OptionNames.IsSize, otherwise: false) && Integers.Find(property.Type) is null =>
            ("the size of a table is an integer", "declare the integer of the C struct"),
        IMethodSymbol when attribute.Named(OptionNames.IsSize, otherwise: false) => ("the size of a table is data", "declare a property"),
        _ => null,
    };

    /// <summary>Whether the struct itself has a name.</summary>
    private static bool IsTaken(string member, string reader) => OwnMembers.Contains(member) || member == reader;

    private static Location Location(ISymbol member, INamedTypeSymbol type) =>
        member.Locations[0].IsInSource ? member.Locations[0] : type.Locations[0];

    private static EquatableArray<TableMemberModel> Layout(List<SlotModel> slots)
    {
        var byIndex = slots.Where(static slot => slot.Index >= 0).GroupBy(static slot => slot.Index).ToDictionary(static group => group.Key, static group => group.First());
        var count = byIndex.Count == 0 ? 0 : byIndex.Keys.Max() + 1;
        return Enumerable.Range(0, System.Math.Min(count, MostSlots))
            .Select(index => byIndex.TryGetValue(index, out var slot)
                ? new TableMemberModel(slot.Method.Id, slot.Data ?? "nint")
                : new TableMemberModel($"Slot{index}__", "nint"))
            .ToEquatableArray();
    }
}
