"""Calls callbacks that Numba compiled, from C#."""

from typing import Any, Callable, List, Optional, Protocol, Sequence, TypeVar, Union, overload

class _Kernel(Protocol):
    @property
    def address(self) -> int: ...

# An array of float64: numpy.ndarray, array.array or memoryview. Objects with a buffer have no type of their own before Python 3.12.
_Array = TypeVar("_Array")

class CallbackError(RuntimeError):
    """A callback returned a status that means failure: code. Its cause is the callback's own exception."""

    code: int

class Cancelled(RuntimeError):
    """The progress callback returned False."""

@overload
def compute_from_dotnet(
    callback: Union[int, _Kernel],
    input: Union[Sequence[float], Any, None] = None,
    m: Optional[int] = None,
    n: Optional[int] = None,
    *,
    out: None = None,
) -> List[float]:
    """Call void(CPointer(double), CPointer(double), intc, intc) from C#, without the interpreter."""

@overload
def compute_from_dotnet(
    callback: Union[int, _Kernel],
    input: Union[Sequence[float], Any, None] = None,
    m: Optional[int] = None,
    n: Optional[int] = None,
    *,
    out: _Array,
) -> _Array: ...
def integrate(
    function: Union[int, _Kernel],
    a: float,
    b: float,
    intervals: int = 1000,
    *,
    progress: Optional[Callable[[int, int], Optional[bool]]] = None,
    every: int = 1048576,
) -> float:
    """Integrate float64(float64) from a to b by Simpson's rule in C#, without the interpreter."""
