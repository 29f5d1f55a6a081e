"""What the tests do with the extension module of samples/PythonModule: each function returns what it saw."""

import ctypes
import gc
import importlib
import os
import signal
import sys
import threading
from array import array

import callback
import numpy
from numba import carray, cfunc

from status import status_cfunc

MATRIX_SIGNATURE = "void(CPointer(float64), CPointer(float64), intc, intc)"


@cfunc(MATRIX_SIGNATURE)
def weigh(in_, out, m, n):
    """out[i, j] = (i + 1) * in[i, j] - j"""
    for i in range(m):
        for j in range(n):
            carray(out, (m, n))[i, j] = (i + 1) * carray(in_, (m, n))[i, j] - j


@cfunc(MATRIX_SIGNATURE)
def stamp(in_, out, m, n):
    """Writes to its input, which shows whose memory it is."""
    carray(in_, (m, n))[m - 1, n - 1] = 99


@cfunc("float64(float64)")
def cubic(x):
    return x * x * x - 2 * x


@status_cfunc("float64(float64)")
def cubic_below_two(x):
    if x > 2:
        raise LookupError("above two")
    return x * x * x - 2 * x


@cfunc("void(CPointer(float64), CPointer(float64), int64, int64)")
def wide(in_, out, m, n):
    pass


class Raising:
    """An object of which one thing raises when C# uses it."""

    def __init__(self, what):
        self._what = what

    def _maybe(self, what, value):
        if what == self._what:
            raise LookupError(f"in {what}")
        return value

    @property
    def address(self):
        return RaisingIndex(self._what) if self._what == "__index__" else self._maybe("address", weigh.address)

    @property
    def _sig(self):
        if self._what in ("signature", "error", "error_message"):
            raise AttributeError("_sig")
        return Raising(self._what) if self._what == "__str__" else self._maybe("_sig", weigh._sig)

    @property
    def signature(self):
        return self._maybe("signature", failing.signature)

    def error(self, code):
        return self._maybe("error", ValueError(code))

    def error_message(self, code):
        return self._maybe("error_message", str(code))

    def __str__(self):
        return self._maybe("__str__", "")

    def __len__(self):
        return self._maybe("__len__", 6)

    def __getitem__(self, index):
        return Raising(self._what) if self._what == "__float__" else self._maybe("__getitem__", 1.0)

    def __float__(self):
        return self._maybe("__float__", 1.0)

    def __call__(self, done, points):
        return self._maybe("progress", None)


class RaisingIndex(Raising):
    def __index__(self):
        return self._maybe("__index__", 0)


@status_cfunc(MATRIX_SIGNATURE)
def failing(in_, out, m, n):
    raise ValueError("always")


class Failing(Raising):
    """The same, of which the callback itself fails too."""

    @property
    def address(self):
        return failing.address


def computed_into(input, out):
    """What a callback wrote into an array of ours, and whether C# returned that array."""
    returned = callback.compute_from_dotnet(weigh, numpy.array(input, dtype=float), out=out)
    return {"same": returned is out, "values": numpy.array(out).ravel().tolist()}


def written_input(input):
    """An array after a call of a kernel that writes to its input."""
    callback.compute_from_dotnet(stamp, input)
    return numpy.array(input).ravel().tolist()


def released(call):
    """Whether an array can grow after a call that used its memory, which it cannot while somebody has its buffer."""
    memory = array("d", [1, 2, 3, 4, 5, 6])
    try:
        call(memory)
    except (ValueError, LookupError, callback.CallbackError):
        pass
    memory.append(7)
    return len(memory)


class _Allocations(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()]


_mallinfo = ctypes.CDLL(None).mallinfo2
_mallinfo.restype = _Allocations


def growth(call, times):
    """What so many calls leave behind, successful or not: references to the arguments and None, blocks of Python's, bytes of malloc's."""
    input, out = numpy.arange(6.0).reshape(3, 2), numpy.zeros((3, 2))

    def repeat(times):
        for _ in range(times):
            try:
                call(input, out)
            except (TypeError, ValueError, RuntimeError, LookupError, BufferError):
                pass

    def counts():
        gc.collect()
        return [*map(sys.getrefcount, (None, weigh, input, out, callback, callback.CallbackError, ValueError)), sys.getallocatedblocks(), _mallinfo().uordblks]

    repeat(1000)  # caches fill
    before = counts()
    repeat(times)
    *references, blocks, memory = (after - earlier for earlier, after in zip(before, counts()))
    return {"references": max(map(abs, references)), "blocks": blocks, "bytes": memory}


