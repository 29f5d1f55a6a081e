// The native kernel of the MPI sample: one number in, one number out.
#include <math.h>

double damped_wave(double x);

double damped_wave(double x) {
    return exp(-0.1 * x) * sin(3 * x) + 5;
}
