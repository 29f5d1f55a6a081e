"""What runs in a worker: a Python function is compiled there, and called by C# over the elements of a chunk."""

import ctypes
import functools
import sys
import time
from pathlib import Path
from typing import Any, Callable, Dict, List, NamedTuple

import cloudpickle
import numpy as np
from numba import cfunc

FOLDER = Path(__file__).resolve().parent
sys.path.append(str(FOLDER.parent / "Numba"))

from dotnet import Project, entry_point  # noqa: E402

HOST = Project(FOLDER / "Host", "DaskHost", "DaskHost.EntryPoints")
_LONGEST_MESSAGE = 4000


class ChunkTimes(NamedTuple):
    """Seconds that one chunk took in this process."""

    elements: int
    resolve: float
    """To bind the kernel's address: its signature is compared, and what is at the address is looked up."""
    call: float
    """To call the kernel for each element."""


_times: List[ChunkTimes] = []
_compiled: Dict[bytes, Any] = {}
"""Kernels by their pickled function. They must live as long as C# may call them: here, as long as the worker."""


def through_dotnet(chunk: np.ndarray, kernel: Callable[[float], float]) -> np.ndarray:
    """Apply a function of one number to each element. Only the Python function has come here; all else is made here."""
    chunk = np.ascontiguousarray(chunk, dtype=np.float64)
    output = np.empty_like(chunk)
    compiled = _compile(kernel)
    seconds = (ctypes.c_double * 2)()
    message = ctypes.create_string_buffer(_LONGEST_MESSAGE)
    length = _mapping()(
        compiled.address, str(compiled._sig).encode(), chunk.ctypes.data, output.ctypes.data, chunk.size,
        ctypes.addressof(seconds), ctypes.addressof(message), _LONGEST_MESSAGE)
    if length != 0:
        raise RuntimeError(message.raw[:length].decode("utf-8", "replace"))
    _times.append(ChunkTimes(chunk.size, *seconds))
    return output


def times() -> List[ChunkTimes]:
    """What the chunks of this process took so far."""
    return list(_times)


def start_up() -> float:
    """Start .NET in this process, if it has not been started; the seconds that it took."""
    start = time.perf_counter()
    _mapping()
    return time.perf_counter() - start


def _compile(kernel: Callable[[float], float]) -> Any:
    key = cloudpickle.dumps(kernel)
    if key not in _compiled:
        _compiled[key] = cfunc("float64(float64)")(kernel)
    return _compiled[key]


@functools.lru_cache(maxsize=None)
def _mapping() -> Callable[..., int]:
    """The C# function that maps a chunk. ctypes releases the interpreter's lock while it runs."""
    address = entry_point("GetMapping", result=ctypes.c_void_p, project=HOST)()
    return ctypes.CFUNCTYPE(
        ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ssize_t,
        ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(address)
