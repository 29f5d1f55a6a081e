// Spans of one dimension: every type of count, every type of element, and what becomes of the pointer.
#include "shim.h"

#define COUNTED(name, type)                                              \
    double buffer_counted_by_##name(const double *values, type n)        \
    {                                                                    \
        double sum = 0;                                                  \
        for (type i = 0; i < n; i++)                                     \
            sum += values[i] * ((double)i + 1);                          \
        return sum;                                                      \
    }
SHIM_INTEGERS(COUNTED)

// `wide` is the type of sums; uint64_t, because its overflow is defined.
#define ELEMENTS(name, type, wide, result)                               \
    result buffer_weigh_##name(const type *values, int32_t n)            \
    {                                                                    \
        wide sum = 0;                                                    \
        for (int32_t i = 0; i < n; i++)                                  \
            sum += (wide)values[i] * (wide)(i + 1);                      \
        return (result)sum;                                              \
    }                                                                    \
                                                                         \
    void buffer_ramp_##name(type first, type *out, int32_t n)            \
    {                                                                    \
        for (int32_t i = 0; i < n; i++)                                  \
            out[i] = (type)((wide)first - 3 * (wide)i);                  \
    }
#define INTEGER_ELEMENTS(name, type) ELEMENTS(name, type, uint64_t, int64_t)
#define FLOAT_ELEMENTS(name, type) ELEMENTS(name, type, double, double)
SHIM_INTEGERS(INTEGER_ELEMENTS)
SHIM_FLOATS(FLOAT_ELEMENTS)

double buffer_dot(int32_t n, const double *x, const double *y)
{
    double sum = 0;
    for (int32_t i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}

void buffer_minus(const double *x, const double *y, double *out, int32_t n)
{
    for (int32_t i = 0; i < n; i++)
        out[i] = 2 * x[i] - y[i];
}

double buffer_weigh_3(const double *values) { return values[0] + 2 * values[1] + 3 * values[2]; }

double buffer_weigh_to_zero(const double *values)
{
    double sum = 0;
    for (int32_t i = 0; values[i] != 0; i++)
        sum += values[i] * (i + 1);
    return sum;
}

double buffer_weigh_counted_in(const double *values, const int32_t *n) { return buffer_counted_by_int32(values, *n); }

int32_t buffer_null_mask(const double *first, int32_t m, double *second, int32_t n)
{
    (void)m;
    (void)n;
    return (first == NULL ? 1 : 0) + (second == NULL ? 2 : 0);
}

uintptr_t buffer_address(const double *values, int32_t n)
{
    (void)n;
    return (uintptr_t)values;
}

uintptr_t buffer_address_out(double *values, int32_t n) { return buffer_address(values, n); }
