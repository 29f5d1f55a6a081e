"""Callbacks that are Python's own, to see on which threads, and with which locks, C# calls them."""

import ctypes
import gc
import threading
from typing import Any, Dict

MATRIX = ctypes.CFUNCTYPE(None, ctypes.POINTER(ctypes.c_double), ctypes.POINTER(ctypes.c_double), ctypes.c_int, ctypes.c_int)


def address_of(function) -> int:
    return ctypes.cast(function, ctypes.c_void_p).value


def meet(count: int) -> Dict[str, Any]:
    """Have C# call a Python function on several threads, each of which waits for all others to be inside the function too.

    It runs under the interpreter's lock, so all of this needs the caller, who waits for C#, to have released the lock.
    """
    from callback import compute_on_threads

    together = threading.Barrier(count)
    seen = []

    @MATRIX
    def function(in_, out, m, n):
        together.wait(timeout=60)
        seen.append((threading.get_ident(), threading.current_thread().name))
        out[0] = in_[0] + 1

    outputs = compute_on_threads(address_of(function), [[float(i)] for i in range(count)], 1, 1)
    return {
        "outputs": [output[0] for output in outputs],
        "threads": len({ident for ident, _ in seen} - {threading.get_ident()}),
        "unknown": sum(name.startswith("Dummy") for _, name in seen),
    }


def with_lock_held(kernel, inputs) -> Dict[str, Any]:
    """Have C# call a kernel on several threads while the caller holds the interpreter's lock, which the kernel must not need."""
    from array import array

    from callback import Outcome
    from dotnet import address_of as entry_address

    length = len(inputs[0])
    numbers = array("d", [number for input in inputs for number in input])
    output = array("d", bytes(8 * len(numbers)))
    outcome = Outcome()
    pointer, number = ctypes.c_void_p, ctypes.c_int
    entry = ctypes.PYFUNCTYPE(None, pointer, pointer, pointer, pointer, number, number, number, number, pointer)(
        entry_address("TransformCheckedOnThreads"))
    entry(kernel.address, kernel.signature.encode(), numbers.buffer_info()[0], output.buffer_info()[0], length, 1, length, len(inputs), ctypes.byref(outcome))
    return {"kind": outcome.kind, "status": outcome.status, "output": output.tolist()}


class Owner:
    """An owner of a callback that is held by nobody but the call. Its callback tells whether it is still there."""

    alive = None

    def __init__(self):
        Owner.alive = True

        @MATRIX
        def function(in_, out, m, n):
            gc.collect()
            out[0] = 1.0 if Owner.alive else 0.0

        Owner.function = function
        self.address = address_of(function)

    def __del__(self):
        Owner.alive = False
