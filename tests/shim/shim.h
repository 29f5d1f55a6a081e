// Everything that the tests may call, in the order of the .c files that hold the bodies (upcalls.h at the end).
//
// Each result can be computed without this library, and swapping two arguments, two fields or two bytes changes it:
// values are weighted by their place ("weigh": first * 1 + second * 2 + …), or subtracted (2 * a - b).
// Integer arithmetic wraps in the type of the result, as `unchecked` does in C#.
#ifndef SHIM_H
#define SHIM_H

#include <stddef.h>
#include <stdint.h>

// One entry per type: its name in function names, and the C type.
#define SHIM_INTEGERS(X) \
    X(int8, int8_t)     X(uint8, uint8_t)   \
    X(int16, int16_t)   X(uint16, uint16_t) \
    X(int32, int32_t)   X(uint32, uint32_t) \
    X(int64, int64_t)   X(uint64, uint64_t) \
    X(intptr, intptr_t) X(uintptr, uintptr_t) X(size, size_t) \
    X(long, long)       X(ulong, unsigned long)
#define SHIM_FLOATS(X) X(float, float) X(double, double)

// ── scalars.c ───────────────────────────────────────────────────────────────────────────────────────────────────────

// scalar_int8(a, b), scalar_uint8(a, b) … scalar_double(a, b) = 2 * a - b
#define SHIM_DECLARE(name, type) type scalar_##name(type a, type b);
SHIM_INTEGERS(SHIM_DECLARE)
SHIM_FLOATS(SHIM_DECLARE)
#undef SHIM_DECLARE

typedef enum { level_low = -7, level_none = 0, level_high = 1000 } level; // int, since one value is negative
level scalar_enum(level a, level b); // 2 * a - b

double twin_half(double x); // x / 2

// ── mixed.c: more arguments than six integer and eight floating registers hold; argument i weighs i ─────────────────

#define SHIM_MIXED_20 \
    int32_t a1, double a2, int8_t a3, float a4, int64_t a5, double a6, int16_t a7, float a8, \
    uint8_t a9, double a10, uint32_t a11, float a12, long a13, double a14, uint16_t a15, float a16, \
    int8_t a17, double a18, int64_t a19, float a20

double mixed_double_20(SHIM_MIXED_20);
int64_t mixed_int64_20(SHIM_MIXED_20); // each argument is truncated to int64 before it is weighed
double mixed_doubles_24(double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8,
                        double a9, double a10, double a11, double a12, double a13, double a14, double a15, double a16,
                        double a17, double a18, double a19, double a20, double a21, double a22, double a23, double a24);
double mixed_floats_10(float a1, float a2, float a3, float a4, float a5, float a6,
                       float a7, float a8, float a9, float a10);
int64_t mixed_narrow_on_stack(int64_t a1, int64_t a2, int64_t a3, int64_t a4, int64_t a5, int64_t a6,
                              int8_t a7, uint8_t a8, int16_t a9, uint16_t a10, int32_t a11, uint32_t a12,
                              int8_t a13, int64_t a14);
// Eight arguments that the registers hold.
double mixed_weigh_8(int32_t a1, double a2, int64_t a3, float a4, double a5, int8_t a6, float a7, double a8);
int32_t mixed_no_arguments(void);   // -1234567
void mixed_touch(void);             // no argument, no result: counts its calls on this thread
int32_t mixed_touched(void);        // that count

// ── structs.c: structs of bytes, by value ───────────────────────────────────────────────────────────────────────────

#define SHIM_SIZES(X) \
    X(1) X(2) X(3) X(4) X(5) X(7) X(8) X(9) X(12) X(16) X(17) X(20) X(24) X(32) X(40) X(48) X(64)

// struct_weigh_5(s) = sum of s.b[i] * (i + 1)
// struct_fill_5(k): s.b[i] = k * 64 + i, so that a byte tells which of four structs it is from, and its offset
// struct_reverse_5(s): the bytes in reverse
// struct_around_5(h, s, x, t, e) = h + 2 * weigh(s) + 3 * x + 4 * weigh(t) + 5 * e
#define SHIM_DECLARE(size)                                         \
    typedef struct { uint8_t b[size]; } bytes##size;               \
    double struct_weigh_##size(bytes##size s);                     \
    bytes##size struct_fill_##size(uint8_t k);                     \
    bytes##size struct_reverse_##size(bytes##size s);              \
    double struct_around_##size(int8_t head, bytes##size first, double between, bytes##size second, int16_t tail);
