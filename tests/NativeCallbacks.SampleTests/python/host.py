"""The C API of this interpreter, from C# that it hosts: the C# is that of these tests."""

import ctypes
from pathlib import Path
from typing import Any, List, Optional

import dotnet

TESTS = dotnet.Project(Path(__file__).parents[1], "NativeCallbacks.SampleTests", "NativeCallbacks.SampleTests.PythonEntryPoints")
numbers: List[int] = []


def version() -> str:
    """What the main program has, as C# sees it: Py_GetVersion and Py_IsInitialized."""
    return _entry("Version", result=ctypes.c_char_p)().decode()


def address_of(symbol: str, library: Optional[str] = None) -> int:
    """Where C# finds a symbol: in the main program, or in a library that it loads."""
    name = None if library is None else library.encode()
    return _entry("AddressOf", ctypes.c_char_p, ctypes.c_char_p, result=ctypes.c_ssize_t)(symbol.encode(), name)


def own_address_of(symbol: str) -> int:
    """Where ctypes finds it, which Python itself uses."""
    return ctypes.cast(getattr(ctypes.pythonapi, symbol), ctypes.c_void_p).value


def run(code: str) -> int:
    """Let C# run code in this interpreter."""
    return _entry("Run", ctypes.c_char_p, result=ctypes.c_ssize_t)(code.encode())


def _entry(name: str, *parameters: type, result: type) -> Any:
    return dotnet.entry_point(name, *parameters, result=result, project=TESTS)
