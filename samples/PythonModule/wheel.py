"""Packs the module and its types into a wheel, which pip installs without a network: wheel.py <module> <types> <folder>"""

import base64
import hashlib
import sys
import sysconfig
import zipfile
from pathlib import Path

NAME = "nativecallbacks_callback"
VERSION = "0.1.0"
# The stable ABI of Python 3.11, in which the buffer protocol is. Pythons without a lock have none, so pip does not install it there.
TAG = f"cp311-abi3-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"


def pack(module: Path, types: Path, folder: Path) -> Path:
    info = f"{NAME}-{VERSION}.dist-info"
    files = {
        module.name: module.read_bytes(),
        # Where type checkers look for the types of a module that is a single file.
        f"{module.name.split('.')[0]}-stubs/__init__.pyi": types.read_bytes(),
        f"{info}/METADATA": (f"Metadata-Version: 2.1\nName: {NAME.replace('_', '-')}\nVersion: {VERSION}\n"
                             "Summary: Calls callbacks that Numba compiled, from C#\nRequires-Python: >=3.11\n").encode(),
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: {Path(__file__).name}\nRoot-Is-Purelib: false\nTag: {TAG}\n".encode(),
    }
    record = f"{info}/RECORD"
    lines = [f"{name},sha256={_digest(content)},{len(content)}\n" for name, content in files.items()]
    files[record] = "".join([*lines, f"{record},,\n"]).encode()
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{NAME}-{VERSION}-{TAG}.whl"
    unfinished = wheel.with_suffix(".new")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return unfinished.replace(wheel)


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


if __name__ == "__main__":
    pack(*map(Path, sys.argv[1:]))
