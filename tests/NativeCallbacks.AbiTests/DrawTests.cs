using System.Collections.Generic;
using System.Linq;
using NativeCallbacks.AbiTests.Emission;
using NativeCallbacks.AbiTests.Signatures;

namespace NativeCallbacks.AbiTests;

/// <summary>What is drawn.</summary>
public class DrawTests
{
    private static readonly IReadOnlyList<Signature> Drawn = [.. Enumerable.Range(1, 8).SelectMany(static seed => Batch.Draw((ulong)seed, 100).Signatures)];

    [Fact]
    public void Signature_OfASeed_IsTheSameHoweverManyFollow()
    {
        var (few, many) = (Batch.Draw(7, 5), Batch.Draw(7, 50));

        CSharpSource.Of(few, Target.Net10).Should().Be(CSharpSource.Of(many with { Signatures = many.Signatures[..5] }, Target.Net10));
        CSource.Of(Batch.Draw(8, 5), null).Should().NotBe(CSource.Of(few, null));
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
        parameters.OfType<ReferenceParameter>().Select(static reference => reference.Form).Should().Contain(System.Enum.GetValues<ReferenceForm>());
        parameters.OfType<SpanParameter>().Select(static span => span.Form).Should().Contain(System.Enum.GetValues<SpanForm>());
        parameters.OfType<SpanParameter>().Select(static span => span.Dimensions.Length).Should().Contain([1, 2, 3]);
        parameters.OfType<CallbackParameter>().Select(static callback => callback.Context < 0).Should().Contain([true, false]);
        parameters.OfType<ContextParameter>().Select(static context => context.IsOwn).Should().Contain([true, false]);
        Drawn.Select(static signature => signature.Convention).Should().Contain(["Cdecl", "StdCall", "ThisCall", "Winapi"]);
        Drawn.Should().Contain(static signature => signature.SetsLastError).And.Contain(static signature => signature.SuppressesTransition);
        Drawn.Should().Contain(static signature => signature.Depth > 3);
    }

    [Fact]
    public void Signatures_HaveEveryType_ByValueAndAsResult()
    {
        var passed = Drawn.SelectMany(static signature => signature.Parameters).OfType<ValueParameter>().Select(static value => value.ValueType).ToList();
        var returned = Drawn.Select(static signature => signature.Result).OfType<ValueResult>().Select(static value => value.Type).ToList();
        var scalars = ScalarType.Integers.Concat(ScalarType.Floats).Concat(ScalarType.Enums).Concat(ScalarType.Others).Select(static type => type.Definition).ToList();

        foreach (var types in new[] { passed, returned })
        {
            types.OfType<ScalarType>().Select(static type => type.Definition).Distinct().Should().BeEquivalentTo(scalars);
            types.OfType<StructType>().Select(static type => type.Form).Should().Contain(System.Enum.GetValues<StructForm>());
            types.OfType<StructType>().Select(static type => type.FrameworkName).Should().Contain(StructType.Framework.Select(static type => type.FrameworkName));
            types.OfType<StructType>().Select(static type => type.Size).Should().Contain([1, 2, 4, 8, 12, 16, 24]).And.Contain(static size => size > 200).And.NotContain(static size => size > 256);
        }

        passed.Concat(returned).OfType<StructType>().Select(static type => type.Size).Should().Contain(Enumerable.Range(1, 16));
    }

    private static IEnumerable<string> Kinds(IEnumerable<object> items) => items.Select(static item => item.GetType().Name).Distinct();

    private static IEnumerable<string> Subtypes(System.Type type) => type.Assembly.GetTypes().Where(type.IsAssignableFrom).Where(static item => !item.IsAbstract).Select(static item => item.Name);
}
