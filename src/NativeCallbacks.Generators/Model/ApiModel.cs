namespace NativeCallbacks.Generators.Model;

/// <summary>A class with the functions of one library.</summary>
/// <param name="Type">The class.</param>
/// <param name="Library">The library; null for the main program.</param>
/// <param name="AllowsUnsafe">Whether the project allows unsafe code; without it there are only stubs.</param>
/// <param name="Functions">The functions, in order.</param>
internal sealed record ApiModel(PartialTypeModel Type, string? Library, bool AllowsUnsafe, EquatableArray<FunctionModel> Functions);

/// <summary>A partial method that calls a function of a library.</summary>
/// <param name="Method">The method.</param>
/// <param name="Symbol">The exported name.</param>
/// <param name="IsOptional">Whether the class says if the function is there.</param>
/// <param name="Modifiers">The modifiers of the method: <c>public static partial</c>.</param>
/// <param name="Accessibility">Those that say who may use it: <c>public</c>.</param>
/// <param name="IsExtension">Whether the first parameter is <c>this</c>.</param>
/// <param name="IsParams">Whether the last parameter is <c>params</c>.</param>
/// <param name="Parameters">The parameters, in order, as far as they could be read.</param>
/// <param name="Result">The type of the result in .NET.</param>
/// <param name="Overloads">The types of the parameters of each other method with that name, in one text each.</param>
/// <param name="Call">The call; null if a diagnostic rejects the method, which then throws.</param>
internal sealed record FunctionModel(
    MethodModel Method,
    string Symbol,
    bool IsOptional,
    string Modifiers,
    string Accessibility,
    bool IsExtension,
    bool IsParams,
    EquatableArray<ParameterModel> Parameters,
    ReturnTypeModel Result,
    EquatableArray<string> Overloads,
    SignatureModel? Call);
