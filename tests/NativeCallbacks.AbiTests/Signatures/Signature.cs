using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NativeCallbacks.AbiTests.Signatures;

/// <summary>A result.</summary>
internal abstract record Result
{
    /// <summary>There is none.</summary>
    public static Result None { get; } = new NoResult();
}

internal sealed record NoResult : Result;

internal sealed record ValueResult(NativeType Type) : Result;

internal sealed record BooleanResult(bool IsWide) : Result;

/// <summary>A function of another signature, or null.</summary>
internal sealed record CallbackResult(Signature Signature) : Result;

/// <summary>A <c>SafeHandle</c>.</summary>
internal sealed record HandleResult : Result;

/// <summary>A status code.</summary>
/// <param name="Integer">The integer or enum.</param>
/// <param name="Convention">The number of the <c>StatusConvention</c>.</param>
internal sealed record StatusResult(ScalarType Integer, int Convention) : Result;

/// <summary>How a signature is called, and how native code calls its handler.</summary>
internal enum CallForm
{
    /// <summary>By a delegate, both ways.</summary>
    Delegate,

    /// <summary>By a slot of a table, both ways.</summary>
    Table,

    /// <summary>As a function of an API, where the library is the first.</summary>
    Api,
}

/// <summary>A drawn signature.</summary>
/// <param name="Number">What it is named by; unique in its batch.</param>
/// <param name="Key">What its bytes are named by: the number that it was drawn with.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Result">The result.</param>
/// <param name="Convention">A member of <c>CallingConvention</c>.</param>
/// <param name="SetsLastError">Whether <c>errno</c> is kept.</param>
/// <param name="SuppressesTransition">Whether calls leave out the garbage collector's transition.</param>
/// <param name="Form">How it is called.</param>
/// <param name="LeavesDimensionsOut">Whether it is called by the <c>Invoke</c> without the dimensions that other arguments tell.</param>
internal sealed record Signature(
    int Number,
    int Key,
    ImmutableArray<Parameter> Parameters,
    Result Result,
    string Convention = "Cdecl",
    bool SetsLastError = false,
    bool SuppressesTransition = false,
    CallForm Form = CallForm.Delegate,
    bool LeavesDimensionsOut = false)
{
    /// <summary>The delegate in C#, and the function in C.</summary>
    public string Name => $"Sig{Number}";

    /// <summary>Its slot in a table.</summary>
    public int Slot => Number % 5;

    public ContextParameter? OwnContext => Parameters.OfType<ContextParameter>().FirstOrDefault(static context => context.IsOwn);

    /// <summary>Whether the first argument can be an object's address, as <c>ThisCall</c> needs it.</summary>
    public bool CanBeThisCall => Parameters.FirstOrDefault() switch
    {
        null => false,
        ValueParameter value => value.ValueType is ScalarType { FitsAPointer: true },
        DimensionParameter { IsReference: false } dimension => dimension.Integer.FitsAPointer,
        _ => true,
    };

    /// <summary>Whether native code can call handlers.</summary>
    public bool HasHandlers =>
        !SuppressesTransition && Result is not HandleResult
        && !Parameters.Any(static parameter => parameter is HandleParameter or SpanParameter { Form: SpanForm.Unchecked });

    /// <summary>The signatures that it names, each of which is called when it is.</summary>
    public IEnumerable<Signature> Inner =>
        Parameters.OfType<CallbackParameter>().Select(static callback => callback.Signature)
            .Concat(Result is CallbackResult result ? [result.Signature] : []);

    /// <summary>How many calls one call leads to, itself included.</summary>
    public int Calls => 1 + Inner.Sum(static inner => inner.Calls);

    /// <summary>How deep they nest.</summary>
    public int Depth => 1 + Inner.Select(static inner => inner.Depth).DefaultIfEmpty(0).Max();

    /// <summary>The dimensions that lengths of arguments tell, which must be there.</summary>
    /// <param name="hasTensors">Whether there are tensors, or spans that stand for them.</param>
    public IEnumerable<DimensionParameter> ToldDimensions(bool hasTensors = true) => Parameters.OfType<DimensionParameter>().Where(dimension =>
        Parameters.OfType<ShapedParameter>().Any(shaped =>
            !shaped.IsOptional && shaped.Tells(dimension.Number) && (hasTensors || shaped.Dimensions.Length == 1)));

    /// <summary>The parameters that calls give.</summary>
    public IEnumerable<Parameter> Given(bool hasTensors = true) => LeavesDimensionsOut ? Parameters.Except(ToldDimensions(hasTensors)) : Parameters;

    /// <summary>Whether an argument must be just as long as its shape, where a longer one would do otherwise.</summary>
    public bool IsExact(ShapedParameter shaped) =>
        shaped is TensorParameter || (LeavesDimensionsOut && ToldDimensions().Any(dimension => shaped.Tells(dimension.Number)));

    public bool Has(int number) => Parameters.Any(parameter => parameter.Number == number);

    public Parameter Parameter(int number) => Parameters.First(parameter => parameter.Number == number);

    /// <summary>The signature and all that it leads to, innermost first.</summary>
    public IEnumerable<Signature> Closure() => Inner.SelectMany(static inner => inner.Closure()).Append(this);
}
