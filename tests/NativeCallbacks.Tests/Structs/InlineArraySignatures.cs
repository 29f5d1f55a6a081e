using System.Runtime.CompilerServices;
using NativeCallbacks;
using NativeCallbacks.Tests.Structs;

[assembly: NativeSignature(typeof(Weigh<InlineDoubles4>))]
[assembly: NativeSignature(typeof(Pick<InlineDoubles4>))]

namespace NativeCallbacks.Tests.Structs;

[InlineArray(4)]
internal struct InlineDoubles4
{
    private double _first;
}
