"""Callbacks that Numba compiles: native code, called without the interpreter."""

from numba import carray, cfunc, farray, types

c_sig = types.void(types.CPointer(types.double), types.CPointer(types.double), types.intc, types.intc)


@cfunc(c_sig)
def my_callback(in_, out, m, n):
    """The matrix example: out = 2 * in, both m × n."""
    in_array = carray(in_, (m, n))
    out_array = carray(out, (m, n))
    for i in range(m):
        for j in range(n):
            out_array[i, j] = 2 * in_array[i, j]


@cfunc(c_sig)
def weigh_columns(in_, out, m, n):
    """out[i, j] = (i + 1) * in[i, j] - j, both m × n and column by column, as Fortran, R and Matlab keep them."""
    in_array = farray(in_, (m, n))
    out_array = farray(out, (m, n))
    for i in range(m):
        for j in range(n):
            out_array[i, j] = (i + 1) * in_array[i, j] - j


@cfunc("float64(float64)")
def parabola(x):
    return x * x - 3 * x


@cfunc("float32(float32, int16, int8, uint8)")
def blend(x, scale, shift, divisor):
    """Small numbers of both signs, each of which counts differently."""
    return types.float32(x * scale - shift / types.float32(divisor))


@cfunc(types.void(types.CPointer(types.complex128), types.CPointer(types.complex128), types.intc))
def turn(in_, out, n):
    """out[i] = 1j * in[i] + i. Complex numbers cross by pointer: by value, Numba's calls are not C's for all of them."""
    in_array = carray(in_, n)
    out_array = carray(out, n)
    for i in range(n):
        out_array[i] = 1j * in_array[i] + i


@cfunc("float64(float64, voidptr)")
def line(x, user_data):
    """a * x + b, where the user data leads to a and b."""
    coefficients = carray(user_data, 2, types.float64)
    return coefficients[0] * x + coefficients[1]
