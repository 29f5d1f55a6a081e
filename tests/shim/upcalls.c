// Calls of handlers: C calls f with arguments that a test knows, and tells what f gave.
#include "errors.h"
#include "shim.h"

#define FUNCTIONS(name, type)                                                                      \
    type upcall_##name(type (*f)(type, type), type a, type b) { return f(a, b); }                  \
    type upcall_user_##name(type (*f)(type, type, void *), type a, type b, void *user) { return f(a, b, user); }
SHIM_INTEGERS(FUNCTIONS)
SHIM_FLOATS(FUNCTIONS)
#undef FUNCTIONS

#define FUNCTIONS(type)                                                                            \
    type upcall_mix_##type(type (*f)(int8_t, type, double, type, int16_t),                         \
                           int8_t head, type first, double between, type second, int16_t tail)     \
    {                                                                                              \
        return f((int8_t)(head + 1), second, -between, first, (int16_t)(tail - 1));                \
    }                                                                                              \
                                                                                                   \
    type upcall_user_mix_##type(type (*f)(void *, int8_t, type, double, type, int16_t), void *user, \
                                int8_t head, type first, double between, type second, int16_t tail) \
    {                                                                                              \
        return f(user, (int8_t)(head + 1), second, -between, first, (int16_t)(tail - 1));          \
    }
#define SIZED(size) FUNCTIONS(bytes##size)
SHIM_SIZES(SIZED)
SHIM_LAYOUTS(FUNCTIONS)
#undef SIZED
#undef FUNCTIONS

level upcall_enum(level (*f)(level, level), level a, level b) { return f(a, b); }

void upcall_void(void (*f)(int64_t, int64_t), int64_t a, int64_t b) { f(a, b); }

double upcall_mixed_20(double (*f)(SHIM_MIXED_20))
{
    return f(-1, 2.5, -3, 4.5F, -500000000000, 6.25, -700, 8.5F, 209, 10.125, 4000000011, 12.5F, -13, 14.75, 60015,
             16.5F, -17, 18.875, 1900000000000, 20.5F);
}

double upcall_user_mixed_20(double (*f)(void *, SHIM_MIXED_20), void *user)
{
    return f(user, -1, 2.5, -3, 4.5F, -500000000000, 6.25, -700, 8.5F, 209, 10.125, 4000000011, 12.5F, -13, 14.75, 60015,
             16.5F, -17, 18.875, 1900000000000, 20.5F);
}

int64_t upcall_references(reference_function *f, int32_t mask, int64_t in, int64_t *inout, int64_t *out)
{
    return f((mask & 1) ? NULL : &in, (mask & 2) ? NULL : inout, (mask & 4) ? NULL : out);
}

double upcall_cells(cell_function *f, int32_t is_null, int32_t m, int64_t n)
{
    static const double cells[60] = { 1, -2, 3, -4, 5, -6, 7, -8, 9, -10, 11, -12, 13, -14, 15, -16, 17, -18, 19, -20,
                                      21, -22, 23, -24, 25, -26, 27, -28, 29, -30 };
    return f(is_null ? NULL : cells, m, n);
}

double upcall_tensor(double (*f)(double *, int32_t, int64_t), double *cells, int32_t m, int64_t n) { return f(cells, m, n); }

int32_t upcall_counted(counted_function *f, int32_t mask, int32_t n, int64_t rest, int32_t *written)
{
    static const uint8_t values[4] = { 200, 100, 50, 25 };
    return f((mask & 1) ? NULL : values, (mask & 2) ? NULL : &n, (mask & 4) ? NULL : written, rest);
}

double upcall_objective(objective *f, uint32_t n, const double *x, double *gradient, void *data)
{
    return f(n, x, gradient, data);
}

int64_t upcall_text(text_function *f, int32_t which)
{
    static const char *const texts[] = {
        NULL, "", "plain ASCII", "na\xc3\xafve \xe2\x88\x91 \xf0\x9f\x9a\x80", "broken \xff here", "cut \xe2\x88",
    };
    return f(texts[which], which + 100);
}

int32_t upcall_bool(bool_function *f, uint8_t a, int32_t b) { return f(a, b); }

int32_t upcall_bool_wide(bool_function_wide *f, int32_t a, uint8_t b) { return f(a, b); }

double upcall_choose(choose_function *f, int32_t index, double x)
{
    scalar_function *chosen = f(callback_choose(index), index);
    return chosen == NULL ? -1 : chosen(x);
}

double upcall_table(double (*f)(callback_table, double), int32_t first, double scale, int32_t second, double x)
{
    return f((callback_table){ callback_choose(first), scale, callback_choose(second) }, x);
}

int64_t upcall_recurse(recursive_function *f, int32_t depth, void *user) { return f(depth, user); }

int64_t upcall_sum(count_function *f, int32_t times, void *user)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < times; i++)
        sum += f(i, user);
    return sum;
}

int64_t upcall_sum_plain(plain_count_function *f, int32_t times)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < times; i++)
        sum += f(i);
    return sum;
}

int64_t upcall_two(plain_count_function *f, plain_count_function *g, int32_t i) { return 2 * f(i) - g(i); }

int32_t upcall_registered(const registration *r, int32_t i, int32_t error)
{
    int64_t result = r->f(i, r->user);
    set_system_error(error);
    return (int32_t)result;
}

int32_t upcall_then_errno(plain_count_function *f, int32_t i, int32_t error)
{
    int64_t result = f(i);
    set_system_error(error);
    return (int32_t)result;
}
