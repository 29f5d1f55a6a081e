namespace NativeCallbacks.Generators.Model;

/// <summary>The XML docs of a delegate, as inner XML.</summary>
/// <param name="General">The top-level elements that are not about one parameter or the result, as outer XML.</param>
/// <param name="Parameters">What is said of the parameters.</param>
/// <param name="Returns">What is said of the result; null for nothing.</param>
internal sealed record DocumentationModel(
    EquatableArray<string> General,
    EquatableArray<ParameterDocumentation> Parameters,
    string? Returns);

/// <summary>The docs of one parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Text">The inner XML.</param>
internal sealed record ParameterDocumentation(string Name, string Text);
