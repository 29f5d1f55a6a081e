namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>JNIEnv</c>, whose first word points to a table; twenty of its 233 functions.</summary>
[NativeTable(TableKind.Object)]
internal interface IJniEnvironment
{
    [Slot(4)]
    public int GetVersion();

    [Slot(5)]
    public nint DefineClass(string name, nint loader, [Shape(nameof(length))] ReadOnlySpan<byte> bytes, int length);

    [Slot(6)]
    public nint FindClass(string name);

    [Slot(10)]
    public nint GetSuperclass(nint type);

    [Slot(11)]
    [return: MarshalAs(UnmanagedType.U1)]
    public bool IsAssignableFrom(nint type, nint other);

    [Slot(14)]
    [return: StatusCode]
    public int ThrowNew(nint type, string message);

    [Slot(15)]
    public nint ExceptionOccurred();

    [Slot(17)]
    public void ExceptionClear();

    [Slot(21)]
    public nint NewGlobalReference(nint instance);

    [Slot(22)]
    public void DeleteGlobalReference(nint reference);

    [Slot(23)]
    public void DeleteLocalReference(nint reference);

    [Slot(24)]
    [return: MarshalAs(UnmanagedType.U1)]
    public bool IsSameObject(nint left, nint right);

    [Slot(113)]
    public nint GetStaticMethod(nint type, string name, string signature);

    [Slot(131)]
    public int CallStaticInt(nint type, nint method, in long argument);

    [Slot(167)]
    public nint NewString(string text);

    [Slot(168)]
    public int GetStringLength(nint text);

    [Slot(171)]
    public int GetArrayLength(nint array);

    [Slot(179)]
    public nint NewIntArray(int length);

    [Slot(203)]
    public void GetIntArrayRegion(nint array, int start, int length, [Shape(nameof(length))] Span<int> numbers);

    [Slot(211)]
    public void SetIntArrayRegion(nint array, int start, int length, [Shape(nameof(length))] ReadOnlySpan<int> numbers);

    [Slot(215)]
    [return: StatusCode]
    public int RegisterNatives(nint type, in JavaNativeMethod method, int count);

    [Slot(228)]
    [return: MarshalAs(UnmanagedType.U1)]
    public bool ExceptionCheck();
}
