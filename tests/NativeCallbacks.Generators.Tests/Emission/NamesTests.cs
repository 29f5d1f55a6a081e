using NativeCallbacks.Generators.Emission.Text;
using NativeCallbacks.Generators.Model;

namespace NativeCallbacks.Generators.Tests.Emission;

/// <summary>Names of generated classes and files, which must never meet.</summary>
public class NamesTests
{
    [Theory]
    [InlineData("A.B", "A_BExtensions")]
    [InlineData("A_B", "A_0BExtensions")]
    [InlineData("A+B", "A_1BExtensions")]
    [InlineData("System.Func`2[System.Double,System.Int32]", "System_Func_22_3System_Double_4System_Int32_5Extensions")]
    [InlineData("A.B*", "A_B_6002aExtensions")]
    public void ClassName_IsUniqueForEveryMetadataName(string metadataName, string className)
    {
        ReservedNames.ClassName(metadataName).Should().Be(className);
    }

    [Fact]
    public void HintName_DistinguishesNamesThatDifferOnlyInCase()
    {
        Names.HintName("A.Op").ToUpperInvariant().Should().NotBe(Names.HintName("A.op").ToUpperInvariant());
    }
}
