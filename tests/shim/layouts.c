// Structs by value whose fields decide where they travel: integer registers, floating registers, one of each, memory.
#include <complex.h>
#include "shim.h"

double layout_weigh_int_double(int_double s) { return s.i + 2 * s.d; }
double layout_weigh_double_int(double_int s) { return s.d + 2.0 * s.i; }
double layout_weigh_int64_pair(int64_pair s) { return (double)s.a + 2.0 * (double)s.b; }
double layout_weigh_double_pair(double_pair s) { return s.x + 2 * s.y; }
double layout_weigh_double_quad(double_quad s) { return s.x + 2 * s.y + 3 * s.z + 4 * s.w; }
double layout_weigh_vector2(vector2 s) { return s.x + 2.0 * s.y; }
double layout_weigh_vector3(vector3 s) { return s.x + 2.0 * s.y + 3.0 * s.z; }
double layout_weigh_vector4(vector4 s) { return s.x + 2.0 * s.y + 3.0 * s.z + 4.0 * s.w; }
double layout_weigh_long_double_byte(long_double_byte s) { return (double)s.a + 2 * s.b + 3.0 * s.c; }
double layout_weigh_nested_small(nested_small s) { return s.inner.x + 2.0 * s.inner.y + 3.0 * s.tag; }
double layout_weigh_packed(packed s) { return s.tag + 2.0 * s.value; }
double layout_weigh_overlay(overlay s) { return s.as.number; }
double layout_weigh_complex128(complex128 s) { return creal(s) + 2 * cimag(s); }

double layout_weigh_nested_large(nested_large s)
{
    return s.head.i + 2 * s.head.d + 3.0 * s.middle.x + 4.0 * s.middle.y + 5 * s.tail.d + 6.0 * s.tail.i;
}

double layout_weigh_guid(guid s)
{
    double sum = s.a + 2.0 * s.b + 3.0 * s.c;
    for (int i = 0; i < 8; i++)
        sum += (4.0 + i) * s.d[i];
    return sum;
}

#define FUNCTIONS(type)                                                                              \
    double layout_around_##type(int8_t head, type first, double between, type second, int16_t tail)  \
    {                                                                                                \
        return head + 2 * layout_weigh_##type(first) + 3 * between + 4 * layout_weigh_##type(second) + 5 * tail; \
    }                                                                                                \
                                                                                                     \
    type layout_pick_##type(int32_t index, type first, type second) { return index == 0 ? first : second; }

SHIM_LAYOUTS(FUNCTIONS)

int_double layout_make_int_double(int32_t i, double d) { return (int_double){ i, d }; }
double_int layout_make_double_int(double d, int32_t i) { return (double_int){ d, i }; }
int64_pair layout_make_int64_pair(int64_t a, int64_t b) { return (int64_pair){ a, b }; }
double_pair layout_make_double_pair(double x, double y) { return (double_pair){ x, y }; }
double_quad layout_make_double_quad(double x, double y, double z, double w) { return (double_quad){ x, y, z, w }; }
vector2 layout_make_vector2(float x, float y) { return (vector2){ x, y }; }
vector3 layout_make_vector3(float x, float y, float z) { return (vector3){ x, y, z }; }
vector4 layout_make_vector4(float x, float y, float z, float w) { return (vector4){ x, y, z, w }; }
long_double_byte layout_make_long_double_byte(int64_t a, double b, int8_t c) { return (long_double_byte){ a, b, c }; }
nested_small layout_make_nested_small(float x, float y, int32_t tag) { return (nested_small){ { x, y }, tag }; }
packed layout_make_packed(uint8_t tag, uint32_t value) { return (packed){ tag, value }; }
overlay layout_make_overlay(int64_t bits) { return (overlay){ { .bits = bits } }; }

nested_large layout_make_nested_large(int32_t i1, double d1, float x, float y, double d2, int32_t i2)
{
    return (nested_large){ { i1, d1 }, { x, y }, { d2, i2 } };
}

complex128 layout_make_complex128(double re, double im)
{
    // CMPLX is not to be had with every clang, and re + im * I is wrong for infinities.
    const union { double parts[2]; complex128 whole; } s = { { re, im } };
    return s.whole;
}

guid layout_make_guid(void)
{
    return (guid){ 0x00112233, 0x4455, 0x6677, { 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff } };
}

double layout_after_5_integers(int64_t a1, int64_t a2, int64_t a3, int64_t a4, int64_t a5, int64_pair a6, int64_t a7)
{
    return (double)(a1 + 2 * a2 + 3 * a3 + 4 * a4 + 5 * a5 + 7 * a7) + 6 * layout_weigh_int64_pair(a6);
}

double layout_after_7_doubles(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
                              double_pair a8, double a9)
{
    return a1 + 2 * a2 + 3 * a3 + 4 * a4 + 5 * a5 + 6 * a6 + 7 * a7 + 8 * layout_weigh_double_pair(a8) + 9 * a9;
}

double layout_after_6_integers(int64_t a1, int64_t a2, int64_t a3, int64_t a4, int64_t a5, int64_t a6,
                               int_double a7, double a8)
{
    return (double)(a1 + 2 * a2 + 3 * a3 + 4 * a4 + 5 * a5 + 6 * a6) + 7 * layout_weigh_int_double(a7) + 8 * a8;
}

complex128 layout_complex_multiply(complex128 a, complex128 b) { return a * b; }

complex128 layout_complex_conjugate_minus(complex128 a, complex128 b) { return conj(a) - b; }
