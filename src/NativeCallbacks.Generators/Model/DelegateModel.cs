namespace NativeCallbacks.Generators.Model;

/// <summary>The delegate type that is declared as a signature.</summary>
/// <param name="Type">The delegate as generated code names it: <c>global::MyApp.MatrixTransform</c>.</param>
/// <param name="DisplayName">The delegate as messages and docs name it: <c>MatrixTransform</c>.</param>
/// <param name="MetadataName">The full metadata name, type arguments included: <c>MyApp.Outer+Op`1[System.Int32]</c>.</param>
/// <param name="IsPublic">Whether the generated class is public.</param>
/// <param name="IsObsolete">Whether the delegate is obsolete, so that only obsolete code may name it.</param>
internal sealed record DelegateModel(string Type, string DisplayName, string MetadataName, bool IsPublic, bool IsObsolete);
