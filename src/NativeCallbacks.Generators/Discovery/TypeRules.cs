using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Descriptors;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>How the refusal of a type is reported, the same for parameters and results.</summary>
internal static class TypeRules
{
    /// <summary>A parameter, or the result for null, as a message begins.</summary>
    public static string Subject(IParameterSymbol? parameter) => parameter is null ? "The result" : $"'{parameter.Name}'";

    /// <param name="context">The declaration.</param>
    /// <param name="parameter">The parameter to underline; null for the result.</param>
    /// <param name="subject">What has the type, as a message begins: <c>'x'</c>, <c>The result</c>.</param>
    /// <param name="type">The type that it has, as messages name it: <c>ref string</c>.</param>
    /// <param name="refusal">Why it is refused.</param>
    public static void Refuse(SignatureContext context, IParameterSymbol? parameter, string subject, string type, TypeRefusal refusal)
    {
        if (refusal.Field is { } field)
        {
            context.RefuseAt(parameter, Rules.StructField, subject, type, field, TypeNames.Message(refusal.Type), refusal.Fact, refusal.Remedy);
        }
        else
        {
            context.RefuseAt(parameter, Rules.UnsupportedType, subject, type, refusal.Fact, refusal.Remedy);
        }
    }
}