def meet(count):
    """Calls on several threads that wait for each other in native code, which takes a released lock, and then compute each its own."""
    libc, results = ctypes.CDLL(None), [None] * count
    barrier = (ctypes.c_double * 4)()  # a pthread_barrier_t has 32 bytes
    libc.pthread_barrier_init(barrier, None, count)
    wait = ctypes.cast(libc.pthread_barrier_wait, ctypes.c_void_p).value  # ignores all parameters but the first

    def call(i):
        callback.compute_from_dotnet(wait, barrier, 1, 4)
        for _ in range(1000):
            results[i] = callback.compute_from_dotnet(weigh, [float(i), 2.0 * i], 2, 1)

    threads = [threading.Thread(target=call, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def after_fork(calls):
    """The exit status of a child that calls so often that the collector runs, and fails once, and what this process computes meanwhile."""
    callback.compute_from_dotnet(weigh)
    child = os.fork()
    if child == 0:
        right = False
        try:
            numbers = [float(i) for i in range(100)]
            for _ in range(calls):
                right = callback.compute_from_dotnet(weigh, numbers, 10, 10)[11] == 2 * 11.0 - 1
            try:
                callback.compute_from_dotnet(wide)
                right = False
            except ValueError:
                pass
        finally:
            os._exit(7 if right else 1)
    here = callback.compute_from_dotnet(weigh)
    return {"status": os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), "here": here}


def reports(function, intervals, every, stop_at=None):
    """The reports of an integration, and how it ended. False is returned at the given number of points, and None before."""
    seen = []

    def progress(done, points):
        seen.append([done, points])
        return False if stop_at is not None and done >= stop_at else None

    try:
        ended = callback.integrate(function, -1, 4, intervals, progress=progress, every=every)
    except callback.Cancelled as cancelled:
        ended = str(cancelled)
    return {"seen": seen, "ended": ended}


def nested(call):
    """A progress callback that calls C# again, and handles its error: the outer call goes on."""
    errors = []

    def progress(done, points):
        try:
            call()
        except ValueError as error:
            errors.append(str(error))

    return {"value": callback.integrate(cubic, -1, 4, 8, progress=progress, every=4), "errors": errors}


def interrupted():
    """What an integration that takes years ends in if the process gets SIGINT."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    inside = threading.Event()

    def progress(done, points):
        inside.set()

    def interrupt():
        inside.wait()
        os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    thread.start()
    try:
        callback.integrate(cubic, 0, 1, 1 << 60, progress=progress, every=100_000)
        return "ended"
    except KeyboardInterrupt:
        return "KeyboardInterrupt"
    finally:
        thread.join()


def imported_again():
    """Imports of the module after the first, with what each computes."""
    first = sys.modules.pop("callback")
    try:
        second = importlib.import_module("callback")
        reloaded = importlib.reload(second)
        return {
            "another": second is not first and second.CallbackError is not first.CallbackError,
            "reloaded": reloaded is second,
            "values": [module.compute_from_dotnet(weigh) for module in (first, second)],
        }
    finally:
        sys.modules["callback"] = first


def parameters():
    """The parameters of the functions, as Python shows them and as the types for checkers have them."""
    import ast
    import inspect
    from pathlib import Path

    types = Path(callback.__file__).parents[2] / "callback.pyi"
    declared = {}
    for node in ast.parse(types.read_text()).body:
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args + node.args.kwonlyargs]
            defaults = [*node.args.defaults, *node.args.kw_defaults]
            declared[node.name] = f"{','.join(names)}|{len(node.args.kwonlyargs)}"
    shown = {}
    for name in declared:
        found = inspect.signature(getattr(callback, name)).parameters.values()
        shown[name] = f"{','.join(p.name for p in found)}|{sum(p.kind is p.KEYWORD_ONLY for p in found)}"
    public = sorted(name for name in vars(callback) if not name.startswith("_"))
    documented = all(getattr(callback, name).__doc__ for name in public)
    return {"declared": declared, "shown": shown, "public": public, "documented": documented}
