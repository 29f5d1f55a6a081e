// The native side of the benchmarks: who calls, and the fastest that can be called.

typedef double (*weigh)(double x, void *data);

// The sum of f(0) … f(count - 1). Each call waits for nothing but the addition before it.
double sum_of_calls(weigh f, void *data, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += f(i, data);
    return sum;
}

// The floor: no .NET at all.
double weigh_in_c(double x, void *data) { return x * *(const double *)data; }
