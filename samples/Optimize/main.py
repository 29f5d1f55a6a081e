"""Gives the functions of problem.py to the C# program, which gives them to NLopt beside those of C# and C."""

import ctypes
import sys
from array import array
from pathlib import Path
from typing import Tuple

FOLDER = Path(__file__).resolve().parent
sys.path.append(str(FOLDER.parent / "Numba"))

from dotnet import Project, entry_point  # noqa: E402
from interpreter import run_with  # noqa: E402


def main() -> int:
    from problem import constraint, objective

    # a and b of each constraint, which nobody but the functions looks at.
    first, second = array("d", [2, 0]), array("d", [-1, 1])
    run = entry_point(
        "RunWithNumba", *[ctypes.c_void_p, ctypes.c_char_p] * 2, *[ctypes.c_void_p] * 2, result=ctypes.c_int,
        project=Project(FOLDER, "Optimize", "OptimizeSample.Program"))
    # C# compares what Numba says of each function with what NLopt takes.
    return run(*address_and_signature(objective), *address_and_signature(constraint),
               first.buffer_info()[0], second.buffer_info()[0])


def address_and_signature(function) -> Tuple[int, bytes]:
    return function.address, str(function._sig).encode()


if __name__ == "__main__":
    run_with("numba")
    sys.exit(main())
