using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Tests.Emission;

/// <summary>Models, for tests of what is written from them.</summary>
internal static class Signatures
{
    public static readonly DelegateModel Op = new("global::Op", "Op", "Op", IsPublic: true, IsObsolete: false);

    public static readonly IntegerModel Int = new("int", IsSigned: true, 32);

    /// <summary>A plain signature without a result.</summary>
    public static SignatureModel Of(params ParameterModel[] parameters) => new(
        Op,
        Method: null,
        parameters.ToEquatableArray(),
        new ResultModel(ResultKind.Void, "void", "void", IsPointer: false, null),
        NativeConvention.Cdecl,
        SuppressesTransition: false,
        ThrowsFaults: true,
        SetLastError: false,
        Upcall: null,
        IsScalar: false,
        new DocumentationModel(default, default, null),
        Notation: null,
        HasOverloadPriority: false,
        HasSkipLocalsInit: false);

    /// <summary>A signature without a result that a diagnostic refuses.</summary>
    public static RejectedSignatureModel Rejected(params ParameterModel[] parameters) => new(
        Op, default, parameters.ToEquatableArray(), new ReturnTypeModel("void", ReferenceKind.None), PointerTypes.None, IsScalar: false, HasHandlers: false);

    public static ParameterModel Integer(string name, IntegerModel? integer = null) => new(
        name,
        ParameterKind.Value,
        ReferenceKind.None,
        IsScoped: false,
        (integer ?? Int).Keyword,
        (integer ?? Int).Keyword,
        ElementType: null,
        Shape: null,
        integer ?? Int,
        CanBeContext: false,
        DefaultValue: null,
        CallScoped: null,
        ContextOf: null);

    /// <summary>A row-major tensor.</summary>
    public static ParameterModel Tensor(string name, params object[] dimensions) => Span(name, dimensions) with
    {
        Kind = ParameterKind.Tensor,
        ManagedType = "global::System.Numerics.Tensors.TensorSpan<double>",
    };

    public static ParameterModel Span(string name, params object[] dimensions) => new(
        name,
        ParameterKind.Span,
        ReferenceKind.None,
        IsScoped: false,
        "global::System.Span<double>",
        "double*",
        "double",
        new ShapeModel(System.Linq.Enumerable.Select(dimensions, static item => item is string parameter
            ? new DimensionModel(parameter, 0)
            : new DimensionModel(null, (int)item)).ToEquatableArray(), IsOptional: false),
        null,
        CanBeContext: false,
        DefaultValue: null,
        CallScoped: null,
        ContextOf: null);
}
