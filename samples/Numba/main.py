"""The matrix example: a Numba callback, called first through ctypes, for reference, and then from C#."""

import ctypes
import os
import sys
from pathlib import Path
from typing import List

from interpreter import run_with

SAMPLES = Path(__file__).resolve().parent.parent


def main() -> int:
    from callback import MATRIX_INPUT, compute_from_dotnet, compute_from_rust
    from kernels import my_callback

    reference = through_ctypes(my_callback, MATRIX_INPUT, 3, 2)
    output = compute_from_dotnet(my_callback)
    print(f"Numba says:    {my_callback._sig}")
    print(f"Input:         {list(MATRIX_INPUT)}")
    print(f"ctypes output: {reference}")
    print(f"Dotnet output: {output}")
    equal = add_row("cfunc.address, called by C#", output, reference)

    # samples/Rust, if it was built: the address goes from Python through C# to Rust, which calls it.
    rust = sorted(SAMPLES.glob("Rust/bin/*/net10.0/libkernels.so"), key=os.path.getmtime)
    if rust:
        output = compute_from_rust(my_callback, rust[-1])
        print(f"Rust output:   {output}")
        equal &= add_row("through C# to Rust as usize", output, reference)

    return 0 if shows_an_error() and equal else 1


def through_ctypes(callback, input, m: int, n: int) -> List[float]:
    """What the callback computes, without C#."""
    numbers = (ctypes.c_double * (m * n))(*input)
    output = (ctypes.c_double * (m * n))()
    callback.ctypes(numbers, output, m, n)
    return list(output)


def shows_an_error() -> bool:
    """One element in a million has no root, which the kernel raises, C# throws and Python raises again."""
    from callback import CallbackError, compute_from_dotnet
    from checked_kernels import roots

    numbers = [float(i) for i in range(1_000_000)]
    numbers[765_432] = -1.0
    try:
        compute_from_dotnet(roots, numbers, 1000, 1000)
    except CallbackError as error:
        print(f"A kernel that raises, code {error.code}: {error}")
        return True
    return False


def add_row(address: str, output: List[float], reference: List[float]) -> bool:
    """Add one result to the table that samples/run.sh prints, if it asked for one by $SAMPLES_TABLE."""
    from callback import MATRIX_INPUT

    table = os.environ.get("SAMPLES_TABLE")
    if table:
        texts = [str([int(x) if x == int(x) else x for x in numbers]) for numbers in (MATRIX_INPUT, output)]
        with open(table, "a", encoding="utf-8") as file:
            print("Numba", address, *texts, "yes" if output == reference else "no", sep="\t", file=file)
    return output == reference


if __name__ == "__main__":
    run_with("numba")
    sys.exit(main())
