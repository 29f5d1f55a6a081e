// Callbacks as two real libraries define them: NLopt's nlopt_func and MPI's MPI_User_function.
#include "shim.h"

double library_objective(unsigned n, const double *x, double *gradient, void *data)
{
    double sum = data == NULL ? 0 : *(const double *)data;
    for (unsigned i = 0; i < n; i++) {
        sum += (i + 1.0) * x[i] * x[i];
        if (gradient != NULL)
            gradient[i] = 2 * (i + 1.0) * x[i];
    }
    return sum;
}

// The pairwise update of Chan, Golub and LeVeque, "Updating Formulae and a Pairwise Algorithm for Computing Sample
// Variances" (1979). With delta = mean_b - mean_a and n = n_a + n_b:
//   mean = mean_a + delta * n_b / n          m2 = m2_a + m2_b + delta² * n_a * n_b / n
static moments merge(moments a, moments b)
{
    const int64_t n = a.n + b.n;
    if (n == 0)
        return (moments){ 0, 0, 0 };
    const double delta = b.mean - a.mean;
    const double share = (double)b.n / (double)n;
    return (moments){ a.mean + delta * share, a.m2 + b.m2 + delta * delta * (double)a.n * share, n };
}

void library_reduce(void *in, void *inout, int *len, void **type)
{
    const moments *input = in;
    moments *both = inout;
    if ((uintptr_t)*type != sizeof(moments))
        return;
    for (int i = 0; i < *len; i++)
        both[i] = merge(input[i], both[i]);
}
