namespace NativeCallbacks.Tests.Addresses;

[NativeSignature]
internal delegate int TableFunction(int a, int b);

[NativeSignature]
internal delegate int ObjectMethod(nint self, int x);

internal struct TableObject
{
    public nint Table;
    public int Value;
}

[NativeSignature]
internal delegate void InitTableObject(out TableObject instance, int value);