SHIM_SIZES(SHIM_DECLARE)
#undef SHIM_DECLARE

// ── layouts.c: structs of mixed fields, by value ────────────────────────────────────────────────────────────────────

typedef struct { int32_t i; double d; } int_double;
typedef struct { double d; int32_t i; } double_int;
typedef struct { int64_t a, b; } int64_pair;
typedef struct { double x, y; } double_pair;
typedef struct { double x, y, z, w; } double_quad;
typedef struct { float x, y; } vector2;
typedef struct { float x, y, z; } vector3;
typedef struct { float x, y, z, w; } vector4;
typedef struct { int64_t a; double b; int8_t c; } long_double_byte;
typedef struct { vector2 inner; int32_t tag; } nested_small;                    // 12 bytes, in two registers
typedef struct { int_double head; vector2 middle; double_int tail; } nested_large; // 40 bytes, in memory
typedef struct __attribute__((packed)) { uint8_t tag; uint32_t value; } packed; // 5 bytes, in memory: misaligned
typedef struct { union { int64_t bits; double number; } as; } overlay;          // 8 bytes, in an integer register
typedef struct { uint32_t a; uint16_t b, c; uint8_t d[8]; } guid;
typedef double _Complex complex128;

#define SHIM_LAYOUTS(X) \
    X(int_double) X(double_int) X(int64_pair) X(double_pair) X(double_quad) X(vector2) X(vector3) X(vector4) \
    X(long_double_byte) X(nested_small) X(nested_large) X(packed) X(overlay) X(guid) X(complex128)

// layout_weigh_guid(s) = field 1 * 1 + field 2 * 2 + …, nested fields and array elements counted through
// layout_around_guid(h, s, x, t, e) = h + 2 * weigh(s) + 3 * x + 4 * weigh(t) + 5 * e
// layout_pick_guid(i, s, t) = i == 0 ? s : t
#define SHIM_DECLARE(type)              \
    double layout_weigh_##type(type s); \
    double layout_around_##type(int8_t head, type first, double between, type second, int16_t tail); \
    type layout_pick_##type(int32_t index, type first, type second);
SHIM_LAYOUTS(SHIM_DECLARE)
#undef SHIM_DECLARE

// The fields in their order, returned as a struct.
int_double layout_make_int_double(int32_t i, double d);
double_int layout_make_double_int(double d, int32_t i);
int64_pair layout_make_int64_pair(int64_t a, int64_t b);
double_pair layout_make_double_pair(double x, double y);
double_quad layout_make_double_quad(double x, double y, double z, double w);
vector2 layout_make_vector2(float x, float y);
vector3 layout_make_vector3(float x, float y, float z);
vector4 layout_make_vector4(float x, float y, float z, float w);
long_double_byte layout_make_long_double_byte(int64_t a, double b, int8_t c);
nested_small layout_make_nested_small(float x, float y, int32_t tag);
nested_large layout_make_nested_large(int32_t i1, double d1, float x, float y, double d2, int32_t i2);
packed layout_make_packed(uint8_t tag, uint32_t value);
overlay layout_make_overlay(int64_t bits);
guid layout_make_guid(void);            // 00112233-4455-6677-8899-aabbccddeeff
complex128 layout_make_complex128(double re, double im);

// A struct that needs more registers than are left goes to the stack whole, and later arguments take what it left.
double layout_after_5_integers(int64_t a1, int64_t a2, int64_t a3, int64_t a4, int64_t a5, int64_pair a6, int64_t a7);
double layout_after_7_doubles(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
                              double_pair a8, double a9);
double layout_after_6_integers(int64_t a1, int64_t a2, int64_t a3, int64_t a4, int64_t a5, int64_t a6,
                               int_double a7, double a8);

