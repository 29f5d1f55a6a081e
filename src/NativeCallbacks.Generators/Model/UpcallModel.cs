namespace NativeCallbacks.Generators.Model;

/// <summary>How native code calls the handlers of a signature.</summary>
/// <param name="Context">
/// The parameter that carries the identity of the handler, so that all share one address; null if each has an address of
/// its own.
/// </param>
/// <param name="FaultResult">What native code gets if a handler threw, as a constant of the native type; unused for <c>void</c>.</param>
internal sealed record UpcallModel(string? Context, ConstantModel FaultResult);
