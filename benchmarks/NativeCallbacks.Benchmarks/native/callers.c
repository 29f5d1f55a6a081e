// Who calls, and the fastest that can be called.

#include <stdint.h>

typedef int64_t (*weigh)(int64_t x, void *data);

// The sum of f(0) … f(count - 1). Integers, because calls keep them in registers: a sum of doubles would go through memory
// between any two calls, which takes as long as the cheapest of these calls, and hides it.
int64_t sum_of_calls(weigh f, void *data, int count)
{
    int64_t sum = 0;
    for (int64_t i = 0; i < count; i++)
        sum += f(i, data);
    return sum;
}

// The floor: no .NET at all.
int64_t weigh_in_c(int64_t x, void *data) { return x * *(const int64_t *)data; }

// What Map has to measure up to: the loop where the function is.
void map_unary(double (*f)(double), const double *x, double *results, int count)
{
    for (int i = 0; i < count; i++)
        results[i] = f(x[i]);
}

void map_binary(double (*f)(double, double), const double *x, const double *y, double *results, int count)
{
    for (int i = 0; i < count; i++)
        results[i] = f(x[i], y[i]);
}