complex128 layout_complex_multiply(complex128 a, complex128 b);        // a * b
complex128 layout_complex_conjugate_minus(complex128 a, complex128 b); // conj(a) - b

// ── pointers.c: in, ref and out parameters ──────────────────────────────────────────────────────────────────────────

void pointer_swap_and_scale(int32_t *a, int32_t *b);                                 // a, b = 2 * b, 3 * a
int32_t pointer_divide(int32_t a, int32_t b, int32_t *quotient, int32_t *remainder); // 0; -1 and zeros if b is 0
int64_t pointer_minus(const int64_t *a, const int64_t *b);                           // 2 * a - b
double pointer_weigh_quad(const double_quad *s);                                     // as layout_weigh_double_quad
void pointer_scale_nested(nested_large *s, int32_t by);                              // field i *= by + i, from 0
void pointer_make_guid(guid *result);                                                // as layout_make_guid
uintptr_t pointer_address(const void *p);                                            // the address itself

// ── buffers.c: one pointer and one count ────────────────────────────────────────────────────────────────────────────

// buffer_counted_by_int8(values, n) … = sum of values[i] * (i + 1), with a count of that type
#define SHIM_DECLARE(name, type) double buffer_counted_by_##name(const double *values, type n);
SHIM_INTEGERS(SHIM_DECLARE)
#undef SHIM_DECLARE

// buffer_weigh_int8(values, n) … = sum of values[i] * (i + 1), in int64 or double
// buffer_ramp_int8(first, out, n) … : out[i] = first - 3 * i
#define SHIM_DECLARE(name, type) \
    int64_t buffer_weigh_##name(const type *values, int32_t n); \
    void buffer_ramp_##name(type first, type *out, int32_t n);
SHIM_INTEGERS(SHIM_DECLARE)
#undef SHIM_DECLARE
#define SHIM_DECLARE(name, type) \
    double buffer_weigh_##name(const type *values, int32_t n); \
    void buffer_ramp_##name(type first, type *out, int32_t n);
SHIM_FLOATS(SHIM_DECLARE)
#undef SHIM_DECLARE

double buffer_dot(int32_t n, const double *x, const double *y);                       // sum of x[i] * y[i]
void buffer_minus(const double *x, const double *y, double *out, int32_t n);          // out[i] = 2 * x[i] - y[i]
double buffer_weigh_3(const double *values);                                          // exactly three elements
double buffer_weigh_to_zero(const double *values);                                    // ends before the first zero
double buffer_weigh_counted_in(const double *values, const int32_t *n);               // the count by reference
int32_t buffer_null_mask(const double *first, int32_t m, double *second, int32_t n);  // 1: first is NULL, 2: second is
uintptr_t buffer_address(const double *values, int32_t n);                            // values itself
uintptr_t buffer_address_out(double *values, int32_t n);

// ── matrices.c: one pointer and several counts; C order ─────────────────────────────────────────────────────────────

typedef void matrix_transform(const double *in, double *out, int m, int n);
void matrix_double(const double *in, double *out, int m, int n);       // out[i] = 2 * in[i]
void matrix_weigh(const double *in, double *out, int m, int n);        // out[i] = in[i] * (i + 1)
void matrix_transpose(const double *in, double *out, int m, int n);    // out is n × m
double matrix_rows_of_3(const double *rows, int n);                    // n × 3: sum of rows[i][j] * (10 * i + j + 1)
double matrix_volume(const double *cells, int m, int n, int k);        // sum of cells[h][i][j] * (100 * h + 10 * i + j)

// matrix_record touches neither matrix. It notes the call for this thread, so that a test can tell "refused before the
// call" from "called": matrix_recorded_calls() counts, matrix_recorded_*() tell the arguments of the last one.
void matrix_record(const double *in, double *out, int m, int n);
int32_t matrix_recorded_calls(void);
uintptr_t matrix_recorded_in(void);
uintptr_t matrix_recorded_out(void);
int32_t matrix_recorded_m(void);
int32_t matrix_recorded_n(void);

// ── tensors.c ───────────────────────────────────────────────────────────────────────────────────────────────────────

