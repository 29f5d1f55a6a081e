"""The callbacks that all languages call: native code by Numba, and the Python functions that tell what it has to compute."""

import math

from numba import carray, cfunc, types


def cubic(x):
    """A few operations: enough for no caller to guess the result, few enough for the call to be felt."""
    return (x * x + 1) * x - 2.5


def damped_wave(x):
    """What a kernel may well be: two functions of the C library. The call is a small part of it."""
    return math.exp(-0.1 * x) * math.sin(3 * x) + 5


def integrand(x, user_data):
    """log(a * x) / sqrt(x), where the user data leads to a; and counts how often it is asked in what follows a."""
    data = carray(user_data, 2, types.float64)
    data[1] += 1
    return math.log(data[0] * x) / math.sqrt(x)


def integral(a):
    """The integrand's from 0 to 1, in closed form."""
    return 2 * math.log(a) - 4


numba_cubic = cfunc("float64(float64)")(cubic)
numba_damped_wave = cfunc("float64(float64)")(damped_wave)
numba_integrand = cfunc("float64(float64, voidptr)")(integrand)
