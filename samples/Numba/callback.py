"""Calls compiled callbacks from C#: the place that a PyO3 module has in a Rust program.

>>> from callback import compute_from_dotnet
>>> compute_from_dotnet(my_callback)  # a Numba cfunc
[2.0, 4.0, 6.0, 8.0, 10.0, 12.0]

Every function here takes a callback as ``cfunc`` and ``status_cfunc`` make it, and holds it until the call is over. Numba's
signature of it goes with its address, and C# refuses one that differs from what it is about to call. A bare address, or
anything else with an ``address``, has no signature and is taken at its word; the caller holds the code of a bare one.

Mistakes, and errors of callbacks made by ``status_cfunc``, are exceptions. The interpreter's lock is released while C# runs.
"""

import ctypes
import operator
from array import array
from pathlib import Path
from typing import Any, List, Sequence, Union

from dotnet import entry_point

Callback = Union[int, Any]
"""An address, or an object that has one as ``address``."""

MATRIX_INPUT = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)


class CallbackError(RuntimeError):
    """A callback returned a status that means failure. Its cause is the callback's own exception, where that is known."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code
        """The status that the callback returned."""


def compute_from_dotnet(callback: Callback, input: Sequence[float] = MATRIX_INPUT, m: int = 3, n: int = 2) -> List[float]:
    """Call a matrix callback, ``void(CPointer(double), CPointer(double), intc, intc)``, from C#.

    :param callback: the callback. One made by ``status_cfunc`` has a status for its result.
    :param input: at least ``m * n`` numbers.
    :returns: the ``m * n`` numbers that the callback wrote.
    :raises ValueError: if C# refuses the signature, the address or the shape; with C#'s message.
    :raises CallbackError: if the callback reports an error.
    """
    numbers, output = array("d", input), _zeros(len(input))
    entry = "TransformChecked" if _returns_status(callback) else "Transform"
    _call(entry, callback, _pointer(numbers), _int("input's length", len(numbers)), _pointer(output),
          _int("output's length", len(output)), _int("m", m), _int("n", n))
    return output.tolist()[:m * n]


def compute_on_threads(callback: Callback, inputs: Sequence[Sequence[float]], m: int, n: int) -> List[List[float]]:
    """As ``compute_from_dotnet``, for several inputs of the same length at once: each on its own .NET thread."""
    length = len(inputs[0]) if len(inputs) else 0
    if any(len(input) != length for input in inputs):
        raise ValueError(f"inputs differ in length ({', '.join(str(len(input)) for input in inputs)}). Give all of them one.")
    numbers = array("d", [number for input in inputs for number in input])
    output = _zeros(len(numbers))
    entry = "TransformCheckedOnThreads" if _returns_status(callback) else "TransformOnThreads"
    _call(entry, callback, _pointer(numbers), _pointer(output), _int("input's length", length),
          _int("m", m), _int("n", n), _int("the number of inputs", len(inputs)))
    return [output[i * length:i * length + m * n].tolist() for i in range(len(inputs))]


def evaluate(callback: Callback, x: float) -> float:
    """Call ``float64(float64)`` from C#."""
    result = ctypes.c_double()
    _call("EvaluateChecked" if _returns_status(callback) else "Evaluate", callback, ctypes.c_double(x), ctypes.byref(result))
    return result.value


def evaluate_with_data(callback: Callback, x: float, user_data: int) -> float:
    """Call ``float64(float64, voidptr)`` from C#, with the address of something that only the callback understands."""
    result = ctypes.c_double()
    _call("EvaluateWithData", callback, ctypes.c_double(x), _address("user_data", user_data), ctypes.byref(result))
    return result.value


def blend(callback: Callback, x: float, scale: int, shift: int, divisor: int) -> float:
    """Call ``float32(float32, int16, int8, uint8)`` from C#."""
    result = ctypes.c_float()
    _call("Blend", callback, ctypes.c_float(x), ctypes.c_int16(scale), ctypes.c_int8(shift), ctypes.c_uint8(divisor),
          ctypes.byref(result))
    return result.value


