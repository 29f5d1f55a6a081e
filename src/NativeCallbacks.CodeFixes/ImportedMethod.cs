using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NativeCallbacks.Generators.Discovery;

namespace NativeCallbacks.CodeFixes;

/// <summary>A method with <c>[DllImport]</c> or <c>[LibraryImport]</c>.</summary>
/// <param name="Symbol">The method.</param>
/// <param name="Syntax">Its declaration.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Library">The library.</param>
internal sealed record ImportedMethod(IMethodSymbol Symbol, MethodDeclarationSyntax Syntax, AttributeData Attribute, string Library)
{
    private const string DllImport = "System.Runtime.InteropServices.DllImportAttribute";
    private const int Utf8 = 1; // StringMarshalling.Utf8

    /// <summary>The exported name.</summary>
    public string EntryPoint => Attribute.Named(OptionNames.EntryPoint, Symbol.Name);

    public bool SetsLastError => Attribute.Named(OptionNames.SetLastError, otherwise: false);

    /// <summary>The default of both attributes is the platform's convention.</summary>
    public CallingConvention Convention => (CallingConvention)Attribute.Named(OptionNames.CallingConvention, (int)CallingConvention.Winapi);

    /// <summary>Reads a method; null if it is not imported.</summary>
    public static ImportedMethod? Read(IMethodSymbol method)
    {
        var attributes = method.GetAttributes();
        return (attributes.Find(DllImport) ?? attributes.Find(WellKnown.LibraryImportAttribute)) is { } attribute
            && method.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()).OfType<MethodDeclarationSyntax>().FirstOrDefault(static part => part.Body is null) is { } syntax
            && attribute.ConstructorArguments.FirstOrDefault().Value is string library
                ? new ImportedMethod(method, syntax, attribute, library)
                : null;
    }

    /// <summary>
    /// Whether a function of an API would do the same: everything that is marshalled is passed in the same way by our calls, and no
    /// other attribute changes the call.
    /// </summary>
    public bool IsCalledAlike(Compilation compilation)
    {
        var context = new SignatureContext(Symbol, null, Attribute, compilation);
        MethodReader.Read(context, Symbol.Name);
        return context.Findings.IsEmpty
            && Syntax.Modifiers.Last().Kind() is SyntaxKind.ExternKeyword or SyntaxKind.PartialKeyword
            && Syntax.AttributeLists.Where(static list => list.Target is null).Sum(static list => list.Attributes.Count) == 1
            && Attribute.Named("PreserveSig", otherwise: true)
            && Symbol.Parameters.All(parameter => parameter.Type.SpecialType != SpecialType.System_String
                || Attribute.Named("StringMarshalling", 0) == Utf8
                || MarshalAsRules.Kind(context, parameter) == MarshalAsRules.Utf8);
    }

    /// <summary>The declaration with <c>[Symbol]</c>, and without a body that the runtime has.</summary>
    public static MethodDeclarationSyntax Convert(MethodDeclarationSyntax current, AttributeListSyntax symbol)
    {
        var own = current.AttributeLists.First(static list => list.Target is null);
        var last = current.Modifiers.Last();
        return current
            .ReplaceNode(own, symbol.WithTriviaFrom(own))
            .WithModifiers(current.Modifiers.Replace(last, SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTriviaFrom(last)));
    }
}
