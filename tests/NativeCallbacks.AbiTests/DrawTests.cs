using System;
using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests;

/// <summary>What is drawn.</summary>
public class DrawTests
{
    private static readonly IReadOnlyList<Signature> Drawn = [.. Enumerable.Range(1, 12).SelectMany(static seed => Batch.Draw((ulong)seed, 100, Machine.LinuxX64).Signatures)];

    [Fact]
    public void Signature_OfASeed_IsTheSameHoweverManyFollow()
    {
        var (few, many) = (Batch.Draw(7, 5, Machine.LinuxX64), Batch.Draw(7, 50, Machine.LinuxX64));

        CSharpSource.Of(few, Target.Net10).Should().Be(CSharpSource.Of(many with { Signatures = many.Signatures[..5] }, Target.Net10));
        CSource.Of(Batch.Draw(8, 5, Machine.LinuxX64), null).Should().NotBe(CSource.Of(few, null));
    }

    [Fact]
    public void Signatures_HaveEveryNumberOfParameters_UpTo24() =>
        Drawn.Select(static signature => signature.Parameters.Length).Distinct().Order().Should().Equal(Enumerable.Range(0, 25));

    [Fact]
    public void Signatures_HaveEveryKindOfParameterAndResult()
    {
        var parameters = Drawn.SelectMany(static signature => signature.Parameters).ToList();

        Kinds(parameters).Should().BeEquivalentTo(Subtypes(typeof(Parameter)));
        Kinds(Drawn.Select(static signature => signature.Result)).Should().BeEquivalentTo(Subtypes(typeof(Result)));
        parameters.OfType<ReferenceParameter>().Select(static reference => reference.Form).Should().Contain(Enum.GetValues<ReferenceForm>());
        parameters.OfType<SpanParameter>().Select(static span => span.Form).Should().Contain(Enum.GetValues<SpanForm>());
        parameters.OfType<SpanParameter>().Select(static span => span.Dimensions.Length).Should().Contain([1, 2, 3]);
        parameters.OfType<SpanParameter>().Where(static span => span.CountsBytes).Select(static span => span.BytesOfElement).Should().Contain([1, 8]).And.Contain(static size => size > 8);
        parameters.OfType<DimensionParameter>().Select(static dimension => dimension.Integer.CSharp).Should().Contain(["CLong", "CULong"]);
        parameters.OfType<HandleParameter>().Select(static handle => handle.IsOut).Should().Contain([true, false]);
        parameters.OfType<TensorParameter>().Select(static tensor => tensor.Dimensions.Length).Should().Contain([1, 2, 3, 4, 5]).And.NotContain(static rank => rank > 5);
        foreach (var flag in new Func<TensorParameter, bool>[] { tensor => tensor.IsReadOnly, tensor => tensor.IsOptional, tensor => tensor.IsColumnMajor, tensor => tensor.IsReference })
        {
            parameters.OfType<TensorParameter>().Where(static tensor => tensor.Dimensions.Length > 1).Select(flag).Should().Contain([true, false]);
        }

        parameters.OfType<CallbackParameter>().Select(static callback => callback.Context < 0).Should().Contain([true, false]);
        parameters.OfType<ContextParameter>().Select(static context => context.IsOwn).Should().Contain([true, false]);
        Drawn.Select(static signature => signature.Convention).Should().Contain(["Cdecl", "StdCall", "ThisCall", "Winapi"]);
        Drawn.Should().Contain(static signature => signature.LeavesDimensionsOut && signature.ToldDimensions(hasTensors: false).Count() < signature.ToldDimensions().Count());
        Drawn.Should().Contain(static signature => signature.SetsLastError).And.Contain(static signature => signature.SuppressesTransition);
        Drawn.Should().Contain(static signature => signature.Depth > 3);
        Drawn.Where(static signature => signature.HasHandlers).Select(static signature => signature.Form).Should().Contain(Enum.GetValues<CallForm>());
        Drawn.Should().Contain(static signature => signature.Form == CallForm.Api && signature.LeavesDimensionsOut);
    }

    [Fact]
    public void Signatures_HaveEveryType_ByValueAndAsResult()
    {
        var passed = Drawn.SelectMany(static signature => signature.Parameters).OfType<ValueParameter>().Select(static value => value.ValueType).ToList();
        var returned = Drawn.Select(static signature => signature.Result).OfType<ValueResult>().Select(static value => value.Type).ToList();
        var scalars = ScalarType.Integers.Concat(ScalarType.Floats).Concat(ScalarType.Enums).Concat(Machine.LinuxX64.OtherScalars).Select(static type => type.Definition).ToList();

        foreach (var types in new[] { passed, returned })
        {
            types.OfType<ScalarType>().Select(static type => type.Definition).Distinct().Should().BeEquivalentTo(scalars);
            types.OfType<StructType>().Select(static type => type.Form).Should().Contain(Enum.GetValues<StructForm>());
            types.OfType<StructType>().Select(static type => type.FrameworkName).Should().Contain(StructType.Framework.Select(static type => type.FrameworkName));
            types.OfType<StructType>().Select(static type => type.Size).Should().Contain([1, 2, 4, 8, 12, 16, 24]).And.Contain(static size => size > 200).And.NotContain(static size => size > 256);
        }

        passed.Concat(returned).OfType<StructType>().Select(static type => type.Size).Should().Contain(Enumerable.Range(1, 16));
    }

    [Fact]
    public void Tensors_HaveElementsOfEveryKind_AndDimensionsOfOtherSpansAndTensors()
    {
        var tensors = Drawn.SelectMany(static signature => signature.Parameters.OfType<TensorParameter>().Select(tensor => (Signature: signature, Tensor: tensor))).ToList();
        var elements = tensors.Select(static item => item.Tensor.Element).ToList();

        elements.OfType<ScalarType>().Select(static type => type.Form).Should().Contain(Enum.GetValues<ScalarForm>().Except([ScalarForm.Pointer]));
        elements.OfType<StructType>().Select(static type => type.Form).Should().Contain(Enum.GetValues<StructForm>());
        tensors.Should().Contain(static item => Shares<SpanParameter>(item.Signature, item.Tensor)).And.Contain(static item => Shares<TensorParameter>(item.Signature, item.Tensor));
    }

    /// <summary>Whether another parameter of that kind has one of the dimensions.</summary>
    private static bool Shares<T>(Signature signature, TensorParameter tensor)
        where T : ShapedParameter =>
        signature.Parameters.OfType<T>().Any(other => other.Number != tensor.Number && other.Needs.Intersect(tensor.Needs).Any());

    private static IEnumerable<string> Kinds(IEnumerable<object> items) => items.Select(static item => item.GetType().Name).Distinct();

    private static IEnumerable<string> Subtypes(Type type) => type.Assembly.GetTypes().Where(type.IsAssignableFrom).Where(static item => !item.IsAbstract).Select(static item => item.Name);
}
