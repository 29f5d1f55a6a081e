// Function pointers as parameters, as results and as fields.
#include "shim.h"

double callback_apply_scalar(scalar_function *f, double x) { return f == NULL ? -1 : f(x); }

double callback_compose(scalar_function *f, scalar_function *g, double x) { return f(g(x)); }

double callback_call_n(scalar_function *f, double x, int32_t times)
{
    for (int32_t i = 0; i < times; i++)
        x = f(x);
    return x;
}

void callback_apply_matrix(matrix_transform *f, const double *in, double *out, int m, int n) { f(in, out, m, n); }

double_pair callback_apply_pair(pair_function *f, double_pair p, double by) { return f(p, by); }

double callback_apply_higher(higher_function *h, scalar_function *f, double x) { return h(f, x); }

double callback_apply_user(user_function *f, double x, void *user) { return f(x, user); }

static double square_minus_one(double x) { return x * x - 1; }
static double half(double x) { return x / 2; }
static double ten_minus(double x) { return 10 - x; }

static scalar_function *const choices[] = { square_minus_one, half, ten_minus };
static const int32_t choice_count = sizeof choices / sizeof choices[0];

scalar_function *callback_choose(int32_t index) { return index < 0 || index >= choice_count ? NULL : choices[index]; }

void callback_choose_into(int32_t index, scalar_function **result) { *result = callback_choose(index); }

int32_t callback_which(scalar_function *f)
{
    for (int32_t i = 0; i < choice_count; i++)
        if (choices[i] == f)
            return i;
    return -1;
}

callback_two callback_choose_two(int32_t f, int32_t g)
{
    return (callback_two){ callback_choose(f), callback_choose(g) };
}

double_pair callback_turn(double_pair p, double by) { return (double_pair){ -by * p.y, by * p.x + 1 }; }

double callback_twice(scalar_function *f, double x) { return f(f(x)); }

double callback_run_two(callback_two t, double x) { return 2 * t.f(x) - t.g(x); }

double callback_run_table(callback_table t, double x) { return t.scale * t.f(x) - t.g(x); }

double callback_run_table_at(const callback_table *t, double x) { return callback_run_table(*t, x); }
