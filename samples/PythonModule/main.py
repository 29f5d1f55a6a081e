"""The module at work: the program that was written for a Rust module, and what the module of C# does besides."""

import os
import runpy
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "bin" / "module"))
sys.path.append(str(HERE.parent / "Numba"))  # behind, because its callback.py is another module of that name

from interpreter import run_with


def main() -> int:
    import callback
    import numpy
    from numba import cfunc

    story = runpy.run_path(str(HERE / "story.py"))
    my_callback = story["my_callback"]
    equal = add_row("import callback: C# without .NET", story["result"], [2.0, 4.0, 6.0, 8.0, 10.0, 12.0])

    array = numpy.arange(6.0).reshape(3, 2)
    callback.compute_from_dotnet(my_callback, array, out=array)
    print(f"An array, in place: {array.tolist()}")
    try:
        callback.compute_from_dotnet(my_callback, array.T)
    except ValueError as error:
        print(f"ValueError: {error}")

    @cfunc("float64(float64)")
    def bell(x):
        return numpy.exp(-x * x)

    def progress(done: int, points: int) -> None:
        print(f"  {done:,} of {points:,} points")

    integral = callback.integrate(bell, -10, 10, 3_000_000, progress=progress, every=1_000_000)
    print(f"The integral of exp(-x²): {integral:.12f}, squared {integral ** 2:.12f}")
    return 0 if equal and abs(integral ** 2 - numpy.pi) < 1e-9 else 1


def add_row(address: str, output, reference) -> bool:
    """Add one result to the table that samples/run.sh prints, if it asked for one by $SAMPLES_TABLE."""
    table = os.environ.get("SAMPLES_TABLE")
    if table:
        texts = [str([int(x) for x in numbers]) for numbers in ([1, 2, 3, 4, 5, 6], output)]
        with open(table, "a", encoding="utf-8") as file:
            print("Python", address, *texts, "yes" if output == reference else "no", sep="\t", file=file)
    return output == reference


if __name__ == "__main__":
    run_with("numba")
    sys.exit(main())
