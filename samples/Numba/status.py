"""status_cfunc: a Numba callback whose errors reach its caller.

An exception in a plain ``cfunc`` is printed and forgotten: the caller gets zero. ``status_cfunc`` compiles the same
function into a callback that returns a status, zero or the code of one of the errors that the function can raise::

    @status_cfunc("float64(float64)")
    def root(x):
        if x < 0:
            raise ValueError("no real root")
        return math.sqrt(x)

    root.signature         # (float64, float64*) -> int32: the result moves to a last parameter, set on success only
    root.error_message(1)  # 'ValueError: no real root'

No error path prints, waits for the interpreter's lock or unwinds, so any thread may call it.
"""

import functools
import hashlib
import pickle
import re
from typing import Any, Callable, Dict, Iterator, List, Tuple

import numba
from llvmlite import ir
from numba import cfunc, njit, types
from numba.core import callconv, cgutils, sigutils
from numba.core.dispatcher import ObjModeLiftedWith
from numba.core.typing import signature
from numba.extending import intrinsic

OTHER_ERROR = -1
"""The status of an error that is not written as a ``raise`` anywhere in the compiled code."""

_STORED_AS = {types.boolean: types.uint8}  # Numba has pointers to booleans, but cannot write through them

Error = Tuple[type, tuple]
"""An exception before it is created: its class and its arguments, which Numba requires to be constants."""


class StatusCallback:
    """A compiled callback, and what its status codes mean. Its code lives as long as this object."""

    def __init__(self, function: Callable, args: tuple, result: types.Type, options: Dict[str, Any]) -> None:
        functools.update_wrapper(self, function)
        kernel = njit(signature(result, *args), **options)(function).overloads[args]
        raised = dict(_raised_in(kernel.library))
        self._errors: List[Error] = sorted(set(raised.values()), key=repr)
        codes = {digest: self._errors.index(error) + 1 for digest, error in raised.items()}
        out = [] if result == types.none else [types.CPointer(_STORED_AS.get(result, result))]
        # A function that can only raise has no result, whatever its signature says.
        assigns = bool(out) and kernel.signature.return_type != types.none
        wrapper = _wrapper(_caller(kernel, codes), len(args), bool(out), assigns)
        self._cfunc = cfunc(signature(types.int32, *args, *out))(wrapper)

    @property
    def address(self) -> int:
        """The address of the compiled callback."""
        return self._cfunc.address

    @property
    def signature(self) -> str:
        """The callback's signature in Numba's notation, status and out parameter included."""
        return str(self._cfunc._sig)

    @property
    def ctypes(self) -> Callable:
        """The compiled callback as a ctypes function."""
        return self._cfunc.ctypes

    @property
    def codes(self) -> range:
        """The codes of the errors that the function and all that it calls can raise."""
        return range(1, len(self._errors) + 1)

    def error(self, code: int) -> BaseException:
        """The exception of a status code."""
        if code == OTHER_ERROR:
            return RuntimeError(f"{self.__name__} failed in a way that none of its raise statements describes.")
        if code not in self.codes:
            raise LookupError(f"{code} is no error of {self.__name__}, whose errors have the codes 1 to {len(self._errors)}.")
        kind, args = self._errors[code - 1]
        return kind(*args)

    def error_message(self, code: int) -> str:
        """The class and message of a status code, as in ``ValueError: no real root``."""
        error = self.error(code)
        return f"{type(error).__name__}: {error}" if error.args else type(error).__name__


def status_cfunc(sig: Any, **options: Any) -> Callable[[Callable], StatusCallback]:
    """Compile the decorated function into a C callback that returns its errors as an ``int32`` status.

    :param sig: the signature of the function itself, as ``cfunc`` takes it.
    :param options: as ``njit`` takes them. Indices are checked, unless ``boundscheck=False`` is given.
    """
    if callconv.excinfo_t.elements[:3] != _EXCINFO.elements:
        raise NotImplementedError(
            f"status_cfunc reads exceptions as Numba 0.56 keeps them, and Numba {numba.__version__} keeps them otherwise. "
            "Use Debian's: sudo apt-get install -y python3-numba")
    if options.get("cache"):
        raise TypeError("cache=True would lose the kernel's errors, which are read while it is compiled. Leave it out.")
    args, result = sigutils.normalize_signature(sig)
    if result is None:
        raise TypeError(f"{sig} has no result type, and a C callback needs one. Write it first, as in 'float64(float64)'.")
    return functools.partial(StatusCallback, args=args, result=result, options={"boundscheck": True, **options})


