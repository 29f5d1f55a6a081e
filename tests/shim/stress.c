// Calls that are interrupted: whatever must hold during a call is put to the test in the middle of it.
#include "shim.h"

double stress_transform(const double *in, double *out, int32_t n, pause_function *pause)
{
    double sum = 0;
    for (int32_t i = 0; i < n; i++) {
        if (i == n / 2)
            pause();
        sum += in[i] * (i + 1);
        out[i] = 3 * in[i] - 1;
    }
    return sum;
}
