namespace NativeCallbacks.Tests.Notations;

public partial class DeclaredSignatureTests
{
    [Fact]
    public void Of_Tensors_AreThePointersToTheirElements()
    {
        NativeSignature.Of<Tensors.RowsToColumns>().ToString().Should().Be("void (*)(const double *input, double *output, int m, int n)");
        NativeSignature.Of<Tensors.WeighRowsByIn>().ToString().Should().Be("double (*)(const double *cells, int m, int n)");
        NativeSignature.Of<Tensors.WeighCubeRows>().ToString().Should().Be("double (*)(const float *cells, int64_t m, uint8_t n, const uint16_t *k)");
    }
}
