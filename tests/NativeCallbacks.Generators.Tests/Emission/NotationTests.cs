namespace NativeCallbacks.Generators.Tests.Emission;

/// <summary>The signature text that the generator leaves in the assembly for NativeSignature.Of.</summary>
public class NotationTests
{
    [Fact]
    public void TextOfASignature_StandsBeforeItsClass()
    {
        var writer = Generators.Emission.SignatureSource.Write(Signatures.Of() with { Notation = "void (*)(void)" });

        writer.Should().Contain("[assembly: global::NativeCallbacks.CompilerServices.SignatureText(typeof(global::Op), \"void (*)(void)\")]\n\nnamespace");
        writer.Should().NotContain("CS0612");
    }

    [Fact]
    public void TextOfAnObsoleteSignature_WarnsNobody() =>
        Generators.Emission.SignatureSource.Write(Signatures.Of() with { Notation = "void (*)(void)", Delegate = Signatures.Op with { IsObsolete = true } })
            .Should().Contain("#pragma warning disable CS0612, CS0618\n[assembly:");

    [Fact]
    public void SignatureWithoutText_HasNoAttribute() =>
        Generators.Emission.SignatureSource.Write(Signatures.Of()).Should().NotContain("[assembly:");
}
