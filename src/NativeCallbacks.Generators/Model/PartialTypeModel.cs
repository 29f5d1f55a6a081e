namespace NativeCallbacks.Generators.Model;

/// <summary>A type of the user that generated code is a part of.</summary>
/// <param name="Name">The type as generated code names it: <c>global::MyApp.Nlopt</c>.</param>
/// <param name="MetadataName">The full metadata name.</param>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Parts">The type and those around it, outermost first.</param>
internal sealed record PartialTypeModel(string Name, string MetadataName, string Namespace, EquatableArray<TypePartModel> Parts);

/// <summary>One type of which generated code declares a part.</summary>
/// <param name="Keyword">Its kind as C# writes it: <c>record struct</c>.</param>
/// <param name="Name">The name, without <c>@</c>.</param>
/// <param name="TypeParameters">The names of its type parameters; none for most.</param>
internal sealed record TypePartModel(string Keyword, string Name, EquatableArray<string> TypeParameters);
