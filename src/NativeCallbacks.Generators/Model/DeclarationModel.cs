namespace NativeCallbacks.Generators.Model;

/// <summary>One declaration for which members are generated: a signature, or a rejected signature, which gets stubs.</summary>
/// <param name="Delegate">The delegate.</param>
internal abstract record DeclarationModel(DelegateModel Delegate);
