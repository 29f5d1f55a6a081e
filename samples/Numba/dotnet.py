"""Starts .NET in this Python process, with nothing but ctypes, and finds methods of C# projects in it.

The way in is hostfxr, the library by which the ``dotnet`` command itself starts programs.
"""

import ctypes
import functools
import os
import shutil
import threading
from pathlib import Path
from typing import Any, Callable, List, NamedTuple, Optional, Tuple

INSTALL = ("Install it: sudo apt-get install -y dotnet-runtime-10.0 (on Ubuntu), or "
           "https://dotnet.microsoft.com/download/dotnet/10.0")
USUAL_ROOTS = ["/usr/share/dotnet", "/usr/lib/dotnet", "~/.dotnet"]

_LOAD_ASSEMBLY_AND_GET_FUNCTION_POINTER = 5  # of enum hostfxr_delegate_type
_UNMANAGED_CALLERS_ONLY = ctypes.c_char_p(-1)  # in place of a delegate type's name
_starting = threading.Lock()


class Project(NamedTuple):
    """A C# project, and the class in it whose ``UnmanagedCallersOnly`` methods Python calls."""

    folder: Path
    assembly: str
    type: str


NUMBA_HOST = Project(Path(__file__).parent / "Host", "NumbaHost", "NumbaHost.EntryPoints")


class _InitializeParameters(ctypes.Structure):
    """``struct hostfxr_initialize_parameters``"""

    _fields_ = [("size", ctypes.c_size_t), ("host_path", ctypes.c_char_p), ("dotnet_root", ctypes.c_char_p)]


def entry_point(
        name: str, *parameters: type, result: Optional[type] = None, project: Optional[Project] = None) -> Callable[..., Any]:
    """The method of that name in a project's class, or NumbaHost's. ctypes releases the interpreter's lock while it runs."""
    return ctypes.CFUNCTYPE(result, *parameters)(address_of(name, project))


@functools.lru_cache(maxsize=None)
def address_of(name: str, project: Optional[Project] = None) -> int:
    """The address of the method of that name in a project's class, or NumbaHost's."""
    project = project or NUMBA_HOST
    address = ctypes.c_void_p()
    assembly = _assembly(project)
    with _starting:
        status = _loader(assembly)(
            os.fsencode(assembly), f"{project.type}, {project.assembly}".encode(), name.encode(), _UNMANAGED_CALLERS_ONLY,
            None, ctypes.byref(address))
    if status != 0:
        raise RuntimeError(
            f"{assembly} has no usable entry point {name} (error {_hex(status)}). Build it again: {_build(project)}")
    return address.value


@functools.lru_cache(maxsize=None)
def _loader(assembly: Path) -> Callable[..., int]:
    """Starts the runtime that the assembly asks for, and returns what loads assemblies into it."""
    root = find_root()
    hostfxr = ctypes.CDLL(str(_newest_hostfxr(root)))

    # What hostfxr has to say goes into the exception instead of to stderr.
    said: List[str] = []
    writer = ctypes.CFUNCTYPE(None, ctypes.c_char_p)(lambda message: said.append(message.decode()))
    hostfxr.hostfxr_set_error_writer(writer)
    try:
        context, loader = ctypes.c_void_p(), ctypes.c_void_p()
        parameters = _InitializeParameters(ctypes.sizeof(_InitializeParameters), None, os.fsencode(root))
        status = hostfxr.hostfxr_initialize_for_runtime_config(
            os.fsencode(assembly.with_suffix(".runtimeconfig.json")), ctypes.byref(parameters), ctypes.byref(context))
        if status >= 0:  # 1 and 2 mean that a runtime was running already
            status = hostfxr.hostfxr_get_runtime_delegate(
                context, _LOAD_ASSEMBLY_AND_GET_FUNCTION_POINTER, ctypes.byref(loader))
        if context:
            hostfxr.hostfxr_close(context)
    finally:
        hostfxr.hostfxr_set_error_writer(None)
    if status != 0:
        raise RuntimeError(f"The .NET in {root} cannot run {assembly.name} (error {_hex(status)}), which needs the runtime "
                           f"10.0. {INSTALL}\n" + "\n".join(said))
    return ctypes.CFUNCTYPE(
        ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p,
        ctypes.POINTER(ctypes.c_void_p))(loader.value)


def find_root() -> Path:
    """The folder with the .NET runtime: ``$DOTNET_ROOT`` if set, as for any .NET program; else where ``dotnet`` on the PATH
    is; else one of the usual places."""
    if os.environ.get("DOTNET_ROOT"):
        places = [Path(os.environ["DOTNET_ROOT"])]
    else:
        command = shutil.which("dotnet")
        on_path = [Path(command).resolve().parent] if command else []
        places = on_path + [Path(place).expanduser() for place in USUAL_ROOTS]
    for place in places:
        if _hostfxrs(place):
            return place
    raise FileNotFoundError(f"The .NET runtime is missing: it is not in {', '.join(map(str, places))}. {INSTALL}")


def _hostfxrs(root: Path) -> List[Path]:
    return list(root.glob("host/fxr/*/libhostfxr.so"))


def _newest_hostfxr(root: Path) -> Path:
    """It starts runtimes of its own version and of all before."""

    def version(hostfxr: Path) -> Tuple[Any, ...]:
        numbers, _, preview = hostfxr.parent.name.partition("-")
        return tuple(map(int, numbers.split("."))), not preview, preview

    return max(_hostfxrs(root), key=version)


def _assembly(project: Project) -> Path:
    """The project's assembly, of the configuration that was built last."""
    file = f"{project.assembly}.dll"
    built = list(project.folder.glob(f"bin/*/net10.0/{file}"))
    if not built:
        raise FileNotFoundError(f"{file} is not built: there is none under {project.folder}. Build it: {_build(project)}")
    return max(built, key=lambda assembly: assembly.stat().st_mtime)


def _build(project: Project) -> str:
    return f"dotnet build -c Release {os.path.relpath(project.folder)}"


def _hex(status: int) -> str:
    return f"0x{status & 0xFFFFFFFF:08X}"
