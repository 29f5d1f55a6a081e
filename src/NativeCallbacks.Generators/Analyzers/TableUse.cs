using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NativeCallbacks.Generators.Discovery;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Analyzers;

/// <summary>A use of <c>ToNativeTable</c> or <c>ToNativeObject</c> that does not compile, and why there is no such member.</summary>
internal static class TableUse
{
    /// <summary>The type, the member's name, and why it is missing; null if the syntax is not such a use, or the member is there.</summary>
    public static (ITypeSymbol Type, SimpleNameSyntax Name, string Reason, string Remedy)? Find(SyntaxNode syntax, SemanticModel model, CancellationToken cancellation)
    {
        if ((syntax is InvocationExpressionSyntax call ? call.Expression : syntax) is not MemberAccessExpressionSyntax
            {
                Name: { Identifier.ValueText: MemberNames.ToNativeTable or MemberNames.ToNativeObject } name,
                Expression: var receiver,
            }
            || model.GetTypeInfo(receiver, cancellation).Type is not INamedTypeSymbol { TypeKind: not (TypeKind.Error or TypeKind.Delegate) } type)
        {
            return null;
        }

        var isObject = name.Identifier.ValueText == MemberNames.ToNativeObject;
        return Absence(type, isObject) is { } absence ? (type, name, absence.Reason, absence.Remedy) : null;
    }

    private static (string Reason, string Remedy)? Absence(INamedTypeSymbol type, bool isObject)
    {
        var tables = Tables(type).ToList();
        var fitting = tables.Where(table => TableReader.IsObject(table.Attribute) == isObject).ToList();
        return (tables.Count, fitting.Count) switch
        {
            (0, _) => ("it does not implement an interface with [NativeTable]", "add [NativeTable] to the interface that describes the table"),
            (_, 0) when isObject => ($"'{TypeNames.Message(tables[0].Type)}' is not the table of an object", "call ToNativeTable()"),
            (_, 0) => ($"'{TypeNames.Message(tables[0].Type)}' is the table of an object", "call ToNativeObject()"),
            (_, > 1) => ($"it implements several tables, such as '{TypeNames.Message(fitting[0].Type)}' and '{TypeNames.Message(fitting[1].Type)}'", "cast it to the intended interface"),
            _ => TableReader.ImplementationObstacle(fitting[0].Type, fitting[0].Attribute),
        };
    }

    /// <summary>The tables that a type is, or implements.</summary>
    private static IEnumerable<(INamedTypeSymbol Type, AttributeData Attribute)> Tables(INamedTypeSymbol type) =>
        from item in type.AllInterfaces.Prepend(type)
        let attribute = item.GetAttributes().Find(WellKnown.NativeTableAttribute)
        where attribute is not null
        select (item, attribute);
}
