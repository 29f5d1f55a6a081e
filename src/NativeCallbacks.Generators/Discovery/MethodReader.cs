using System.Linq;
using Microsoft.CodeAnalysis;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Discovery;

/// <summary>One method of an API or a table, read by the rules of signatures.</summary>
internal static class MethodReader
{
    /// <summary>The object that a method of a table takes first, which no C# method declares.</summary>
    private static ParameterModel Instance { get; } = new(
        ReservedNames.Instance,
        ParameterKind.Value,
        ReferenceKind.None,
        IsScoped: false,
        "nint",
        "nint",
        ElementType: null,
        Shape: null,
        Integer: null,
        CanBeContext: true,
        DefaultValue: null,
        CallScoped: null,
        ContextOf: null);

    /// <summary>The id of a method among others of its name.</summary>
    public static string Id(string name, int earlier) => earlier == 0 ? name : $"{name}{ReservedNames.Suffix}{earlier + 1}";

    /// <summary>Reads the method of a context.</summary>
    /// <param name="context">The context, which gets the findings.</param>
    /// <param name="id">What generated members of the method begin with.</param>
    /// <param name="takesHandlers">Whether native code can call C# methods of it, if only some.</param>
    public static MethodReading Read(SignatureContext context, string id, bool takesHandlers = false)
    {
        var method = context.Invoke;
        TargetRules.CheckParameters(context);
        var convention = ConventionReader.Read(context);
        var parameters = method.Parameters.Select(parameter => ParameterReader.Read(context, parameter)).ToEquatableArray();
        var result = ResultReader.Read(context, method);
        UserDataReader.Check(context);
        var faultResult = takesHandlers && UpcallReader.Obstacle(method) is null ? FaultResultReader.Read(context, result) : null;
        var resultType = new ReturnTypeModel(result.ManagedType, ResultReader.Reference(method));
        if (!context.Findings.IsEmpty || SignatureReader.HasError(method))
        {
            return new MethodReading(parameters, resultType, null);
        }

        var type = method.ContainingType;
        return new MethodReading(parameters, resultType, new SignatureModel(
            new DelegateModel(TypeNames.Source(type, context.Target), context.Name, TypeNames.MetadataName(type), DeclarationRules.IsPublic(type), IsObsolete: false),
            new MethodModel(method.Name, id),
            context.TakesInstance ? parameters.Prepend(Instance).ToEquatableArray() : parameters,
            result,
            convention.Convention,
            convention.SuppressesTransition,
            convention.ThrowsFaults,
            convention.SetLastError,
            faultResult is null ? null : new UpcallModel(context.TakesInstance ? ReservedNames.Instance : null, faultResult),
            IsScalar: false,
            DocumentationReader.Read(method),
            Notation: null,
            context.Target.HasOverloadPriority,
            context.Target.HasSkipLocalsInit));
    }
}

/// <summary>The result of reading one method.</summary>
/// <param name="Parameters">The parameters, as far as they could be read.</param>
/// <param name="Result">The type of the result in .NET.</param>
/// <param name="Call">The call; null if it is rejected.</param>
internal sealed record MethodReading(EquatableArray<ParameterModel> Parameters, ReturnTypeModel Result, SignatureModel? Call);
