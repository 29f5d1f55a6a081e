using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.SafeHandles;

/// <summary>A handle of the shim, which a test can see being closed.</summary>
internal sealed class ShimHandle : SafeHandle
{
    public ShimHandle()
        : base(default, ownsHandle: true)
    {
    }

    public ShimHandle(nint value)
        : this() => SetHandle(value);

    public override bool IsInvalid => (nint)handle == 0;

    protected override bool ReleaseHandle()
    {
        Shim.Get<CloseHandle>("handle_close").Invoke(handle);
        return true;
    }
}

[NativeSignature(ThrowsFaults = false)]
internal delegate void CloseHandle(nint handle);

[NativeSignature(ThrowsFaults = false)]
internal delegate int CountHandles();

[NativeSignature]
internal delegate nint OpenRaw(int value);

[NativeSignature]
internal delegate int HandleValue(ShimHandle handle);

[NativeSignature]
internal delegate int AnyHandleValue(SafeHandle handle);

[NativeSignature]
internal delegate long HandleWeight(ShimHandle a, int between, SafeHandle b);

[NativeSignature]
internal delegate void HandleCallback();

[NativeSignature]
internal delegate int HandleValueAfter(ShimHandle handle, NativeCallback<HandleCallback> f);

/// <summary>Over a function without parameters, to see whether it was entered.</summary>
[NativeSignature]
internal delegate void HandleTouch(ShimHandle first, ShimHandle second);
