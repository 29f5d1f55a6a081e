// The tutorial problem of NLopt in C: minimise sqrt(x[1]), where x[1] >= (a x[0] + b)^3.
// A gradient is asked for by those algorithms that use one; the others pass a null pointer.

#include <math.h>
#include <stddef.h>

typedef struct { double a, b; } coefficients;

// The data of the two constraints.
const coefficients first_coefficients = { 2, 0 }, second_coefficients = { -1, 1 };

double objective(unsigned n, const double *x, double *gradient, void *data)
{
    (void)n, (void)data;
    if (gradient != NULL) {
        gradient[0] = 0;
        gradient[1] = 0.5 / sqrt(x[1]);
    }
    return sqrt(x[1]);
}

// Negative where the constraint is met.
double constraint(unsigned n, const double *x, double *gradient, void *data)
{
    (void)n;
    const coefficients *c = data;
    double t = c->a * x[0] + c->b;
    if (gradient != NULL) {
        gradient[0] = 3 * c->a * t * t;
        gradient[1] = -1;
    }
    return t * t * t - x[1];
}
