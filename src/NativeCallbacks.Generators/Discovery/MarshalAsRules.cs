using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>
/// Calls do not marshal, so an attribute that requires it would be ignored silently: <c>[MarshalAs]</c>
/// outside <c>bool</c> and text, and a wide <c>CharSet</c> for strings.
/// </summary>
internal static class MarshalAsRules
{
    private const string Text = "strings are passed as UTF-8, or as UTF-16 with [MarshalAs(UnmanagedType.LPWStr)]";
    public const UnmanagedType Utf8 = (UnmanagedType)48; // UnmanagedType.LPUTF8Str, which netstandard2.0 does not name

    /// <summary>Rejects the attributes of a parameter, or of the result for null.</summary>
    public static void Check(SignatureContext context, IParameterSymbol? parameter, bool isText)
    {
        if (Kind(context, parameter) is { } kind)
        {
            if (!(isText && kind is Utf8 or UnmanagedType.LPWStr))
            {
                Reject($"MarshalAs(UnmanagedType.{kind})", isText ? Text : "values are passed unchanged");
            }
        }
        else if (isText && CharacterSet(context) is (CharSet.Unicode or CharSet.Auto) and var set)
        {
            Reject($"CharSet.{set} from [UnmanagedFunctionPointer]", Text);
        }

        void Reject(string request, string fact) => context.RejectAt(parameter, Rules.MarshalAs, TypeRules.Subject(parameter), request, fact);
    }

    /// <summary>Whether a string is declared as UTF-16: a parameter, or the result for null.</summary>
    public static bool IsWide(SignatureContext context, IParameterSymbol? parameter) => Kind(context, parameter) == UnmanagedType.LPWStr;

    /// <summary>The native integer type that <c>[MarshalAs]</c> gives a <c>bool</c> parameter, or the result for null. It must give one.</summary>
    public static string BooleanWidth(SignatureContext context, IParameterSymbol? parameter)
    {
        switch (Kind(context, parameter))
        {
            case UnmanagedType.U1:
                return "byte";
            case UnmanagedType.I4:
                return "int";
            default:
                context.RejectAt(parameter, Rules.BooleanWidth, TypeRules.Subject(parameter));
                return "byte";
        }
    }

    /// <summary>The <c>[MarshalAs]</c> of a parameter, or of the result for null; null if there is none.</summary>
    public static UnmanagedType? Kind(SignatureContext context, IParameterSymbol? parameter)
    {
        var invoke = context.Invoke;
        var attributes = parameter?.GetAttributes() ?? invoke.GetReturnTypeAttributes();
        return attributes.Find(WellKnown.MarshalAsAttribute)?.ConstructorArguments.FirstOrDefault().Value switch
        {
            int kind => (UnmanagedType)kind,
            short kind => (UnmanagedType)kind,
            _ => MetadataTables.MarshalAs(invoke.OriginalDefinition, parameter is null ? 0 : parameter.Ordinal + 1, context.Compilation),
        };
    }

    private static CharSet CharacterSet(SignatureContext context) =>
        (CharSet)(context.Signature.GetAttributes().Find(WellKnown.UnmanagedFunctionPointerAttribute)?.Named(OptionNames.CharSet, (int)CharSet.Ansi) ?? (int)CharSet.Ansi);
}
