"""NumPy arrays that C# hands, as tensors, to Numba kernels: the C# is that of these tests, loaded into this process."""

import ctypes
from pathlib import Path
from typing import List

import numpy as np
from numba import carray, cfunc, farray, types

import dotnet

TESTS = dotnet.Project(Path(__file__).parents[1], "NativeCallbacks.SampleTests", "NativeCallbacks.SampleTests.TensorEntryPoints")

signature = types.void(types.CPointer(types.double), types.CPointer(types.double), types.intc, types.intc)


@cfunc(signature)
def by_rows(in_, out, m, n):
    """out[i, j] = 10 * (i + 1) * in[i, j] - j, both m × n in C's order."""
    in_array = carray(in_, (m, n))
    out_array = carray(out, (m, n))
    for i in range(m):
        for j in range(n):
            out_array[i, j] = 10 * (i + 1) * in_array[i, j] - j


@cfunc(signature)
def by_columns(in_, out, m, n):
    """out[i, j] = 100 * (j + 1) * in[i, j] + i, both m × n in Fortran's order."""
    in_array = farray(in_, (m, n))
    out_array = farray(out, (m, n))
    for i in range(m):
        for j in range(n):
            out_array[i, j] = 100 * (j + 1) * in_array[i, j] + i


def transform(kernel, entry: str, input: np.ndarray) -> List[List[float]]:
    """Call a kernel through the signature of that entry point, with an array as NumPy laid it out, and one like it for the output."""
    output = np.zeros_like(input)
    pointer, number = ctypes.c_void_p, ctypes.c_int
    refusal = dotnet.entry_point(entry, pointer, pointer, pointer, pointer, pointer, number, number, result=ctypes.c_char_p, project=TESTS)(
        kernel.address, input.ctypes.data, _strides(input), output.ctypes.data, _strides(output), *input.shape)
    if refusal is not None:
        raise ValueError(refusal.decode())
    return output.tolist()


def _strides(array: np.ndarray):
    """The strides of an array, in elements."""
    return (ctypes.c_ssize_t * array.ndim)(*(stride // array.itemsize for stride in array.strides))
