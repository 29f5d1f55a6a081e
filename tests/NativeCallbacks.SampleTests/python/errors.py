"""Kernels that fail in every way that Numba knows, each by its own status."""

import numpy as np
from numba import carray, cfunc, njit, objmode

from status import status_cfunc


class OwnError(Exception):
    """A class that Numba has never heard of."""


@njit
def fail_deeper(x):
    raise LookupError("raised two calls down")


@njit
def fail_deep(x):
    return fail_deeper(x)


@status_cfunc("float64(int64)")
def fail(way):
    """Fails in the way of that number; 100 + way succeeds."""
    if way == 0:
        raise ValueError("one message")
    if way == 1:
        raise ValueError("another message")
    if way == 2:
        raise ValueError
    if way == 3:
        raise OwnError("own", 5)
    if way == 4:
        fail_deep(way)
    if way == 5:
        assert way != 5, "asserted"
    if way == 6:
        raise KeyError('quotes ", backslash \\00, and a letter beyond ASCII: é')
    if way == 7:
        return 1 / (way - 7)
    if way == 8:
        return 1 // (way - 8)
    numbers = np.zeros(3)
    if way == 9:
        return numbers[way]
    if way == 10:
        return np.zeros(-way)[0]
    return float(way)


@status_cfunc("void(CPointer(float64), intc)")
def fail_without_result(values, n):
    """Checks indices as numpy does: negative ones count from the end."""
    carray(values, n)[-3] = 1.5


@status_cfunc("float64(CPointer(float64), intc)", boundscheck=False)
def unchecked(values, index):
    """Reads beyond its array, which holds one number, as it was told not to look."""
    return carray(values, 1)[index]


@status_cfunc("void(CPointer(double), CPointer(double), intc, intc)")
def fail_at_13(in_, out, m, n):
    """Copies up to the first 13, and fails at it."""
    numbers, copy = carray(in_, m * n), carray(out, m * n)
    for i in range(m * n):
        if numbers[i] == 13:
            raise ArithmeticError("thirteen")
        copy[i] = numbers[i]


@status_cfunc("boolean(int32)")
def is_even(n):
    """Has a result that Numba cannot write to a pointer of its type."""
    return n % 2 == 0


@status_cfunc("float64(float64)")
def talks(x):
    """Has a constant for the interpreter that is no exception. Not called: its text would be taken for an answer."""
    if x < 0:
        print("negative")
        raise ValueError("negative")
    return x


def objmode_kernel():
    @status_cfunc("float64(float64)")
    def kernel(x):
        with objmode(y="float64"):
            y = x + 1
        return y


@cfunc("float64(float64)")
def printed_and_lost(x):
    """What status_cfunc is for: Numba prints this error, and the caller gets zero."""
    if x < 0:
        raise ValueError("printed and lost")
    return x


@status_cfunc("float64(float64)")
def always_fails(x):
    """Without a result, as Numba sees it: a plain cfunc would leave the caller's result to chance."""
    raise ValueError("always")


def call(kernel, *args, result=None):
    """Call a status kernel through ctypes: its status, what that means, and what it wrote to its result."""
    from ctypes import byref

    out = [] if result is None else [byref(result)]
    status = kernel.ctypes(*args, *out)
    return status, kernel.error_message(status) if status else None, None if result is None else result.value
