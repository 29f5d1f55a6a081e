"""Gives the functions of problem.py to the C# program, which gives them to NLopt beside those of C# and C."""

import ctypes
import sys
from array import array
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.append(str(FOLDER.parent / "Numba"))

from dotnet import Project, entry_point  # noqa: E402
from interpreter import run_with  # noqa: E402


def main() -> int:
    from problem import constraint, objective

    # a and b of each constraint, which nobody but the functions looks at.
    first, second = array("d", [2, 0]), array("d", [-1, 1])
    run = entry_point(
        "RunWithNumba", *[ctypes.c_void_p] * 4, result=ctypes.c_int,
        project=Project(FOLDER, "Optimize", "OptimizeSample.Program"))
    return run(objective.address, constraint.address, first.buffer_info()[0], second.buffer_info()[0])


if __name__ == "__main__":
    run_with("numba")
    sys.exit(main())