// Sums of cells[i, j] * (100 * (i + 1) + (j + 1)), of cells that lie by rows or by columns.
double tensor_weigh_rows(const double *cells, int32_t m, int32_t n);
double tensor_weigh_columns(const double *cells, int32_t m, int32_t n);
void tensor_rows_to_columns(const double *in, double *out, int32_t m, int32_t n); // out[i, j] = 10 * in[i, j] + 3 * i - j

// Sums of cells[h, i, j] * (100 * (h + 1) + 10 * (i + 1) + (j + 1)).
double tensor_weigh_cube_rows(const float *cells, int64_t m, uint8_t n, const uint16_t *k);
double tensor_weigh_cube_columns(const float *cells, int64_t m, uint8_t n, const uint16_t *k);

uintptr_t tensor_address(const void *cells, int32_t m, int32_t n);

// ── libraries.c: the shapes of two real libraries' callbacks ────────────────────────────────────────────────────────

// NLopt: sum of (i + 1) * x[i]², plus *data if data is not NULL; gradient[i] = 2 * (i + 1) * x[i] if it is not NULL.
double library_objective(unsigned n, const double *x, double *gradient, void *data);

// MPI: inout[i] becomes the moments of both samples together. *type represents the datatype handle, and must hold
// sizeof(moments); with another handle nothing is written.
typedef struct { double mean; double m2; int64_t n; } moments;
void library_reduce(void *in, void *inout, int *len, void **type);

// ── text.c: UTF-8 strings; -1 where the string is NULL ──────────────────────────────────────────────────────────────

int32_t text_length(const char *s);                                      // in bytes
int64_t text_weigh(const char *s);                                       // sum of byte[i] * (i + 1), bytes unsigned
int32_t text_last(const char *s, int32_t *length);                       // the last byte (0 if none), and the length
int64_t text_pair(const char *first, int32_t between, const char *second); // weigh(1st) + 2 * between - 3 * weigh(2nd)
int32_t text_copy(const char *s, uint8_t *out, int32_t capacity);        // the bytes seen, at most capacity; how many
uintptr_t text_address(const char *s);                                   // s itself

// 0: NULL; 1: ""; 2: "ż🐢"; 3: a byte that is not UTF-8 at index 2; 4: "ok"
const char *text_forth(int32_t which);
const uint16_t *text_wide_forth(int32_t which);                          // the same in UTF-16; 3: half a surrogate pair at index 2
// *out becomes text_forth(which), unless which is negative; returns status.
int32_t text_find(int32_t which, int32_t status, const char **out);
int32_t text_wide_find(int32_t which, int32_t status, const uint16_t **out);
int64_t text_wide_weigh(const uint16_t *s);                              // sum of unit[i] * (i + 1); -1 for NULL
uintptr_t text_wide_address(const uint16_t *s);

// sum of text_weigh(texts[i]) * (i + 1); -2 if texts is NULL, -3 if texts[count] is not.
int64_t text_weigh_all(const char *const *texts, int32_t count);
int64_t text_weigh_to_null(const char *const *texts);                    // counts them itself
int64_t text_weigh_pointers(const char *const *texts, int32_t count);    // without a NULL behind the last
uintptr_t text_array_address(const char *const *texts);
typedef struct { int32_t id; const char *name; } text_named;
int64_t text_weigh_named(const text_named *named);                       // id + 2 * text_weigh(name)
void text_name(text_named *named, int32_t which);                        // name = text_forth(which)
int64_t text_call(int64_t (*f)(const char *, int32_t), int32_t which);   // f(text_forth(which), which)
int64_t text_wide_call(int64_t (*f)(const uint16_t *), int32_t which);
int64_t text_call_for(const char *(*f)(int32_t), int32_t which);         // text_weigh(f(which))
int64_t text_call_with_array(int64_t (*f)(const char *const *, int32_t), int32_t count); // f({ text_forth(0), … }, count), at most 5

// ── handles.c ───────────────────────────────────────────────────────────────────────────────────────────────────────