# How Numba keeps an exception: each one that code can raise is a constant, {pickle, length, SHA-1 of the pickle}, and a
# function that fails gives its caller a pointer to one. The pickle holds class, arguments and source line.
_EXCINFO = ir.LiteralStructType([cgutils.voidptr_t, ir.IntType(32), cgutils.voidptr_t])
_INT = ir.IntType(32)
_DIGEST = ir.IntType(64)  # the first eight bytes of the SHA-1 distinguish the constants


def _raised_in(library: Any) -> Iterator[Tuple[int, Error]]:
    """The digest and the error of each exception constant in the compiled code, that of callees included."""
    for variable in library._final_module.global_variables:
        if variable.name.startswith(".const.pickledata.") and ".sha1" not in variable.name:
            data = _bytes_of(str(variable))
            constant = pickle.loads(data)
            # What a print prints is a constant too, for one.
            kind, args = constant[:2] if isinstance(constant, tuple) else (None, None)
            if isinstance(kind, ObjModeLiftedWith):
                raise TypeError(f"{library.name} has an objmode block, whose errors are the interpreter's. Take it out.")
            if isinstance(kind, type) and issubclass(kind, BaseException):
                yield int.from_bytes(hashlib.sha1(data).digest()[:8], "little"), (kind, args or ())


def _bytes_of(definition: str) -> bytes:
    r"""The bytes of ``@name = internal constant [4 x i8] c"ab\\\00"``: two letters, a backslash, a zero."""
    text = definition[definition.index(' c"') + 3:definition.rindex('"')].encode("ascii")
    return re.sub(rb"\\(?:\\|(..))", lambda escape: bytes.fromhex(escape[1].decode()) if escape[1] else b"\\", text)


def _caller(kernel: Any, codes: Dict[int, int]) -> Callable:
    """A function for nopython code that calls the kernel with a tuple of arguments, and returns (status, result)."""

    @intrinsic
    def call(typingctx, args):
        def generate(context, builder, sig, llvm_args):
            # What Numba itself does to call a function, but for the last step: to return at once if it failed.
            context.add_linking_libs([kernel.library])
            function = context.declare_function(builder.module, kernel.fndesc)
            values = [builder.extract_value(llvm_args[0], i) for i in range(len(args))]
            failure, result = context.call_conv.call_function(
                builder, function, kernel.signature.return_type, kernel.signature.args, values)
            status = _status(builder, failure, codes)
            return context.make_tuple(builder, sig.return_type, [status, result])

        return types.Tuple([types.int32, kernel.signature.return_type])(args), generate

    return call


def _status(builder: ir.IRBuilder, failure: callconv.Status, codes: Dict[int, int]) -> ir.Value:
    """Zero, or the code of the exception that the call ended in."""
    status = cgutils.alloca_once_value(builder, builder.select(failure.is_error, _INT(OTHER_ERROR), _INT(0)))
    with builder.if_then(failure.is_user_exc, likely=False):
        sha1 = builder.load(builder.gep(failure.excinfoptr, [_INT(0), _INT(2)]))
        digest = builder.load(builder.bitcast(sha1, _DIGEST.as_pointer()), align=1)
        for known, code in codes.items():
            with builder.if_then(builder.icmp_unsigned("==", digest, _DIGEST(known))):
                builder.store(_INT(code), status)
    return builder.load(status)


def _wrapper(call: Callable, count: int, has_out: bool, assigns: bool) -> Callable:
    """The Python function that becomes the callback. Generated, because a ``cfunc`` takes no ``*args``."""
    names = [f"a{i}" for i in range(count)]
    lines = [
        f"def callback({', '.join(names + ['out'] * has_out)}):",
        f"    status, result = call(({''.join(name + ', ' for name in names)}))",
        "    if status == 0:" * assigns,
        "        out[0] = result" * assigns,
        "    return status",
    ]
    scope: Dict[str, Any] = {"call": call}
    exec("\n".join(lines), scope)
    return scope["callback"]
