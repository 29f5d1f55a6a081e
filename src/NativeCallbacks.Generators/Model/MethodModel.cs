namespace NativeCallbacks.Generators.Model;

/// <summary>The method that declares a function of an API or a slot of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">The name, with a number if it is an overload: what generated members of the function begin with.</param>
internal sealed record MethodModel(string Name, string Id);
