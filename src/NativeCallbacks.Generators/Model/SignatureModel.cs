namespace NativeCallbacks.Generators.Model;

/// <summary>One signature: all that is needed to write its generated code.</summary>
/// <param name="DelegateType">The delegate as generated code names it: <c>global::MyApp.MatrixTransform</c>.</param>
/// <param name="DisplayName">The delegate as messages and docs name it: <c>MatrixTransform</c>.</param>
/// <param name="MetadataName">The full metadata name, type arguments included: <c>MyApp.Outer+Op`1[System.Int32]</c>.</param>
/// <param name="IsPublic">Whether the generated class is public.</param>
/// <param name="TypeParameters">Of a refused open generic, <c>&lt;T&gt;</c>; empty otherwise.</param>
/// <param name="Constraints">Of a refused open generic, <c> where T : struct</c>; empty otherwise.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Result">The result.</param>
/// <param name="Convention">The convention as <c>unmanaged[…]</c> names it; empty for the platform's own.</param>
/// <param name="SuppressesTransition">Whether calls leave out the garbage collector's transition.</param>
/// <param name="SetLastError">Whether <c>errno</c> is cleared before the call and kept after it.</param>
/// <param name="Upcall">How native code calls handlers of the signature; null where it cannot.</param>
/// <param name="IsScalar">Whether it maps numbers to a number, so that it can be called for each element of spans.</param>
/// <param name="Documentation">The delegate's XML docs.</param>
/// <param name="Notation">The native signature in C notation; null where no attribute can name the delegate.</param>
/// <param name="HasSkipLocalsInit">Whether the consumer's target knows <c>[SkipLocalsInit]</c>.</param>
/// <param name="IsRefused">Whether a diagnostic refuses the declaration: its members are then stubs that throw.</param>
/// <param name="IsObsolete">Whether the delegate is obsolete, so that only obsolete code may name it.</param>
/// <param name="NamesPointers">Whether the signature names pointer types, so that even stubs are unsafe code.</param>
/// <param name="CanNamePointers">Whether the consumer's project and language allow those.</param>
internal sealed record SignatureModel(
    string DelegateType,
    string DisplayName,
    string MetadataName,
    bool IsPublic,
    string TypeParameters,
    string Constraints,
    EquatableArray<ParameterModel> Parameters,
    ResultModel Result,
    string Convention,
    bool SuppressesTransition,
    bool SetLastError,
    UpcallModel? Upcall,
    bool IsScalar,
    DocumentationModel Documentation,
    string? Notation,
    bool HasSkipLocalsInit,
    bool IsRefused,
    bool IsObsolete,
    bool NamesPointers,
    bool CanNamePointers);
