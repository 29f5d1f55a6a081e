using NativeCallbacks.Numerics;
using NativeCallbacks.Tests.Callbacks;
using NativeCallbacks.Tests.Structs;

namespace NativeCallbacks.Tests.Signatures;

/// <summary><c>AsPointer</c>: the typed function pointer, without checks.</summary>
public unsafe class AsPointerTests
{
    [Fact]
    public void AsPointer_OfDefault_IsNull()
    {
        (default(NativeCallback<ScalarFunction>).AsPointer() == null).Should().BeTrue();
    }

    [Fact]
    public void AsPointer_HasTheAddress()
    {
        var callback = Shim.Get<PublicOperation>("scalar_double");

        ((nint)callback.AsPointer()).Should().Be(callback.Address);
    }

    [Fact]
    public void AsPointer_IsTypedAsNativeCodeSeesTheSignature()
    {
        delegate* unmanaged[Cdecl]<double, double, double> scalar = Shim.Get<PublicOperation>("scalar_double").AsPointer();
        delegate* unmanaged[Cdecl]<double*, double*, int, int, void> matrix = Shim.Get<MatrixTransform>("matrix_weigh").AsPointer();
        delegate* unmanaged[Cdecl]<byte, byte> boolean = Shim.Get<Booleans.NotU1>("bool_u1_not").AsPointer();
        delegate* unmanaged[Cdecl]<byte*, int> text = Shim.Get<Text.TextLength>("text_length").AsPointer();
        delegate* unmanaged[Cdecl]<nint, double, double> callback = Shim.Get<Apply>("callback_apply_scalar").AsPointer();
        delegate* unmanaged[Cdecl]<Pair<double>, double, Pair<double>> structure = Shim.Get<PairFunction>("callback_turn").AsPointer();
        double[] input = [5, 7], output = [0, 0];
        fixed (double* from = input, to = output)
        {
            matrix(from, to, 1, 2);
        }

        scalar(0.5, -7).Should().Be(8);
        output.Should().Equal(5, 14);
        boolean(0).Should().Be(1);
        text(null).Should().Be(-1);
        callback(0, 5).Should().Be(-1);
        structure(new(2, 3), 10).Should().Be(new Pair<double>(-30, 21));
    }
}
