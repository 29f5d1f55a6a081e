#pragma warning disable MA0049, CA1724 // names that collide are what this file is for

namespace NativeCallbacks.Tests.Signatures.First
{
    [NativeSignature]
    internal delegate int Op(int a, int b);
}

namespace NativeCallbacks.Tests.Signatures.Second
{
    [NativeSignature]
    internal delegate double Op(double a, double b);

    /// <summary>Differs in case only.</summary>
    [NativeSignature]
    internal delegate float OP(float a, float b);
}

// An underscore beside the one that replaces a dot.
namespace NativeCallbacks.Tests.Signatures.Second_
{
    [NativeSignature]
    internal delegate long Op(long a, long b);
}
