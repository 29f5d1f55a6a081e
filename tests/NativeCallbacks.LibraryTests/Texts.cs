namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>char *getenv(const char *name)</c>, whose text belongs to the environment.</summary>
[NativeSignature]
internal delegate string? GetVariable(string name);

/// <summary>C: <c>int setenv(const char *name, const char *value, int overwrite)</c></summary>
[NativeSignature(SetLastError = true)]
[return: StatusCode]
internal delegate int SetVariable(string name, string value, int overwrite = 1);

/// <summary>C: <c>void *memchr(const void *s, int c, size_t n)</c></summary>
[NativeSignature]
internal delegate nint FindByte([Shape(nameof(bytes), InBytes = true)] ReadOnlySpan<ushort> memory, int value, nuint bytes);

/// <summary>C: <c>size_t fread(void *ptr, size_t size, size_t n, FILE *stream)</c></summary>
[NativeSignature]
internal delegate nuint ReadFile([Shape(nameof(size), nameof(count), InBytes = true)] Span<int> items, nuint size, nuint count, FileHandle file);

/// <summary>C: <c>FILE *fopen(const char *path, const char *mode)</c></summary>
[NativeSignature(SetLastError = true)]
[return: StatusCode(StatusConvention.NonNullIsSuccess)]
internal delegate FileHandle OpenFile(string path, string mode = "rb");

/// <summary>C: <c>int fclose(FILE *stream)</c></summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate int CloseFile(nint file);

/// <summary>C: <c>int execv(const char *pathname, char *const argv[])</c>, which returns only if it fails.</summary>
[NativeSignature(SetLastError = true)]
internal delegate int ReplaceProgram(string path, [UncheckedShape] ReadOnlySpan<string> arguments);

/// <summary>A <c>FILE *</c>.</summary>
internal sealed class FileHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => LibCTexts.Close.Invoke(handle) == 0;
}

/// <summary>Functions of the C library with text, handles and counts of bytes.</summary>
internal static class LibCTexts
{
    private static readonly NativeModule Module = NativeModule.Load(LibC.FileName);

    public static NativeCallback<GetVariable> GetVariable { get; } = Module.Bind<GetVariable>("getenv", "char *getenv(const char *name)");

    public static NativeCallback<SetVariable> SetVariable { get; } =
        Module.Bind<SetVariable>("setenv", "int setenv(const char *name, const char *value, int overwrite)");

    public static NativeCallback<FindByte> FindByte { get; } = Module.Bind<FindByte>("memchr", "void *memchr(const void *s, int c, size_t n)");

    public static NativeCallback<OpenFile> Open { get; } = Module.Bind<OpenFile>("fopen", "struct FILE *fopen(const char *path, const char *mode)");

    public static NativeCallback<ReadFile> Read { get; } =
        Module.Bind<ReadFile>("fread", "size_t fread(void *ptr, size_t size, size_t n, struct FILE *stream)");

    public static NativeCallback<ReplaceProgram> ReplaceProgram { get; } =
        Module.Bind<ReplaceProgram>("execv", "int execv(const char *pathname, char *const argv[])");

    public static NativeCallback<CloseFile> Close { get; } = Module.Bind<CloseFile>("fclose", "int fclose(struct FILE *stream)");
}

/// <summary>C: <c>gchar *g_strjoinv(const gchar *separator, gchar **str_array)</c>, whose text the caller frees.</summary>
[NativeSignature]
internal delegate Utf8Pointer GlibJoinTexts(string separator, [UncheckedShape] ReadOnlySpan<string> texts);

/// <summary>C: <c>gchar *g_utf16_to_utf8(const gunichar2 *str, glong len, glong *items_read, glong *items_written, GError **error)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNullIsSuccess)]
internal delegate Utf8Pointer GlibToUtf8([MarshalAs(UnmanagedType.LPWStr)] string text, CLong length, out CLong read, out CLong written, out nint error);

/// <summary>C: <c>void g_free(gpointer mem)</c></summary>
[NativeSignature]
internal delegate void GlibFree(Utf8Pointer text);

/// <summary>Functions of GLib with text.</summary>
internal static class GlibTexts
{
    public const string FileName = "libglib-2.0.so.0";

    private static readonly NativeModule Module = NativeModule.Load(FileName);

    public static NativeCallback<GlibJoinTexts> Join { get; } = Module.GetCallback<GlibJoinTexts>("g_strjoinv");

    public static NativeCallback<GlibToUtf8> ToUtf8 { get; } = Module.GetCallback<GlibToUtf8>("g_utf16_to_utf8");

    public static NativeCallback<GlibFree> Free { get; } = Module.GetCallback<GlibFree>("g_free");
}

/// <summary>C: <c>int git_repository_open(git_repository **out, const char *path)</c>, and <c>git_repository_init</c> with a flag.</summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int GitOpen(out GitRepository repository, string path);

[NativeSignature]
[return: StatusCode(StatusConvention.NonNegativeIsSuccess)]
internal delegate int GitInit(out GitRepository repository, string path, uint isBare = 0);

/// <summary>C: <c>const char *git_repository_workdir(const git_repository *repo)</c></summary>
[NativeSignature]
internal delegate string? GitFolder(GitRepository repository);

/// <summary>C: <c>const git_error *git_error_last(void)</c></summary>
[NativeSignature]
[return: StatusCode(StatusConvention.NonNullIsSuccess)]
internal delegate nint GitLastError();

/// <summary>C: <c>void git_repository_free(git_repository *repo)</c></summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate void GitFree(nint repository);

/// <summary>C: <c>int git_libgit2_init(void)</c></summary>
[NativeSignature]
internal delegate int GitStart();

/// <summary>C: <c>typedef struct { char *message; int klass; } git_error;</c></summary>
internal readonly record struct GitError(Utf8Pointer Message, int Class);

/// <summary>A repository of libgit2.</summary>
internal sealed class GitRepository() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Git.Free.Invoke(handle);
        return true;
    }
}

/// <summary>libgit2.</summary>
internal static class Git
{
    public const string FileName = "libgit2.so.1.5";

    private static readonly NativeModule Module = Start();

    public static NativeCallback<GitOpen> Open { get; } = Module.GetCallback<GitOpen>("git_repository_open");

    public static NativeCallback<GitInit> Init { get; } = Module.GetCallback<GitInit>("git_repository_init");

    public static NativeCallback<GitFolder> Folder { get; } = Module.GetCallback<GitFolder>("git_repository_workdir");

    public static NativeCallback<GitLastError> LastError { get; } = Module.GetCallback<GitLastError>("git_error_last");

    public static NativeCallback<GitFree> Free { get; } = Module.GetCallback<GitFree>("git_repository_free");

    private static NativeModule Start()
    {
        var module = NativeModule.Load(FileName);
        module.GetCallback<GitStart>("git_libgit2_init").Invoke();
        return module;
    }
}
