using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NativeCallbacks.AbiTests.Signatures;

/// <summary>A parameter. Its bytes are named by its number, so they stay what they are when others are dropped.</summary>
/// <param name="Number">Its place in the drawn signature, from zero.</param>
internal abstract record Parameter(int Number)
{
    public string Name => $"p{Number}";

    /// <summary>The values that it is made of; null for those that are no plain bytes.</summary>
    public virtual NativeType? Type => null;

    /// <summary>The numbers of the parameters that it cannot do without.</summary>
    public virtual IEnumerable<int> Needs => [];

    /// <summary>The same, where every parameter has another number.</summary>
    public virtual Parameter Renumber(Func<int, int> renumber) => this with { Number = renumber(Number) };
}

/// <summary>A value as it is.</summary>
internal sealed record ValueParameter(int Number, NativeType ValueType) : Parameter(Number)
{
    public override NativeType Type => ValueType;
}

/// <summary>A <c>bool</c>, of one byte or of four.</summary>
internal sealed record BooleanParameter(int Number, bool IsWide) : Parameter(Number);

/// <summary>How a text is declared.</summary>
internal enum TextForm
{
    Utf8, Pointer, Utf16,
}

/// <summary>A text.</summary>
internal sealed record TextParameter(int Number) : Parameter(Number)
{
    /// <summary>By the number, so that what is drawn after it stays what it is.</summary>
    public TextForm Form => (TextForm)(Number % 3);
}

/// <summary>A <c>SafeHandle</c>: a pointer that native code gets, or that it gives.</summary>
internal sealed record HandleParameter(int Number, bool IsOut) : Parameter(Number);

/// <summary>A dimension of spans: a small number.</summary>
internal sealed record DimensionParameter(int Number, ScalarType Integer, bool IsReference) : Parameter(Number)
{
    public override NativeType Type => Integer;
}

/// <summary>How a value is passed by reference.</summary>
internal enum ReferenceForm
{
    In, RefReadOnly, Ref, Out,
}

/// <summary>A value by reference.</summary>
internal sealed record ReferenceParameter(int Number, NativeType Target, ReferenceForm Form) : Parameter(Number)
{
    public override NativeType Type => Target;

    public bool IsReadOnly => Form is ReferenceForm.In or ReferenceForm.RefReadOnly;
}

/// <summary>What a signature says of a span's elements.</summary>
internal enum SpanForm
{
    Required, Optional, Unchecked,
}

/// <summary>One factor of an element count.</summary>
/// <param name="Parameter">The number of a dimension; negative for a constant.</param>
/// <param name="Constant">The constant.</param>
internal sealed record Dimension(int Parameter, int Constant)
{
    public bool IsConstant => Parameter < 0;
}

/// <summary>Elements one beside the other, whose number is the product of dimensions.</summary>
internal abstract record ShapedParameter(int Number, NativeType Element, bool IsReadOnly, ImmutableArray<Dimension> Dimensions)
    : Parameter(Number)
{
    public override NativeType Type => Element;

    /// <summary>Whether it may be left out.</summary>
    public abstract bool IsOptional { get; }

    /// <summary>Whether it becomes a null pointer where it is empty.</summary>
    public abstract bool IsNullable { get; }

    public override IEnumerable<int> Needs => Dimensions.Where(static dimension => !dimension.IsConstant).Select(static dimension => dimension.Parameter);

    public override Parameter Renumber(Func<int, int> renumber) => this with
    {
        Number = renumber(Number),
        Dimensions = [.. Dimensions.Select(dimension => dimension.IsConstant ? dimension : dimension with { Parameter = renumber(dimension.Parameter) })],
    };

    /// <summary>Whether one of its lengths is this dimension and nothing else.</summary>
    public abstract bool Tells(int dimension);
}

/// <summary>A span.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="IsReadOnly">Whether it is a <c>ReadOnlySpan</c>.</param>
/// <param name="Form">What the signature says of its elements.</param>
/// <param name="Dimensions">The factors of their number.</param>
/// <param name="CountsBytes">Whether it is declared <c>InBytes</c>, with the size of an element as one more factor.</param>
internal sealed record SpanParameter(
    int Number, NativeType Element, bool IsReadOnly, SpanForm Form, ImmutableArray<Dimension> Dimensions, bool CountsBytes = false)
    : ShapedParameter(Number, Element, IsReadOnly, Dimensions)
{
    /// <summary>The factor that makes a number of bytes of the number of elements; 1 where it would say nothing.</summary>
    public int BytesOfElement => CountsBytes ? Element.Size : 1;

    public override bool IsOptional => Form == SpanForm.Optional;

    public override bool IsNullable => Form != SpanForm.Required;

    public override bool Tells(int dimension) => Dimensions.Length == 1 && BytesOfElement == 1 && Dimensions[0].Parameter == dimension;
}

/// <summary>A tensor. Its elements are numbered by rows, in whatever order they lie.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="IsReadOnly">Whether it is a <c>ReadOnlyTensorSpan</c>.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="IsColumnMajor">Whether its elements lie column by column.</param>
/// <param name="IsReference">Whether it is declared <c>in</c>, which changes nothing for native code.</param>
/// <param name="Dimensions">Its lengths.</param>
internal sealed record TensorParameter(
    int Number, NativeType Element, bool IsReadOnly, bool IsOptional, bool IsColumnMajor, bool IsReference, ImmutableArray<Dimension> Dimensions)
    : ShapedParameter(Number, Element, IsReadOnly, Dimensions)
{
    public override bool IsOptional { get; } = IsOptional;

    public override bool IsNullable => true;

    public override bool Tells(int dimension) => Dimensions.Any(item => item.Parameter == dimension);
}

/// <summary>A function of another signature, which is called.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Signature">The signature of the function.</param>
/// <param name="Context">The number of the parameter that carries its context; negative where its signature has none.</param>
internal sealed record CallbackParameter(int Number, Signature Signature, int Context = -1) : Parameter(Number)
{
    public override IEnumerable<int> Needs => Context < 0 ? [] : [Context];

    public override Parameter Renumber(Func<int, int> renumber) =>
        this with { Number = renumber(Number), Context = Context < 0 ? Context : renumber(Context) };
}

/// <summary><c>[UserData]</c>: the context of the signature's own function, or of a callback.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Callback">The number of the callback; negative for the signature's own.</param>
/// <param name="IsPointer">Whether it is declared <c>void*</c>.</param>
internal sealed record ContextParameter(int Number, int Callback, bool IsPointer) : Parameter(Number)
{
    public bool IsOwn => Callback < 0;

    public override IEnumerable<int> Needs => IsOwn ? [] : [Callback];

    public override Parameter Renumber(Func<int, int> renumber) =>
        this with { Number = renumber(Number), Callback = IsOwn ? Callback : renumber(Callback) };
}
