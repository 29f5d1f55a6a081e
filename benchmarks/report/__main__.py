"""From measurements to pages.

    python3 benchmarks/report collect <folder>   reads the rounds that benchmarks/run.sh ran into benchmarks/results
    python3 benchmarks/report write              fills the tables of benchmarks/README.md, and draws benchmarks/charts
    python3 benchmarks/report check              fails if the tables are not those of benchmarks/results
"""

import sys
from pathlib import Path


def main(arguments: list) -> int:
    if len(arguments) == 2 and arguments[0] == "collect":
        import results

        results.collect(Path(arguments[1]))
    elif arguments == ["write"]:
        import charts
        import tables

        tables.README.write_text(tables.filled(tables.README.read_text(encoding="utf-8")), encoding="utf-8")
        charts.draw()
    elif arguments == ["check"]:
        import tables

        text = tables.README.read_text(encoding="utf-8")
        if tables.filled(text) != text:
            sys.exit("The tables of benchmarks/README.md are not those of benchmarks/results: python3 benchmarks/report write")
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


sys.exit(main(sys.argv[1:]))
