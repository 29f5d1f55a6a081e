"""Who calls what: one process holds C's library, Rust's, Numba's code, GSL and .NET, and all call the same addresses."""

import ctypes
import os
import sys
from ctypes import c_double, c_int, c_size_t, c_void_p
from functools import partial
from pathlib import Path
from typing import Any, Callable, Dict, List, NamedTuple, Tuple

import numpy as np
from scipy import LowLevelCallable
from scipy.integrate import quad

import functions
from functions import numba_cubic, numba_damped_wave, numba_integrand
from race import Contender

FOLDER = Path(__file__).resolve().parent
sys.path.append(str(FOLDER.parent.parent / "samples" / "Numba"))

from dotnet import Project, address_of, entry_point  # noqa: E402
from kernels import my_callback  # noqa: E402

HOST = Project(FOLDER / "Host", "CrossLanguageHost", "CrossLanguageHost.EntryPoints")
SCALAR_LOOP = [c_void_p, c_void_p, c_void_p, c_int, c_int]
MATRIX_LOOP = [c_void_p, c_void_p, c_void_p, c_int, c_int, c_int]

ELEMENTS, REPEATS = 1_000, 100
"""A round of native code is so often as many calls: long enough for what Python adds to each round not to count."""

SCALE, TOLERANCE, INTERVALS, INTEGRALS = 2.0, 1e-7, 50, 20


class Group(NamedTuple):
    """Contenders that do the same. The first one is the floor, and so is the second."""

    title: str
    contenders: List[Contender]
    compute: Callable[[Contender], Any]
    """Runs a contender once, for what it computes."""
    is_right: Callable[[Any], bool]


def all_groups() -> List[Group]:
    c_cubic = c_library().cubic
    c_cubic.argtypes, c_cubic.restype = [c_double], c_double
    return [
        _loops("Numba's `cubic`, in a loop", numba_cubic.ctypes, functions.cubic),
        _loops("C's `cubic`, in a loop", c_cubic, functions.cubic),
        _loops("Numba's `damped_wave`, in a loop", numba_damped_wave.ctypes, functions.damped_wave),
        _own_frames("Numba's `cubic`, each call in a frame of its own", numba_cubic.ctypes, functions.cubic),
        _matrices("The matrix example by Numba, 3 × 2, in a loop", my_callback.ctypes),
        _integrals(),
    ]


def code_addresses() -> Tuple[int, List[int]]:
    """Where the C# is, and where all other code is that the loops call or that has loops. The C# is near its entry points."""
    loops = [_c("scalar_loop", SCALAR_LOOP), _rust("scalar_loop", SCALAR_LOOP)]
    called = [c_library().cubic, numba_cubic.ctypes, numba_damped_wave.ctypes, my_callback.ctypes]
    return address_of("Map", HOST), [_address(function) for function in loops + called]


def c_library() -> ctypes.CDLL:
    return ctypes.CDLL(_built("libcallers_c.so"))


def gsl_library() -> ctypes.CDLL:
    return ctypes.CDLL("libgsl.so")


