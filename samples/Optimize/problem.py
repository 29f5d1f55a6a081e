"""The tutorial problem of NLopt, compiled by Numba: minimise sqrt(x[1]), where x[1] >= (a * x[0] + b) ** 3.

A gradient is asked for by those algorithms that use one; the others pass a null pointer.
"""

from math import sqrt

from numba import carray, cfunc, types

nlopt_func = types.double(types.uintc, types.CPointer(types.double), types.CPointer(types.double), types.voidptr)


@cfunc(nlopt_func, error_model="numpy")  # at x[1] = 0 the gradient is infinite, as in C, and no error
def objective(n, x_, gradient_, data):
    x = carray(x_, n)
    gradient = carray(gradient_, n)
    if gradient.ctypes.data != 0:
        gradient[0] = 0
        gradient[1] = 0.5 / sqrt(x[1])
    return sqrt(x[1])


@cfunc(nlopt_func)
def constraint(n, x_, gradient_, data):
    """Negative where the constraint is met. The data leads to a and b."""
    x = carray(x_, n)
    gradient = carray(gradient_, n)
    a, b = carray(data, 2, types.double)
    t = a * x[0] + b
    if gradient.ctypes.data != 0:
        gradient[0] = 3 * a * t * t
        gradient[1] = -1
    return t * t * t - x[1]