def transform_complex(callback: Callback, input: Sequence[complex]) -> List[complex]:
    """Call ``void(CPointer(complex128), CPointer(complex128), intc)`` from C#."""
    parts = array("d", [part for number in input for part in (number.real, number.imag)])
    output = _zeros(len(parts))
    _call("TransformComplex", callback, _pointer(parts), _pointer(output), _int("input's length", len(input)))
    return [complex(real, imaginary) for real, imaginary in zip(output[::2], output[1::2])]


def compute_from_rust(callback: Callback, library: Path) -> List[float]:
    """Give a matrix callback to C#, which gives it to Rust (samples/Rust/kernels.rs), which calls it with the data of the matrix example."""
    output = _zeros(len(MATRIX_INPUT))
    _call("ComputeFromRust", callback, ctypes.c_char_p(str(library).encode()), _pointer(output),
          _int("output's length", len(output)))
    return output.tolist()


class Outcome(ctypes.Structure):
    """``NumbaHost.Outcome``: how a call ended."""

    _fields_ = [("kind", ctypes.c_int), ("status", ctypes.c_int), ("message", ctypes.c_void_p)]
    SUCCESS, BAD_ARGUMENT, BAD_STATUS, OTHER_ERROR = range(4)


def _call(entry: str, callback: Callback, *arguments: Any) -> None:
    """Call an entry point of EntryPoints.cs, and raise what it reports."""
    address = _address("callback", getattr(callback, "address", callback))
    outcome = Outcome()
    arguments = (address, _signature(callback), *arguments, ctypes.byref(outcome))
    # byref's arguments are pointers; the others have a C type already.
    types = [kind if issubclass(kind, ctypes._SimpleCData) else ctypes.c_void_p for kind in map(type, arguments)]
    entry_point(entry, *types)(*arguments)
    if outcome.kind == Outcome.SUCCESS:
        return
    message = ctypes.string_at(outcome.message).decode()
    entry_point("Free", ctypes.c_void_p)(outcome.message)
    if outcome.kind == Outcome.BAD_ARGUMENT:
        raise ValueError(message)
    if outcome.kind == Outcome.BAD_STATUS:
        if not _returns_status(callback):
            raise CallbackError(message, outcome.status)
        meaning = callback.error_message(outcome.status)
        raise CallbackError(f"{message} Here it means {meaning}", outcome.status) from callback.error(outcome.status)
    raise RuntimeError(message)


def _signature(callback: Callback) -> ctypes.c_char_p:
    """What Numba says of a callback that it compiled, status and out parameter included; null for others."""
    signature = callback.signature if _returns_status(callback) else getattr(callback, "_sig", None)
    return ctypes.c_char_p(None if signature is None else str(signature).encode())


def _returns_status(callback: Callback) -> bool:
    """Whether the callback was made by ``status_cfunc``; a bare address does not show it, and is treated as one of ``cfunc``."""
    return hasattr(callback, "error_message")


# ctypes drops the bits of an integer that do not fit, so they are checked before it sees them.


def _address(name: str, value: Any) -> ctypes.c_void_p:
    # True and False are integers to Python, but addresses of nothing.
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"{name} is of type {type(value).__name__}, which has no address. Pass a cfunc or an address (int).")
    number = operator.index(value)
    if not 0 <= number < 1 << 64:
        raise ValueError(f"{name} is {number}, which is no 64-bit address. Pass a cfunc or its address.")
    return ctypes.c_void_p(number)


def _int(name: str, value: Any) -> ctypes.c_int:
    if not hasattr(value, "__index__"):
        raise TypeError(f"{name} is of type {type(value).__name__}. Pass an int.")
    number = operator.index(value)
    if not -1 << 31 <= number < 1 << 31:
        raise ValueError(f"{name} is {number}, and a C int holds at most {(1 << 31) - 1}.")
    return ctypes.c_int(number)


def _zeros(count: int) -> "array[float]":
    return array("d", bytes(8 * count))


def _pointer(numbers: "array[float]") -> ctypes.c_void_p:
    return ctypes.c_void_p(numbers.buffer_info()[0])
