namespace NativeCallbacks.Generators.Model;

/// <summary>A type of the user that generated code is a part of.</summary>
/// <param name="Name">The type as generated code names it: <c>global::MyApp.Nlopt</c>.</param>
/// <param name="MetadataName">The full metadata name.</param>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Openings">The type and those around it, outermost first, as they are opened: <c>partial class Nlopt</c>.</param>
internal sealed record PartialTypeModel(string Name, string MetadataName, string Namespace, EquatableArray<string> Openings);
