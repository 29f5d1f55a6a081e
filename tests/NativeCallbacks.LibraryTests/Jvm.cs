namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>JavaVMOption</c></summary>
internal readonly record struct JavaOption(nint Text, nint Extra);

/// <summary>C: <c>JavaVMInitArgs</c></summary>
internal readonly record struct JavaArguments(int Version, int Count, nint Options, byte IgnoreUnrecognized);

/// <summary>C: <c>JNINativeMethod</c></summary>
internal readonly record struct JavaNativeMethod(nint Name, nint Signature, NativeCallback<JavaIntFunction> Function);

/// <summary>C: <c>jint (*)(JNIEnv *env, jclass clazz, jint x)</c>, a static native method of Java.</summary>
[NativeSignature]
internal delegate int JavaIntFunction(nint environment, nint type, int x);

/// <summary>C: <c>jint JNI_CreateJavaVM(JavaVM **pvm, void **penv, void *args)</c></summary>
[NativeSignature]
[return: StatusCode]
internal delegate int JavaCreate(out nint machine, out nint environment, in JavaArguments arguments);

/// <summary>C: <c>jclass (*DefineClass)(JNIEnv *env, const char *name, jobject loader, const jbyte *buf, jsize len)</c></summary>
[NativeSignature]
internal delegate nint JavaDefineClass(nint environment, string name, nint loader, [Shape(nameof(length))] ReadOnlySpan<byte> bytes, int length);

/// <summary>C: <c>jclass (*FindClass)(JNIEnv *env, const char *name)</c></summary>
[NativeSignature]
internal delegate nint JavaFindClass(nint environment, string name);

/// <summary>C: <c>jint (*ThrowNew)(JNIEnv *env, jclass clazz, const char *msg)</c></summary>
[NativeSignature]
[return: StatusCode]
internal delegate int JavaThrowNew(nint environment, nint type, string message);

/// <summary>C: <c>void (*ExceptionClear)(JNIEnv *env)</c></summary>
[NativeSignature]
internal delegate void JavaClearException(nint environment);

/// <summary>C: <c>jboolean (*ExceptionCheck)(JNIEnv *env)</c></summary>
[NativeSignature]
[return: MarshalAs(UnmanagedType.U1)]
internal delegate bool JavaHasException(nint environment);

/// <summary>C: <c>jmethodID (*GetStaticMethodID)(JNIEnv *env, jclass clazz, const char *name, const char *sig)</c></summary>
[NativeSignature]
internal delegate nint JavaStaticMethod(nint environment, nint type, string name, string signature);

/// <summary>
/// C: <c>jint (*CallStaticIntMethodA)(JNIEnv *env, jclass clazz, jmethodID methodID, const jvalue *args)</c>, of one <c>jint</c>, which is
/// the low half of a <c>jvalue</c>.
/// </summary>
[NativeSignature]
internal delegate int JavaCallStaticInt(nint environment, nint type, nint method, in long argument);

/// <summary>C: <c>jint (*RegisterNatives)(JNIEnv *env, jclass clazz, const JNINativeMethod *methods, jint nMethods)</c></summary>
[NativeSignature]
[return: StatusCode]
internal delegate int JavaRegisterNatives(nint environment, nint type, in JavaNativeMethod method, int count);

/// <summary>
/// A Java virtual machine with one class, whose functions come from the table that its environment points to. There can be one in a
/// process, and it cannot be unloaded.
/// </summary>
internal sealed class Jvm
{
    // What `javac --release 8 -g:none` makes of:
    //
    //     public class Calc {
    //         static native int twice(int x);
    //         public static int run(int x) { return twice(x) + 1; }
    //         public static int guarded(int x) {
    //             try { return twice(x); } catch (IllegalStateException e) { return -e.getMessage().length(); }
    //         }
    //     }
    private const string Calc =
        "yv66vgAAADQAHQoAAgADBwAEDAAFAAYBABBqYXZhL2xhbmcvT2JqZWN0AQAGPGluaXQ+AQADKClWCgAIAAkHAAoMAAsADAEABENhbGMBAAV0d2"
        + "ljZQEABChJKUkHAA4BAB9qYXZhL2xhbmcvSWxsZWdhbFN0YXRlRXhjZXB0aW9uCgANABAMABEAEgEACmdldE1lc3NhZ2UBABQoKUxqYXZhL2xh"
        + "bmcvU3RyaW5nOwoAFAAVBwAWDAAXABgBABBqYXZhL2xhbmcvU3RyaW5nAQAGbGVuZ3RoAQADKClJAQAEQ29kZQEAA3J1bgEAB2d1YXJkZWQBAA"
        + "1TdGFja01hcFRhYmxlACEACAACAAAAAAAEAAEABQAGAAEAGQAAABEAAQABAAAABSq3AAGxAAAAAAEIAAsADAAAAAkAGgAMAAEAGQAAABMAAgAB"
        + "AAAABxq4AAcEYKwAAAAAAAkAGwAMAAEAGQAAAC8AAQACAAAADxq4AAesTCu2AA+2ABN0rAABAAAABAAFAA0AAQAcAAAABgABRQcADQAA";

