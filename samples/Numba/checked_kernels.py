"""Callbacks that raise, and whose errors reach C#, and Python through C#."""

import math

from numba import carray, njit

from status import status_cfunc


@njit
def real_root(x):
    if x < 0:
        raise ValueError("no real root of a negative number")
    return math.sqrt(x)


@status_cfunc("void(CPointer(double), CPointer(double), intc, intc)")
def roots(in_, out, m, n):
    """out = the square root of each element of in; raises, in a function that it calls, at one that has none."""
    in_array = carray(in_, (m, n))
    out_array = carray(out, (m, n))
    for i in range(m):
        for j in range(n):
            out_array[i, j] = real_root(in_array[i, j])


@status_cfunc("float64(float64)")
def reciprocal(x):
    """Raises what Python raises for x = 0."""
    return 1 / x
