"""Lets C, Rust, C# and Python call the same addresses: first to see that they compute the same, and then for time."""

import argparse
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.append(str(FOLDER.parent.parent / "samples" / "Numba"))

from interpreter import run_with  # noqa: E402


def main() -> int:
    import report
    from processes import race_in_many, race_in_this

    arguments = _arguments()
    if arguments.process:
        print(race_in_this(arguments.rounds))
        return 0
    if arguments.write and not report.is_optimized():
        sys.exit("The C# was built for debugging, so its times are not for the README. Build it: "
                 "dotnet build -c Release benchmarks/CrossLanguage/Host")
    if not agree():
        return 1
    if not arguments.agree:
        tables = [report.table(group) for group in race_in_many(arguments.processes, arguments.rounds)]
        text = "\n\n".join([report.conditions(arguments.processes, arguments.rounds), *tables])
        print(text)
        if arguments.write:
            report.write(FOLDER / "README.md", text)
    return 0


def agree() -> bool:
    """Whether all contenders compute what they have to."""
    from contenders import all_groups

    for group in all_groups():
        for contender in group.contenders:
            if not group.is_right(group.compute(contender)):
                print(f"{group.title}: {contender.name} computes something else.", file=sys.stderr)
                return False
        print(f"{group.title}: {len(group.contenders)} contenders agree.", file=sys.stderr)
    return True


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__)
    parser.add_argument("--agree", action="store_true", help="only see that all compute the same")
    parser.add_argument("--processes", type=int, default=8, help="how many processes race, one after the other (8)")
    parser.add_argument("--rounds", type=int, default=300, help="how often each contender runs in each of them (300)")
    parser.add_argument("--write", action="store_true", help="write the tables into README.md too")
    parser.add_argument("--process", action="store_true", help=argparse.SUPPRESS)  # be one of these processes
    return parser.parse_args()


if __name__ == "__main__":
    run_with("numba", "scipy")
    sys.exit(main())
