using System;

namespace NativeCallbacks.Tests.Notations;

/// <summary>Signatures in C notation, as they stand in headers.</summary>
public class CNotationTests
{
    [Theory]
    [InlineData("void (*)(const double *in, double *out, int m, int n)", "void (*)(const double *in, double *out, int m, int n)")]
    [InlineData("double f(double)", "double (*)(double)")]
    [InlineData("double(double)", "double (*)(double)")]
    [InlineData("void f(void);", "void (*)(void)")]
    [InlineData("void f()", "void (*)(void)")]
    [InlineData("int32_t cb(void *user, size_t n)", "int32_t (*)(void *user, size_t n)")]
    [InlineData("extern double const * f ( double const * restrict x )", "const double *(*)(const double *x)")]
    [InlineData("typedef double (*Function)(double x);", "double (*)(double x)")]
    [InlineData("static inline int f(register int x)", "int (*)(int x)")]
    public void Parse_OfAPrototype_GivesAPointerToTheFunction(string text, string expected) =>
        NativeSignature.Parse(text).ToString().Should().Be(expected);

    [Theory]
    [InlineData("unsigned long long", "unsigned long long")]
    [InlineData("long unsigned int long", "unsigned long long")]
    [InlineData("int long unsigned", "unsigned long")]
    [InlineData("signed", "int")]
    [InlineData("unsigned", "unsigned int")]
    [InlineData("short signed int", "short")]
    [InlineData("char signed", "signed char")]
    [InlineData("volatile const int", "int")]
    [InlineData("double _Complex", "double _Complex")]
    [InlineData("complex double", "double _Complex")]
    [InlineData("_Bool", "_Bool")]
    [InlineData("enum color", "enum color")]
    [InlineData("struct point", "struct point")]
    [InlineData("struct point { double x, *y; int z[3]; }", "struct point { double x; double *y; int z[3]; }")]
    [InlineData("union { int i; float f; }", "union { int i; float f; }")]
    public void Parse_OfATypeInAnyLegalOrder_GivesItsUsualName(string type, string expected) =>
        NativeSignature.Parse($"void f({type})").ToString().Should().Be($"void (*)({expected})");

    [Theory]
    [InlineData("double x[]", "double *x")]
    [InlineData("const double x[restrict static 10]", "const double *x")]
    [InlineData("double x[][3]", "double (*x)[3]")]
    [InlineData("char *argv[]", "char **argv")]
    [InlineData("const char *const *names", "const char *const *names")]
    [InlineData("struct node *next", "struct node *next")]
    [InlineData("FILE *file", "FILE *file")]
    [InlineData("int compare(const void *, const void *)", "int (*compare)(const void *, const void *)")]
    [InlineData("int (*compare)(const void *a, const void *b)", "int (*compare)(const void *a, const void *b)")]
    [InlineData("void (**handlers)(int)", "void (**handlers)(int)")]
    [InlineData("void (*(*f)(int))(double)", "void (*(*f)(int))(double)")]
    [InlineData("double (*(*table)[4])(int)", "double (*(*table)[4])(int)")]
    [InlineData("int (x)", "int x")]
    [InlineData("double /* may be NULL */ *gradient // last", "double *gradient")]
    public void Parse_OfADeclarator_ReadsItFromTheInsideOut(string parameter, string expected) =>
        NativeSignature.Parse($"void f({parameter}\n)").ToString().Should().Be($"void (*)({expected})");

    [Fact]
    public void Parse_OfAFunctionThatReturnsAFunction_KeepsBothLists() =>
        NativeSignature.Parse("void (*signal(int sig, void (*func)(int)))(int)").ToString()
            .Should().Be("void (*(*)(int sig, void (*func)(int)))(int)");