typedef struct { int32_t value; } handle;
handle *handle_open(int32_t value);                                      // NULL for 0
int32_t handle_open_into(int32_t value, int32_t status, handle **out);   // returns status; *out is a handle, unless value is 0
handle *handle_open_calling(int32_t value, void (*f)(void));             // calls f before it returns
void handle_close(handle *h);
int32_t handle_value(const handle *h);                                   // -1 for NULL
int64_t handle_weigh(const handle *a, int32_t between, const handle *b); // value(a) + 2 * between - 3 * value(b)
int32_t handle_value_after(const handle *h, void (*f)(void));            // its value after a call of f
int32_t handle_count(void);                                              // how many are open

// ── bytes.c: counts of bytes ────────────────────────────────────────────────────────────────────────────────────────

int64_t bytes_weigh(const void *values, int32_t count, int32_t size);    // sum of byte[i] * (i + 1), of count * size bytes
int64_t bytes_weigh_sizes(const void *values, size_t count, size_t size);
int64_t bytes_weigh_short(const void *values, uint16_t bytes);
int64_t bytes_weigh_long(const void *values, long bytes);
void bytes_reverse(void *out, const void *values, size_t bytes);         // out[i] = values[bytes - 1 - i]
int64_t bytes_call(int64_t (*f)(const int32_t *, size_t), const int32_t *values, size_t bytes);
int64_t bytes_call_product(int64_t (*f)(const int32_t *, int64_t, int64_t), const int32_t *values, int64_t count, int64_t size);

// ── tables.c: functions in tables and objects ───────────────────────────────────────────────────────────────────────

// { NULL, 2 * a - b, a - 2 * b }, each of int32_t (*)(int32_t, int32_t)
extern void *const table_functions[3];
// An object whose table has { value + x, value - x }, each of int32_t (*)(object *, int32_t x).
typedef struct { void *const *table; int32_t value; } table_object;
void table_init(table_object *object, int32_t value);

// ── status.c ────────────────────────────────────────────────────────────────────────────────────────────────────────

// status_int8(code) … = code
#define SHIM_DECLARE(name, type) type status_##name(type code);
SHIM_INTEGERS(SHIM_DECLARE)
#undef SHIM_DECLARE
int32_t status_after_writing(int32_t code, double *out, int32_t n);      // out[i] = i + 1, then code
int32_t status_set_errno(int32_t error, int32_t result);                 // errno = error; result
int32_t status_get_errno(void);                                          // errno as it was on entry; leaves it alone

// ── bools.c ─────────────────────────────────────────────────────────────────────────────────────────────────────────

uint8_t bool_u1_not(uint8_t flag);                                       // 0 or 1
int32_t bool_i4_not(int32_t flag);
uint8_t bool_u1_echo(uint8_t flag);                                      // the raw value: true must arrive as 1
int32_t bool_i4_echo(int32_t flag);
uint64_t bool_register(uint64_t bits);                                   // for a test that declares a narrower result
int32_t bool_weigh(uint8_t a, int32_t b, uint8_t c, int32_t d);          // raw values: a + 2 * b + 4 * c + 8 * d

// ── callbacks.c: functions that take, hold and return function pointers ─────────────────────────────────────────────

typedef double scalar_function(double x);
typedef double_pair pair_function(double_pair p, double by);
typedef double higher_function(scalar_function *f, double x);
typedef double user_function(double x, void *user);
typedef struct { scalar_function *f, *g; } callback_two;                            // 16 bytes, in two registers
typedef struct { scalar_function *f; double scale; scalar_function *g; } callback_table; // 24 bytes, in memory

double callback_apply_scalar(scalar_function *f, double x);                      // f(x); -1 if f is NULL
double callback_compose(scalar_function *f, scalar_function *g, double x);       // f(g(x))
double callback_call_n(scalar_function *f, double x, int32_t times);             // f(f(…f(x)))
void callback_apply_matrix(matrix_transform *f, const double *in, double *out, int m, int n);
double_pair callback_apply_pair(pair_function *f, double_pair p, double by);     // f(p, by)
double callback_apply_higher(higher_function *h, scalar_function *f, double x);  // h(f, x)
double callback_apply_user(user_function *f, double x, void *user);              // f(x, user)

