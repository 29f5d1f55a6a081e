using System.Runtime.CompilerServices;
using NativeCallbacks;
using NativeCallbacks.Tests.Structs;

[assembly: NativeSignature(typeof(Weigh<InlineDoubles4>))]
[assembly: NativeSignature(typeof(Weigh<InlineFloats3>))]
[assembly: NativeSignature(typeof(Pick<InlineDoubles4>))]
[assembly: NativeSignature(typeof(Weigh<InlinePairs2>))]

namespace NativeCallbacks.Tests.Structs;

[InlineArray(4)]
internal struct InlineDoubles4
{
    private double _first;
}

[InlineArray(3)]
internal struct InlineFloats3
{
    private float _first;
}

[InlineArray(2)]
internal struct InlinePairs2
{
    private Pair<double> _first;
}