class _Numbers:
    """The input and the output of a group: the same memory for all contenders, since addresses alone can slow a loop down."""

    def __init__(self, values: List[float]) -> None:
        page = 512  # numbers
        # Half a page more than whole pages apart, so that no store is taken for one to what is read next.
        start = -(-len(values) // page) * page + page // 2
        memory = np.zeros(start + len(values))
        self.input, self.output = memory[:len(values)], memory[start:]
        self.input[:] = values

    def pointers(self) -> List[int]:
        return [self.input.ctypes.data, self.output.ctypes.data]

    def compute(self, contender: Contender) -> bytes:
        """The output after one run, or what the run returned."""
        self.output[:] = np.nan
        returned = contender.run()
        return self.output.tobytes() if returned is None else np.array(returned).tobytes()


def _loops(title: str, function: Any, reference: Callable[[float], float]) -> Group:
    numbers, expected = _arguments_and_results(reference)
    listed = numbers.input.tolist()
    contenders = _native([_address(function), *numbers.pointers(), ELEMENTS, REPEATS], {
        "C": _c("scalar_loop", SCALAR_LOOP),
        "C, again": _c("scalar_loop", SCALAR_LOOP),
        "Rust": _rust("scalar_loop", SCALAR_LOOP),
        "C#, `Map`": _csharp("Map", SCALAR_LOOP),
        "C#, `Map`, with `SuppressGCTransition`": _csharp("MapShort", SCALAR_LOOP),
        "C#, `Invoke`": _csharp("Invoke", SCALAR_LOOP),
        "C#, `Invoke`, its result in a local first": _csharp("InvokeToLocal", SCALAR_LOOP),
        "C#, function pointer by hand": _csharp("Pointer", SCALAR_LOOP),
    })
    contenders.append(Contender("Python, `ctypes`", lambda: [function(x) for x in listed], ELEMENTS))
    return Group(title, contenders, numbers.compute, expected.__eq__)


def _own_frames(title: str, function: Any, reference: Callable[[float], float]) -> Group:
    numbers, expected = _arguments_and_results(reference)
    contenders = _native([_address(function), *numbers.pointers(), ELEMENTS, REPEATS], {
        "C": _c("scalar_own_frame", SCALAR_LOOP),
        "C, again": _c("scalar_own_frame", SCALAR_LOOP),
        "Rust": _rust("scalar_own_frame", SCALAR_LOOP),
        "C#, `Invoke`": _csharp("InvokeInOwnFrame", SCALAR_LOOP),
        "C#, `Invoke`, with `SuppressGCTransition`": _csharp("InvokeShortInOwnFrame", SCALAR_LOOP),
        "C#, function pointer by hand": _csharp("PointerInOwnFrame", SCALAR_LOOP),
    })
    return Group(title, contenders, numbers.compute, expected.__eq__)


def _matrices(title: str, function: Any) -> Group:
    numbers = _Numbers([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
    expected = (2 * numbers.input).tobytes()
    m, n = 3, 2
    contenders = _native([_address(function), *numbers.pointers(), m, n, ELEMENTS * REPEATS], {
        "C": _c("matrix_loop", MATRIX_LOOP),
        "C, again": _c("matrix_loop", MATRIX_LOOP),
        "Rust": _rust("matrix_loop", MATRIX_LOOP),
        "C#, `Invoke`": _csharp("Matrix", MATRIX_LOOP),
        "C#, function pointer by hand": _csharp("MatrixPointer", MATRIX_LOOP),
    })
    arrays = [ctypes.cast(pointer, ctypes.POINTER(c_double)) for pointer in numbers.pointers()]

    def from_python() -> None:
        for _ in range(ELEMENTS):
            function(*arrays, m, n)

    contenders.append(Contender("Python, `ctypes`", from_python, ELEMENTS))
    return Group(title, contenders, numbers.compute, expected.__eq__)


def _integrals() -> Group:
    user_data = (c_double * 2)(SCALE, 0)
    pointer = ctypes.addressof(user_data)
    result = c_double()
    kernel = numba_integrand.address

    gsl = gsl_library()
    gsl.gsl_integration_workspace_alloc.restype = c_void_p
    workspace = gsl.gsl_integration_workspace_alloc(c_size_t(INTERVALS))
    from_c = _c("integral_loop", [c_void_p, c_void_p, c_void_p, c_void_p, c_double, c_size_t, c_int, c_void_p], result=c_int)
    from_csharp = _csharp("Integral", [c_void_p, c_void_p, c_double, c_int, c_int, c_void_p])
    qags = ctypes.cast(gsl.gsl_integration_qags, c_void_p)
    low_level = LowLevelCallable(numba_integrand.ctypes, ctypes.cast(user_data, c_void_p))

    def by_c() -> float:
        from_c(qags, workspace, kernel, pointer, TOLERANCE, INTERVALS, INTEGRALS, ctypes.addressof(result))
        return result.value

    def by_csharp() -> float:
        from_csharp(kernel, pointer, TOLERANCE, INTERVALS, INTEGRALS, ctypes.addressof(result))
        return result.value

    def by_scipy() -> float:
        value = 0.0
        for _ in range(INTEGRALS):
            value, _ = quad(low_level, 0, 1, epsabs=0, epsrel=TOLERANCE, limit=INTERVALS)
        return value

    def compute(contender: Contender) -> List[float]:
        """The integral, and how often the integrand was asked for one."""
        result.value, user_data[1] = np.nan, 0
        value = contender.run()
        return [value, user_data[1] / contender.calls]

    exact = functions.integral(SCALE)
    contenders = [
        Contender("C, GSL's `qags`", by_c, INTEGRALS),
        Contender("C, again", by_c, INTEGRALS),
        Contender("C#, GSL's `qags` by `Invoke`", by_csharp, INTEGRALS),
        Contender("Python, SciPy's `quad` with a `LowLevelCallable`", by_scipy, INTEGRALS),
    ]
    # QUADPACK's algorithm with its rule of 21 points is in both libraries; so they ask equally often.
    evaluations = compute(contenders[0])[1]
    return Group(
        f"∫₀¹ log({SCALE:g}x)/√x dx, for which Numba's `integrand` is called {evaluations:.0f} times", contenders, compute,
        lambda outcome: abs(outcome[0] - exact) <= TOLERANCE * abs(exact) and outcome[1] == evaluations > 0)


def _arguments_and_results(reference: Callable[[float], float]):
    """Numbers of both signs, and what the Python function makes of them, bit by bit."""
    numbers = _Numbers([i / 7 - 50 for i in range(ELEMENTS)])
    return numbers, np.array([reference(x) for x in numbers.input.tolist()]).tobytes()


def _native(arguments: List[Any], loops: Dict[str, Callable[..., Any]]) -> List[Contender]:
    """Contenders whose loops are native code, and take the same arguments."""
    return [Contender(name, partial(loop, *arguments), ELEMENTS * REPEATS) for name, loop in loops.items()]


def _address(function: Any) -> int:
    return ctypes.cast(function, c_void_p).value


def _c(name: str, parameters: List[type], result=None) -> Callable[..., Any]:
    return _typed(c_library(), name, parameters, result)


def _rust(name: str, parameters: List[type]) -> Callable[..., Any]:
    return _typed(ctypes.CDLL(_built("libcallers_rust.so")), name, parameters, None)


def _csharp(name: str, parameters: List[type]) -> Callable[..., Any]:
    return entry_point(name, *parameters, project=HOST)


def _typed(library: ctypes.CDLL, name: str, parameters: List[type], result) -> Callable[..., Any]:
    function = library[name]
    function.argtypes, function.restype = parameters, result
    return function


def _built(library: str) -> str:
    """A library that was built with the C# project; the one that was built last."""
    built = list(HOST.folder.glob(f"bin/*/net10.0/{library}"))
    if not built:
        raise FileNotFoundError(f"{library} is not built. Build it: dotnet build -c Release {os.path.relpath(HOST.folder)}")
    return str(max(built, key=lambda file: file.stat().st_mtime))