// 0: x² - 1, 1: x / 2, 2: 10 - x; NULL for any other index
scalar_function *callback_choose(int32_t index);
int32_t callback_which(scalar_function *f);                                      // the index that gives f; -1 for none
void callback_choose_into(int32_t index, scalar_function **result);               // the same, by reference
callback_two callback_choose_two(int32_t f, int32_t g);
double_pair callback_turn(double_pair p, double by);                             // pair_function: (-by * y, by * x + 1)
double callback_twice(scalar_function *f, double x);                             // higher_function: f(f(x))

// 2 * f(x) - g(x); the tables: scale * f(x) - g(x)
double callback_run_two(callback_two t, double x);
double callback_run_table(callback_table t, double x);
double callback_run_table_at(const callback_table *t, double x);

// ── stress.c ────────────────────────────────────────────────────────────────────────────────────────────────────────

typedef void pause_function(void);
// out[i] = 3 * in[i] - 1; the result is the sum of in[i] * (i + 1). Calls pause() before it looks at element n / 2.
double stress_transform(const double *in, double *out, int32_t n, pause_function *pause);

// ── threads.c ───────────────────────────────────────────────────────────────────────────────────────────────────────

typedef void thread_function(void *user, int32_t index);
// f(user, 0) … f(user, count - 1), each on a thread of its own. Joins them all; tells how many were started.
int32_t thread_run(thread_function *f, void *user, int32_t count);

// ── dispatch.c: tables of functions, and objects whose first word points to one ───────────────────────────────────────

typedef struct {
    int32_t version;                                    // 3
    uint8_t flag;                                       // 200
    double (*minus)(double a, double b);                // 2 * a - b
    void *reserved;
    int64_t (*weigh)(const int32_t *values, int32_t n); // sum of values[i] * (i + 1)
    double (*absent)(double x);                         // NULL
} dispatch_functions;
const dispatch_functions *dispatch_table(void);
double dispatch_use(const dispatch_functions *t, double a, double b); // version + 10 * minus(a, b) - weigh({ 7, 5, 3 })

typedef struct {
    uint32_t size;                                      // in bytes: version 1 ends before second
    int32_t (*first)(int32_t a);                        // 3 * a
    int32_t (*second)(int32_t a, int32_t b);            // 3 * a - b
} dispatch_versioned;
const dispatch_versioned *dispatch_of_version(int32_t version);

typedef struct dispatch_object dispatch_object;
typedef struct {
    int32_t (*add)(dispatch_object *self, int32_t n);            // count += n, and the count
    int32_t (*minus)(dispatch_object *self, int32_t a, int32_t b); // 2 * a - b + 1000 * count
    void (*absent)(dispatch_object *self);                       // NULL
} dispatch_methods;
struct dispatch_object { const dispatch_methods *table; int32_t count; };
dispatch_object *dispatch_object_at(int32_t index);                       // with the count 5, with the count 7, without a table
int32_t dispatch_object_use(dispatch_object *o, int32_t n);               // minus(add(n), n)

// An object whose method returns a struct as one of C++ does: Microsoft's C++ returns it through a pointer behind `this`, whatever its size.
typedef struct dispatch_rotor dispatch_rotor;
#ifdef _WIN32
typedef double_pair *dispatch_turn(dispatch_rotor *self, double_pair *result, double by);
#else
typedef double_pair dispatch_turn(dispatch_rotor *self, double by);
#endif
struct dispatch_rotor { dispatch_turn *const *table; double_pair at; };
dispatch_rotor *dispatch_rotor_at(void);                                  // at (3, 4); turns as callback_turn does
double_pair dispatch_rotor_use(dispatch_rotor *r, double by);             // (x - 1, 2 * y) of what turn(by) returns

// ── data.c: symbols that are not functions ──────────────────────────────────────────────────────────────────────────

extern const int shim_data_symbol;      // 42
extern double shim_data_array[4];       // 1, -2, 3, -4

// ── traps.c ─────────────────────────────────────────────────────────────────────────────────────────────────────────

void trap_behind_return(void);          // returns at once; behind the return, the processor knows no instruction
void *trap_padding(void);               // 16 bytes of code that no exported function contains

// ── the callers of C# handlers ──────────────────────────────────────────────────────────────────────────────────────

#include "upcalls.h"

#endif
