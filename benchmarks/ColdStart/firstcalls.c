// The native side: what is called for the first time, and who calls back.

// 3x - 1
double affine(double x) { return 3 * x - 1; }

// output = input, each element times its place, counted from one.
void weight(const double *input, double *output, int m, int n)
{
    for (int i = 0; i < m * n; i++)
        output[i] = (i + 1) * input[i];
}

// One call of a callback, as of a library that was given it.
double call_back(double (*f)(double x, void *data), double x, void *data) { return f(x, data) - x; }
