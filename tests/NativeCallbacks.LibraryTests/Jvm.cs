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

/// <summary>
/// A Java virtual machine with one class, whose functions come from the table that its environment points to (<see cref="IJniEnvironment"/>). There can be one in a
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

    private readonly JniEnvironmentObject _environment;
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
        create.Invoke(out _, out var environment, new JavaArguments(Version8, options.Length, Marshal.UnsafeAddrOfPinnedArrayElement(options, 0), 0));
        var bytes = Convert.FromBase64String(Calc);
        _environment = new JniEnvironmentObject(environment);
        _calc = _environment.DefineClass("Calc", 0, bytes, bytes.Length);
        _run = _environment.GetStaticMethod(_calc, "run", "(I)I");
        _guarded = _environment.GetStaticMethod(_calc, "guarded", "(I)I");
    }

    /// <summary>The library of a JVM on this machine, and null without one.</summary>
    public static string? FileName { get; } = Directory.Exists("/usr/lib/jvm")
        ? Directory.EnumerateFiles("/usr/lib/jvm", "libjvm.so", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
        : null;

    /// <summary>Whether a Java exception is on its way.</summary>
    public bool HasException => _environment.ExceptionCheck();

    /// <summary>Makes a function the body of Java's <c>twice</c>.</summary>
    public void Register(NativeCallback<JavaIntFunction> twice)
    {
        var (name, signature) = (Marshal.StringToCoTaskMemUTF8("twice"), Marshal.StringToCoTaskMemUTF8("(I)I"));
        _environment.RegisterNatives(_calc, new JavaNativeMethod(name, signature, twice), 1);
        Marshal.FreeCoTaskMem(name);
        Marshal.FreeCoTaskMem(signature);
    }

    /// <summary>Java's <c>run</c>: <c>twice(x) + 1</c>.</summary>
    public int Run(int x) => _environment.CallStaticInt(_calc, _run, x);

    /// <summary>Java's <c>guarded</c>: <c>twice(x)</c>, or the negative length of the message that Java catches.</summary>
    public int Guarded(int x) => _environment.CallStaticInt(_calc, _guarded, x);

    public void ClearException() => _environment.ExceptionClear();

    /// <summary>Throws a Java exception once the native method has returned.</summary>
    public static void Throw(nint environment, string message)
    {
        var functions = new JniEnvironmentObject(environment);
        functions.ThrowNew(functions.FindClass("java/lang/IllegalStateException"), message);
    }

    /// <summary>What other functions of the table do, with a string, an array, classes and references.</summary>
    public string Describe()
    {
        var text = _environment.NewString("näh");
        var array = _environment.NewIntArray(4);
        _environment.SetIntArrayRegion(array, 1, 3, [7, 5, 3]);
        var numbers = new int[3];
        _environment.GetIntArrayRegion(array, 0, 3, numbers);
        var parent = _environment.GetSuperclass(_calc);
        var global = _environment.NewGlobalReference(parent);
        var result = $"{_environment.GetVersion() >= Version8} {_environment.GetStringLength(text)} {_environment.GetArrayLength(array)} {string.Join(',', numbers)}"
            + $" {_environment.IsSameObject(global, _environment.FindClass("java/lang/Object"))} {_environment.IsAssignableFrom(_calc, parent)}"
            + $" {_environment.IsAssignableFrom(parent, _calc)} {_environment.ExceptionOccurred()}";
        _environment.DeleteGlobalReference(global);
        _environment.DeleteLocalReference(text);
        return result;
    }
}
