"""Calls each entry point of EntryPoints.cs by its name, with arguments that suit the kernels that it is for."""

from array import array
from ctypes import byref, c_char_p, c_double, c_float, c_int, c_int8, c_int16, c_uint8, c_void_p

import callback

numbers, output = array("d", [1, 2, 3, 4, 5, 6]), array("d", bytes(48))
number, small = c_double(), c_float()
source, target = (c_void_p(array.buffer_info()[0]) for array in (numbers, output))

matrix = [source, c_int(6), target, c_int(6), c_int(3), c_int(2)]
matrix_on_a_thread = [source, target, c_int(6), c_int(3), c_int(2), c_int(1)]
ARGUMENTS = {
    "Transform": matrix,
    "TransformChecked": matrix,
    "TransformOnThreads": matrix_on_a_thread,
    "TransformCheckedOnThreads": matrix_on_a_thread,
    "Evaluate": [c_double(5), byref(number)],
    "EvaluateChecked": [c_double(5), byref(number)],
    "EvaluateWithData": [c_double(5), source, byref(number)],
    "Blend": [c_float(1.5), c_int16(-300), c_int8(-100), c_uint8(200), byref(small)],
    "TransformComplex": [source, target, c_int(3)],
}


def call(entry, kernel):
    callback._call(entry, kernel, *ARGUMENTS[entry])


def call_from_rust(library, kernel):
    callback._call("ComputeFromRust", kernel, c_char_p(library.encode()), target, c_int(6))


def signatures(*modules):
    """What Numba prints of each kernel in the modules, by its name there."""
    return {f"{module.__name__}.{name}": kernel.signature if hasattr(kernel, "signature") else str(kernel._sig)
            for module in modules for name, kernel in vars(module).items() if hasattr(kernel, "address")}