    private const int Version8 = 0x00010008;

    private readonly nint _environment;
    private readonly nint _calc;
    private readonly nint _run;
    private readonly nint _guarded;

    public Jvm()
    {
        // -Xrs leaves SIGINT and SIGTERM to .NET.
        string[] texts = ["-Xrs", "-Xmx64m", "-XX:+UseSerialGC"];
        var options = GC.AllocateArray<JavaOption>(texts.Length, pinned: true);
        for (var index = 0; index < texts.Length; index++)
        {
            options[index] = new JavaOption(Marshal.StringToCoTaskMemUTF8(texts[index]), 0);
        }

        var create = NativeModule.Load(FileName!).GetCallback<JavaCreate>("JNI_CreateJavaVM");
        create.Invoke(out _, out _environment, new JavaArguments(Version8, options.Length, Marshal.UnsafeAddrOfPinnedArrayElement(options, 0), 0));
        var bytes = Convert.FromBase64String(Calc);
        _calc = Slot<JavaDefineClass>(_environment, 5).Invoke(_environment, "Calc", 0, bytes, bytes.Length);
        _run = Slot<JavaStaticMethod>(_environment, 113).Invoke(_environment, _calc, "run", "(I)I");
        _guarded = Slot<JavaStaticMethod>(_environment, 113).Invoke(_environment, _calc, "guarded", "(I)I");
    }

    /// <summary>The library of a JVM on this machine, and null without one.</summary>
    public static string? FileName { get; } = Directory.Exists("/usr/lib/jvm")
        ? Directory.EnumerateFiles("/usr/lib/jvm", "libjvm.so", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
        : null;

    /// <summary>Whether a Java exception is on its way.</summary>
    public bool HasException => Slot<JavaHasException>(_environment, 228).Invoke(_environment);

    /// <summary>Makes a function the body of Java's <c>twice</c>.</summary>
    public void Register(NativeCallback<JavaIntFunction> twice)
    {
        var (name, signature) = (Marshal.StringToCoTaskMemUTF8("twice"), Marshal.StringToCoTaskMemUTF8("(I)I"));
        Slot<JavaRegisterNatives>(_environment, 215).Invoke(_environment, _calc, new JavaNativeMethod(name, signature, twice), 1);
        Marshal.FreeCoTaskMem(name);
        Marshal.FreeCoTaskMem(signature);
    }

    /// <summary>Java's <c>run</c>: <c>twice(x) + 1</c>.</summary>
    public int Run(int x) => Slot<JavaCallStaticInt>(_environment, 131).Invoke(_environment, _calc, _run, x);

    /// <summary>Java's <c>guarded</c>: <c>twice(x)</c>, or the negative length of the message that Java catches.</summary>
    public int Guarded(int x) => Slot<JavaCallStaticInt>(_environment, 131).Invoke(_environment, _calc, _guarded, x);

    public void ClearException() => Slot<JavaClearException>(_environment, 17).Invoke(_environment);

    /// <summary>Throws a Java exception once the native method has returned.</summary>
    public static void Throw(nint environment, string message)
    {
        var type = Slot<JavaFindClass>(environment, 6).Invoke(environment, "java/lang/IllegalStateException");
        Slot<JavaThrowNew>(environment, 14).Invoke(environment, type, message);
    }

    /// <summary>A function of a JNI environment, which points to a table of functions.</summary>
    private static NativeCallback<TSignature> Slot<TSignature>(nint environment, int index)
        where TSignature : Delegate => new(Marshal.ReadIntPtr(Marshal.ReadIntPtr(environment), index * nint.Size));
}