    [Theory]
    [InlineData("int __stdcall f(int)", "int (__stdcall *)(int)")]
    [InlineData("int (__stdcall *f)(int)", "int (__stdcall *)(int)")]
    [InlineData("int (WINAPI *)(int)", "int (WINAPI *)(int)")]
    [InlineData("int CALLBACK f(int)", "int (WINAPI *)(int)")]
    [InlineData("void f(int (__thiscall *g)(void))", "void (*)(int (__thiscall *g)(void))")]
    [InlineData("int (__stdcall f)(int)", "int (__stdcall *)(int)")]
    [InlineData("int * __stdcall f(int)", "int *(__stdcall *)(int)")]
    [InlineData("int (__stdcall *(*f)(double))(int)", "int (__stdcall *(*)(double))(int)")]
    [InlineData("int (*(__stdcall *f)(double))(int)", "int (*(__stdcall *)(double))(int)")]
    [InlineData("int (*__stdcall f(double))(int)", "int (*(__stdcall *)(double))(int)")]
    [InlineData("int (__cdecl *f)(int)", "int (*)(int)")]
    public void Parse_OfAConvention_KeepsIt(string text, string expected) =>
        NativeSignature.Parse(text).ToString().Should().Be(expected);

    [Theory]
    [InlineData("void f(duoble x)", 8, "'duoble' is defined only in its header file")]
    [InlineData("nlopt_result f(int)", 14, "'nlopt_result' is defined only in its header file")]
    [InlineData("void f(int, ...)", 13, "a variadic function ('...') expects its arguments in other registers")]
    [InlineData("void f(long double x)", 8, "'long double' has no .NET equivalent")]
    [InlineData("void f(long float x)", 8, "'long float' is not a C type")]
    [InlineData("void f(signed double x)", 8, "'signed double' is not a C type")]
    [InlineData("void f(int _Complex x)", 8, "'int _Complex' is not a C type")]
    [InlineData("void f(short long x)", 8, "'short long' is not a C type")]
    [InlineData("void f(int, void)", 13, "'void' is not a value")]
    [InlineData("void f(int", 11, "expected ')', found the end of the text")]
    [InlineData("void f(int x y)", 14, "expected ')', found 'y'")]
    [InlineData("void f(int) int", 13, "expected the end, found 'int'")]
    [InlineData("int x", 1, "this does not declare a function")]
    [InlineData("void (**f)(int)", 1, "this does not declare a function")]
    [InlineData("int f(int)[3]", 5, "a function cannot return an array")]
    [InlineData("int f[3](int)", 5, "a function is not a value")]
    [InlineData("int __fastcall f(int)", 5, "functions with '__fastcall' cannot be called from .NET")]
    [InlineData("__attribute__((ms_abi)) int f(int)", 1, "'__attribute__' is not supported")]
    [InlineData("void f(struct { int a : 3; } x)", 23, "expected ';', found ':'")]
    [InlineData("", 1, "expected a signature in the notation of C, Numba or Rust, found the end of the text")]
    [InlineData("/* nothing */", 14, "expected a signature in the notation of C, Numba or Rust, found the end of the text")]
    public void Parse_OfTextThatIsNotASignature_SaysWhereAndWhy(string text, int character, string reason)
    {
        var parse = () => NativeSignature.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage($"'{text}' cannot be read as a signature: at character {character}, {reason}*");
        NativeSignature.TryParse(text, out var signature).Should().BeFalse();
        signature.Should().BeNull();
    }

    [Fact]
    public void Parse_OfNull_ThrowsArgumentNullException()
    {
        FluentActions.Invoking(() => NativeSignature.Parse(null!)).Should().Throw<ArgumentNullException>().WithParameterName("text");
        NativeSignature.TryParse(null, out var signature).Should().BeFalse();
        signature.Should().BeNull();
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("void (*f)(", ")")]
    [InlineData("struct { ", " x; }")]
    [InlineData("*", "")]
    [InlineData("CPointer(", ")")]
    [InlineData("Option<", ">")]
    public void Parse_OfEndlessNesting_IsAFormatException(string opening, string closing)
    {
        const int Levels = 100_000;
        var nested = string.Concat(System.Linq.Enumerable.Repeat(opening, Levels))
            + "int" + string.Concat(System.Linq.Enumerable.Repeat(closing, Levels));
        string[] texts = [$"void f({nested})", $"float64({nested})", $"extern \"C\" fn({nested})", nested];
        foreach (var text in texts)
        {
            NativeSignature.TryParse(text, out _).Should().BeFalse();
        }
    }
}
