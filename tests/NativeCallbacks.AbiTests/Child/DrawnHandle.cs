using System.Runtime.InteropServices;

namespace NativeCallbacks.AbiTests.Child
{
    /// <summary>A pointer that nobody follows, or frees.</summary>
    public sealed class DrawnHandle : SafeHandle
    {
        public DrawnHandle()
            : base(default, true)
        {
        }

        public DrawnHandle(nint pointer)
            : this() => SetHandle(pointer);

        public override bool IsInvalid => handle == default;

        protected override bool ReleaseHandle() => true;
    }
}
