using System;

namespace NativeCallbacks.Tests.Notations;

/// <summary>Signatures as Rust's sources have them and as <c>std::any::type_name</c> prints them.</summary>
public class RustNotationTests
{
    [Theory]
    [InlineData("unsafe extern \"C\" fn(*const f64, *mut f64, c_int, c_int) -> f64", "double (*)(const double *, double *, int, int)")]
    [InlineData("extern \"C\" fn(f64) -> f64", "double (*)(double)")]
    [InlineData("extern fn()", "void (*)(void)")]
    [InlineData("Option<unsafe extern \"C\" fn(i32)>", "void (*)(int32_t)")]
    [InlineData("core::option::Option<extern \"C\" fn(f64) -> f64>", "double (*)(double)")]
    [InlineData("pub unsafe extern \"C\" fn apply(input: *const f64, mut m: core::ffi::c_int) -> i64 {", "int64_t (*)(const double *input, int m)")]
    [InlineData("pub(crate) extern \"C\" fn f(a: libc::size_t, b: ::std::os::raw::c_long)", "void (*)(size_t a, long b)")]
    [InlineData("extern \"C\" fn(&f64, &'a mut u8, Option<&i16>, Box<f32>, core::ptr::non_null::NonNull<u32>)", "void (*)(const double *, uint8_t *, const int16_t *, float *, uint32_t *)")]
    [InlineData("for<'a, 'b> extern \"C\" fn(&'a f64, &'b f64) -> &'a f64", "const double *(*)(const double *, const double *)")]
    [InlineData("extern \"C\" fn(*mut c_void, *const *const c_char, *mut ())", "void (*)(void *, const char *const *, void *)")]
    [InlineData("extern \"C\" fn(kernels::Point, *mut [f64; 3]) -> num_complex::Complex<f64>", "double _Complex (*)(struct Point, double (*)[3])")]
    [InlineData("extern \"C\" fn(extern \"C\" fn(f64) -> f64, bool, char, usize, isize) -> !", "void (*)(double (*)(double), bool, char32_t, size_t, ptrdiff_t)")]
    [InlineData("extern \"system\" fn(u16)", "void (WINAPI *)(uint16_t)")]
    [InlineData("extern \"stdcall\" fn(u16)", "void (__stdcall *)(uint16_t)")]
    [InlineData("extern \"C\" fn(__stdcall: u16, double: f64, WINAPI: i8)", "void (*)(uint16_t __stdcall_, double double_, int8_t WINAPI_)")]
    [InlineData("unsafe extern \"C-unwind\" fn(u16,)", "void (*)(uint16_t)")]
    public void Parse_OfRust_GivesTheFunctionThatCSees(string text, string expected) =>
        NativeSignature.Parse(text).ToString().Should().Be(expected);

    [Theory]
    [InlineData("fn(f64) -> f64", 1, "the Rust ABI is unspecified")]
    [InlineData("unsafe fn(f64) -> f64", 8, "the Rust ABI is unspecified")]
    [InlineData("extern \"vectorcall\" fn(f64)", 8, "expected \"C\", \"system\", \"cdecl\", \"stdcall\" or \"thiscall\", found")]
    [InlineData("extern \"C\" fn(&[f64])", 16, "a pointer to '[…]' is two words in Rust")]
    [InlineData("extern \"C\" fn(&str)", 16, "a pointer to 'str' is two words in Rust")]
    [InlineData("extern \"C\" fn(*const dyn Fn)", 22, "a pointer to 'dyn' is two words in Rust")]
    [InlineData("extern \"C\" fn([f64; 3])", 15, "C does not pass arrays by value")]
    [InlineData("extern \"C\" fn(())", 15, "this type has no value that C could pass")]
    [InlineData("extern \"C\" fn(Option<f64>)", 15, "only an Option of a pointer has a C equivalent")]
    [InlineData("extern \"C\" fn(Vec<f64>)", 15, "'Vec' has no stable layout")]
    [InlineData("extern \"C\" fn(i128)", 15, "'i128' cannot be passed to .NET by value")]
    [InlineData("extern \"C\" fn(i32, ...)", 20, "a variadic function ('...') expects its arguments in other registers")]
    [InlineData("kernels::double_all", 1, "this is not a function pointer; cast a function to one")]
    [InlineData("extern \"C\" fn(f64", 18, "expected ',', found the end of the text")]
    [InlineData("extern \"C\" fn(f64) f64", 20, "expected the end, found 'f64'")]
    public void Parse_OfWhatCDoesNotPassAlike_SaysWhereAndWhy(string text, int character, string reason)
    {
        var parse = () => NativeSignature.Parse(text);

        parse.Should().Throw<FormatException>().Which.Message
            .Should().StartWith($"'{text}' cannot be read as a signature: at character {character}, {reason}");
    }
}
