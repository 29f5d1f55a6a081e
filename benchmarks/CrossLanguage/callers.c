// C that calls the addresses which it is given: the floor of every table. And the callback that is C's.
//
// The results go to memory, one place each, so that no call waits for the one before it: a sum would take as long as a chain
// of additions, and hide the calls behind it.

#include <stddef.h>

typedef double (*scalar_function)(double x);
typedef void (*matrix_transform)(const double *in, double *out, int m, int n);

// The same operations in the same order as `cubic` in kernels.py, each rounded by itself.
double cubic(double x)
{
#pragma STDC FP_CONTRACT OFF
    return (x * x + 1) * x - 2.5;
}

void scalar_loop(scalar_function f, const double *in, double *out, int count, int repeats)
{
    for (int repeat = 0; repeat < repeats; repeat++)
        for (int i = 0; i < count; i++)
            out[i] = f(in[i]);
}

__attribute__((noinline)) static double call_once(scalar_function f, double x) { return f(x); }

void scalar_own_frame(scalar_function f, const double *in, double *out, int count, int repeats)
{
    for (int repeat = 0; repeat < repeats; repeat++)
        for (int i = 0; i < count; i++)
            out[i] = call_once(f, in[i]);
}

void matrix_loop(matrix_transform f, const double *in, double *out, int m, int n, int repeats)
{
    for (int repeat = 0; repeat < repeats; repeat++)
        f(in, out, m, n);
}

// GSL is given as addresses, and its types are written as gsl_math.h has them, so that this builds without its headers.
typedef struct {
    double (*function)(double x, void *params);
    void *params;
} gsl_function;

typedef int (*qags)(const gsl_function *f, double a, double b, double epsabs, double epsrel, size_t limit, void *workspace,
                    double *result, double *abserr);

// The integral from 0 to 1, several times. Returns GSL's first error, or 0.
int integral_loop(qags integrate, void *workspace, double (*f)(double x, void *params), void *params, double tolerance,
                  size_t limit, int repeats, double *result)
{
    gsl_function function = {f, params};
    double error;
    for (int repeat = 0; repeat < repeats; repeat++) {
        int status = integrate(&function, 0, 1, 0, tolerance, limit, workspace, result, &error);
        if (status != 0)
            return status;
    }
    return 0;
}
