using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Tests.Emission;

/// <summary>Models, for tests of what is written from them.</summary>
internal static class Signatures
{
    public static readonly IntegerModel Int = new("int", IsSigned: true, 32);

    /// <summary>A plain signature without a result.</summary>
    public static SignatureModel Of(params ParameterModel[] parameters) => new(
        "global::Op",
        "Op",
        "Op",
        IsPublic: true,
        TypeParameters: "",
        Constraints: "",
        parameters.ToEquatableArray(),
        new ResultModel(ResultKind.Void, "void", "void", null),
        Convention: "Cdecl",
        SuppressesTransition: false,
        SetLastError: false,
        Upcall: null,
        IsScalar: false,
        new DocumentationModel(default, default, null),
        Notation: null,
        HasSkipLocalsInit: false,
        IsRefused: false,
        IsObsolete: false,
        NamesPointers: false,
        CanNamePointers: true);

    public static ParameterModel Integer(string name, IntegerModel? integer = null) => new(
        name, ParameterKind.Value, "", (integer ?? Int).Keyword, (integer ?? Int).Keyword, null, integer ?? Int, Context: null, IsOptional: false);

    /// <summary>A row-major tensor.</summary>
    public static ParameterModel Tensor(string name, params object[] dimensions) => Span(name, dimensions) with
    {
        Kind = ParameterKind.Tensor,
        ManagedType = "global::System.Numerics.Tensors.TensorSpan<double>",
    };

    public static ParameterModel Span(string name, params object[] dimensions) => new(
        name,
        ParameterKind.Span,
        "",
        "global::System.Span<double>",
        "double*",
        new ShapeModel(System.Linq.Enumerable.Select(dimensions, static item => item is string parameter
            ? new DimensionModel(parameter, 0)
            : new DimensionModel(null, (int)item)).ToEquatableArray(), IsOptional: false),
        null,
        Context: null,
        IsOptional: false);
}
