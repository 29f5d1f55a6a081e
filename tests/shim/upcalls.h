// Part of shim.h: functions that call handlers of the tests, and tell what they gave.
#ifndef SHIM_UPCALLS_H
#define SHIM_UPCALLS_H

// ── upcalls.c: functions that call handlers of the tests ────────────────────────────────────────────────────────────

// upcall_int8(f, a, b) … = f(a, b); upcall_user_int8(f, a, b, user) … = f(a, b, user)
#define SHIM_DECLARE(name, type)                                  \
    type upcall_##name(type (*f)(type, type), type a, type b);    \
    type upcall_user_##name(type (*f)(type, type, void *), type a, type b, void *user);
SHIM_INTEGERS(SHIM_DECLARE)
SHIM_FLOATS(SHIM_DECLARE)
#undef SHIM_DECLARE

// upcall_mix_bytes5(f, head, first, between, second, tail) … = f(head + 1, second, -between, first, tail - 1);
// upcall_user_mix_…(f, user, …): the context comes first
#define SHIM_DECLARE(type)                                                                         \
    type upcall_mix_##type(type (*f)(int8_t, type, double, type, int16_t),                         \
                           int8_t head, type first, double between, type second, int16_t tail);    \
    type upcall_user_mix_##type(type (*f)(void *, int8_t, type, double, type, int16_t), void *user, \
                                int8_t head, type first, double between, type second, int16_t tail);
#define SHIM_DECLARE_SIZED(size) SHIM_DECLARE(bytes##size)
SHIM_SIZES(SHIM_DECLARE_SIZED)
SHIM_LAYOUTS(SHIM_DECLARE)
#undef SHIM_DECLARE_SIZED
#undef SHIM_DECLARE

level upcall_enum(level (*f)(level, level), level a, level b);           // f(a, b)
void upcall_void(void (*f)(int64_t, int64_t), int64_t a, int64_t b);     // f(a, b)

// f with argument i = ±i and a fraction, and large where the type is: see the body
double upcall_mixed_20(double (*f)(SHIM_MIXED_20));
double upcall_user_mixed_20(double (*f)(void *, SHIM_MIXED_20), void *user);

// f(&in, inout, out); bits 1, 2 and 4 of the mask make the arguments NULL instead
typedef int64_t reference_function(const int64_t *in, int64_t *inout, int64_t *out);
int64_t upcall_references(reference_function *f, int32_t mask, int64_t in, int64_t *inout, int64_t *out);

// f(cells, m, n), where cells has 60 elements 1, -2, … -30, 0 …, or is NULL
typedef double cell_function(const double *cells, int32_t m, int64_t n);
double upcall_cells(cell_function *f, int32_t is_null, int32_t m, int64_t n);
double upcall_tensor(double (*f)(double *, int32_t, int64_t), double *cells, int32_t m, int64_t n);

// f(values, &n, written, rest), where values are 200, 100, 50, 25; bits 1, 2 and 4 of the mask make them NULL
typedef int32_t counted_function(const uint8_t *values, const int32_t *n, int32_t *written, int64_t rest);
int32_t upcall_counted(counted_function *f, int32_t mask, int32_t n, int64_t rest, int32_t *written);

typedef double objective(uint32_t n, const double *x, double *gradient, void *data);
double upcall_objective(objective *f, uint32_t n, const double *x, double *gradient, void *data);

// f(text, which + 100): 0 NULL, 1 empty, 2 "plain ASCII", 3 "naïve ∑ 🚀", 4 a byte 0xff at 7, 5 half a "∑" at 4
typedef int64_t text_function(const char *text, int32_t tag);
int64_t upcall_text(text_function *f, int32_t which);

typedef uint8_t bool_function(uint8_t a, int32_t b);
typedef int32_t bool_function_wide(int32_t a, uint8_t b);
int32_t upcall_bool(bool_function *f, uint8_t a, int32_t b);             // the raw result of f(a, b)
int32_t upcall_bool_wide(bool_function_wide *f, int32_t a, uint8_t b);

typedef scalar_function *choose_function(scalar_function *candidate, int32_t index);
double upcall_choose(choose_function *f, int32_t index, double x);       // g(x), g = f(callback_choose(index), index); -1
double upcall_table(double (*f)(callback_table, double), int32_t first, double scale, int32_t second, double x);

typedef int64_t recursive_function(int32_t depth, void *user);
int64_t upcall_recurse(recursive_function *f, int32_t depth, void *user); // f(depth, user)

typedef int64_t count_function(int32_t i, void *user);
typedef int64_t plain_count_function(int32_t i);
int64_t upcall_sum(count_function *f, int32_t times, void *user);        // f(0, user) + … + f(times - 1, user)
int64_t upcall_sum_plain(plain_count_function *f, int32_t times);
int64_t upcall_two(plain_count_function *f, plain_count_function *g, int32_t i); // 2 * f(i) - g(i)

// A callback that was registered earlier, whose result is the status of a later call; errno as told.
typedef struct { count_function *f; void *user; } registration;
int32_t upcall_registered(const registration *r, int32_t i, int32_t error);
int32_t upcall_then_errno(plain_count_function *f, int32_t i, int32_t error); // f(i), and errno

// ── threads.c: the same, on threads which .NET has never seen ───────────────────────────────────────────────────────

// The threads wait for one another; then each calls f `calls` times, and all results are added up.
int64_t thread_sum(count_function *f, void *user, int32_t threads, int32_t calls);
// upcall_registered on a thread of its own.
int32_t thread_registered(const registration *r, int32_t i, int32_t error);

// f(0, user), f(1, user) … on a thread of its own that never ends. Tells whether it started.
int32_t thread_forever(count_function *f, void *user);

#endif
