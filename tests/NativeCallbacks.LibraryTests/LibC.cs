namespace NativeCallbacks.LibraryTests;

/// <summary>C: <c>int (*compar)(const void *, const void *)</c>, of integers.</summary>
[NativeSignature]
internal delegate int CompareInts(in int a, in int b);

/// <summary>C: <c>int (*compar)(const void *, const void *, void *)</c>, of integers.</summary>
[NativeSignature]
internal delegate int CompareIntsInContext(in int a, in int b, [UserData] nint data);

/// <summary>
/// C: <c>int (*fn)(const char *fpath, const struct stat *sb, int typeflag, struct FTW *ftwbuf)</c>. What is not zero ends the walk.
/// </summary>
[NativeSignature]
internal delegate int VisitFile(string path, nint status, int kind, in TreePlace place);

/// <summary>The same function, for which the walk ends at a fault.</summary>
[NativeSignature]
[return: FaultResult(-1)]
internal delegate int VisitFileOrStop(string path, nint status, int kind, in TreePlace place);

/// <summary>C: <c>struct FTW</c></summary>
internal readonly record struct TreePlace(int Base, int Level);

/// <summary>C: <c>void qsort(void *base, size_t nmemb, size_t size, int (*compar)(const void *, const void *))</c></summary>
[NativeSignature]
internal delegate void SortInts([Shape(nameof(count), nameof(size), InBytes = true)] Span<int> items, nuint count, nuint size, NativeCallback<CompareInts> compare);

/// <summary>
/// C: <c>void qsort_r(void *base, size_t nmemb, size_t size, int (*compar)(const void *, const void *, void *), void *arg)</c>
/// </summary>
[NativeSignature]
internal delegate void SortIntsInContext(
    [Shape(nameof(count), nameof(size), InBytes = true)] Span<int> items,
    nuint count,
    nuint size,
    NativeCallback<CompareIntsInContext> compare,
    [UserData(nameof(compare))] nint data);

/// <summary>A function and its context, as structs of callbacks have them.</summary>
internal readonly record struct Comparison(NativeCallback<CompareIntsInContext> Compare, nint Data);

/// <summary>
/// <c>qsort_r</c> with its last two arguments in a struct by value. C passes a struct of two pointers as it passes two pointers, on
/// x86-64 (System V) and on arm64.
/// </summary>
[NativeSignature]
internal delegate void SortIntsByStruct([Shape(nameof(count), nameof(size), InBytes = true)] Span<int> items, nuint count, nuint size, Comparison comparison);

/// <summary>
/// C: <c>void *bsearch(const void *key, const void *base, size_t nmemb, size_t size, int (*compar)(const void *, const void *))</c>
/// </summary>
[NativeSignature]
internal delegate nint SearchInts(
    in int key, [Shape(nameof(count), nameof(size), InBytes = true)] ReadOnlySpan<int> items, nuint count, nuint size, NativeCallback<CompareInts> compare);

/// <summary>C: <c>int nftw(const char *dirpath, int (*fn)(…), int nopenfd, int flags)</c></summary>
[NativeSignature]
internal delegate int WalkTree(string path, NativeCallback<VisitFile> visit, int descriptors, int flags);

/// <summary>The same function, for handlers after whose fault the walk ends.</summary>
[NativeSignature]
internal delegate int WalkTreeOrStop(string path, NativeCallback<VisitFileOrStop> visit, int descriptors, int flags);

/// <summary>The C library.</summary>
internal static class LibC
{
    public const string FileName = "libc.so.6";

    private static readonly NativeModule Module = NativeModule.Load(FileName);

    public static NativeCallback<SortInts> Sort { get; } = Module.GetCallback<SortInts>("qsort");

    public static NativeCallback<SortIntsInContext> SortInContext { get; } = Module.GetCallback<SortIntsInContext>("qsort_r");

    public static NativeCallback<SortIntsByStruct> SortByStruct { get; } = Module.GetCallback<SortIntsByStruct>("qsort_r");

    public static NativeCallback<SearchInts> Search { get; } = Module.GetCallback<SearchInts>("bsearch");

    public static NativeCallback<WalkTree> Walk { get; } = Module.GetCallback<WalkTree>("nftw");

    public static NativeCallback<WalkTreeOrStop> WalkOrStop { get; } = Module.GetCallback<WalkTreeOrStop>("nftw");
}
