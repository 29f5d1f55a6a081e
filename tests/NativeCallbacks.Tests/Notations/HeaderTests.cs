using System;
using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.Tests.Notations;

/// <summary>Prototypes as header files have them: with typedefs, macros and <c>va_list</c>.</summary>
public class HeaderTests
{
    public static TheoryData<int> Prototypes => new(Enumerable.Range(0, HeaderPrototypes.All.Length));

    [Theory]
    [MemberData(nameof(Prototypes))]
    public void Parse_OfAPrototypeFromAHeader_ShowsItsSignature(int index)
    {
        var (types, prototype, shown) = HeaderPrototypes.All[index];

        NativeSignature.Parse(types + prototype).ToString().Should().Be(shown);
    }

    [Fact]
    public void Prototypes_AreFifty() => HeaderPrototypes.All.Should().HaveCount(50);

    [Theory]
    [InlineData("typedef int64_t gint64; gint64 f(gint64)", "int64_t (*)(int64_t)")]
    [InlineData("typedef int a, *b, c[3]; void f(a, b, c)", "void (*)(int, int *, int *)")]
    [InlineData("typedef struct { double x, y; } point; point f(point p)", "struct { double x; double y; } (*)(struct { double x; double y; } p)")]
    [InlineData("struct point { double x, y; }; struct point f(struct point *p)", "struct point { double x; double y; } (*)(struct point { double x; double y; } *p)")]
    [InlineData("typedef struct node { struct node *next; int x; } node; int f(node *n)", "int (*)(struct node { struct node *next; int x; } *n)")]
    [InlineData("typedef enum { A, B = 3 } kind; enum color { RED }; enum color f(kind)", "enum color (*)(int)")]
    [InlineData("struct point; typedef struct point point; int f(point *)", "int (*)(struct point *)")]
    [InlineData("typedef double (*f)(double)", "double (*)(double)")]
    [InlineData("typedef double (*f)(double); f", "double (*)(double)")]
    [InlineData("typedef double f(double);", "double (*)(double)")]
    [InlineData("struct { double x; } f(int)", "struct { double x; } (*)(int)")]
    [InlineData("API int f(int x)", "int (*)(int x)")]
    [InlineData("API const char *f(void)", "const char *(*)(void)")]
    [InlineData("API EXTRA unsigned f(void) PURE NONNULL(1, 2);", "unsigned int (*)(void)")]
    [InlineData("API(2) int f(void)", "int (*)(void)")]
    [InlineData("foo const *f(foo const *)", "const foo *(*)(const foo *)")]
    [InlineData("foo *f(foo *bar)", "foo *(*)(foo *bar)")]
    [InlineData("void f(int (CALL *g)(int), int h)", "void (*)(int (*g)(int), int h)")]
    [InlineData("void f(const char *format, va_list)", "void (*)(const char *format, void *)")]
    public void Parse_WithTypesAndMacros_ReadsTheSignature(string text, string shown) => NativeSignature.Parse(text).ToString().Should().Be(shown);

    [Theory]
    [InlineData("typedef int a; b f(a)", "'b' is defined only in its header file; put its typedef before the prototype, or write the type behind it, such as 'int', 'void *' or 'struct b'")]
    [InlineData("typedef int; int f(int", "expected ')', found the end of the text")]
    [InlineData("typedef int a", "this does not declare a function")]
    [InlineData("typedef int a; ", "this does not declare a function")]
    [InlineData("typedef a b; void f(b)", "'a' is defined only in its header file")]
    public void Parse_OfTextThatIsNotASignature_SaysWhy(string text, string reason) =>
        FluentActions.Invoking(() => NativeSignature.Parse(text)).Should().Throw<FormatException>().WithMessage($"*{reason}*");

    [Fact]
    public void Parse_WithATable_KnowsItsNames()
    {
        var table = new Dictionary<string, string>
        {
            ["nlopt_func"] = "double (*)(unsigned n, const real *x)",
            ["real"] = "double",
            ["self"] = "struct self *",
            ["circle"] = "circle *",
            ["bad"] = "int int",
        };

        NativeSignature.Parse("real f(nlopt_func f, self s)", table).ToString()
            .Should().Be("double (*)(double (*f)(unsigned int n, const double *x), struct self *s)");
        NativeSignature.Parse("void f(circle c)", table).ToString().Should().Be("void (*)(circle *c)");
        FluentActions.Invoking(() => NativeSignature.Parse("void f(bad x)", table)).Should().Throw<FormatException>().WithMessage("'int int'*");
        FluentActions.Invoking(() => NativeSignature.Parse("void f(int)", null!)).Should().Throw<ArgumentNullException>().WithParameterName("typeNames");
    }

    /// <summary>Names of names of names would be more than memory holds.</summary>
    [Fact]
    public void Parse_OfTypesThatDouble_IsRefusedInTime()
    {
        var text = "typedef struct { int x; int y; } t0;" + string.Concat(Enumerable.Range(1, 60).Select(static i => $"typedef struct {{ t{i - 1} x; t{i - 1} y; }} t{i};"));

        FluentActions.Invoking(() => NativeSignature.Parse(text + "void f(t60 *)")).Should().Throw<FormatException>().WithMessage("*too many parts*");
    }
}
