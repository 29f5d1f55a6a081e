using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace NativeCallbacks.Tests.Notations;

/// <summary>Random texts for those who read signatures: noise, words in any order, and signatures with something changed.</summary>
internal static class SignatureTexts
{
    /// <summary>Signatures in all notations, long and short.</summary>
    public static readonly string[] Valid =
    [
        "void (*)(const double *input, double *output, int m, int n)",
        "double f(double)",
        "int32_t cb(void *user, size_t n)",
        "void (*signal(int sig, void (*func)(int)))(int)",
        "struct { double x, *y; int z[3]; } f(struct point p, union { int i; float f; } u, enum color c)",
        "unsigned long long f(const char *const *names, double _Complex z, int (*compare)(const void *, const void *))",
        "int (__stdcall *f)(double x[restrict static 10], double y[][3]) /* comment */ ;",
        "(float64*, float64*, int32, int32) -> none",
        "(Record(a[type=float64;offset=0],b[type=int32;offset=8];16;True)*, UniTuple(float64 x 2)) -> Tuple(float64, int32)",
        "float64(float64, intc)",
        "void(CPointer(CPointer(complex64)), voidptr)",
        "unsafe extern \"C\" fn(*const f64, *mut f64, c_int, core::ffi::c_int) -> f64",
        "core::option::Option<for<'a> extern \"system\" fn(&'a mut [f64; 3], num_complex::Complex<f64>) -> *const *mut ()>",
        "pub(crate) extern \"C\" fn apply(input: Option<&f64>, f: extern \"C\" fn(f64) -> f64) -> ! {",
    ];

    /// <summary>What signatures are made of.</summary>
    private static readonly string[] Words =
    [
        .. Valid.SelectMany(static text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        "(", ")", "*", "[", "]", "{", "}", "<", ">", ",", ";", ":", "::", "->", "...", "&", "'", "\"", "!", "=", "/*", "*/", "//", "\n", "\0",
        "0", "3", "2147483648", "const", "long", "unsigned", "signed", "_Complex", "long double", "__fastcall", "WINAPI", "x", "dyn", "str",
        "none", "complex64", "float16", "array", "Vec", "i128", "é", "\ud83e", "𝔽",
    ];

    /// <summary>Any text at all.</summary>
    public static Gen<string> Noise => ArbMap.Default.GeneratorFor<string>().Select(static text => text ?? "");

    /// <summary>Up to 40 words in any order, with spaces or without.</summary>
    public static Gen<string> Jumble =>
        from separator in Gen.Elements("", " ")
        from count in Gen.Choose(0, 40)
        from words in Gen.ArrayOf(Gen.Elements(Words), count)
        select string.Join(separator, words);

    /// <summary>A signature with up to six places deleted, doubled, replaced or exchanged.</summary>
    public static Gen<string> Mutated =>
        from text in Gen.Elements(Valid)
        from count in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 6)))
        from changes in Gen.ArrayOf(Change, count)
        select changes.Aggregate(text, static (changed, change) => change(changed));

    /// <summary>Signatures of C that are right, with types of every kind.</summary>
    public static Gen<string> Drawn => Function("f", 3);

    /// <summary>All of these.</summary>
    public static Gen<string> Any => Gen.Frequency((1, Noise), (2, Jumble), (4, Mutated), (3, Drawn));

    private static Gen<string> Function(string declarator, int levels) =>
        from result in Gen.Elements("void", "int", "const char *", "struct point", "double _Complex")
        from count in Gen.Choose(0, 4)
        from parameters in Gen.ArrayOf(Parameter(levels), count)
        select $"{result} {declarator}({string.Join(", ", parameters)})";

    private static Gen<string> Parameter(int levels)
    {
        var plain =
            from type in Gen.Elements("int", "unsigned long", "size_t", "const double", "bool", "wchar_t", "struct point", "intptr_t", "enum color")
            from declarator in Gen.Elements("", "x", "*x", "*const *x", "x[3]", "(*x)[2][4]")
            select $"{type} {declarator}";
        var members =
            from count in Gen.Choose(0, 3)
            from types in Gen.ArrayOf(Gen.Elements("float", "int64_t", "void *"), count)
            select $"struct {{ {string.Concat(types.Select(static (type, index) => $"{type} m{index}; "))}}} x";
        return levels == 0
            ? plain
            : Gen.Frequency((4, plain), (1, members), (1, Function("(*x)", levels - 1)), (1, Function("x", levels - 1)), (1, Function("(__stdcall **x)", levels - 1)));
    }

    private static Gen<Func<string, string>> Change =>
        from kind in Gen.Choose(0, 3)
        from place in Gen.Choose(0, 1000)
        from length in Gen.Choose(1, 12)
        from word in Gen.Elements(Words)
        select new Func<string, string>(text =>
        {
            var start = text.Length == 0 ? 0 : place % text.Length;
            var end = Math.Min(start + length, text.Length);
            return kind switch
            {
                0 => text.Remove(start, end - start),
                1 => text.Insert(end, text[start..end]),
                2 => text.Insert(start, word),
                _ => text[..start] + word + text[end..],
            };
        });
}
