"""The tables of a race, as Markdown, and where they go in README.md."""

import ctypes
import os
import platform
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import List

import numba
import scipy

from contenders import HOST, gsl_library
from dotnet import entry_point
from processes import FAR, NEAR, GroupTimes

MAP, BAR = "C#, `Map`", 1.10
OTHERS = {"÷ Rust": "Rust", "÷ by hand": "C#, function pointer by hand"}
"""Columns, and the contenders that they compare with."""
BEGIN, END = "<!-- written by run.sh --write -->", "<!-- end of what run.sh wrote -->"


def table(group: GroupTimes) -> str:
    """A row for each contender: its times and ratios where all code is near; and its ratio to C where that of C# is far."""
    near, far = (dict(zip(group.names, group.by_layout.get(layout, []))) for layout in (NEAR, FAR))
    others = {heading: name for heading, name in OTHERS.items() if name in group.names}
    heads = ["caller", "fastest, ns", "median, ns", "÷ C", "middle half", *others, "÷ C, far"]
    lines = [f"### {group.title}", "", _row(heads), "|" + "---|" * len(heads)]
    c = group.names[0]
    for name in group.names:
        cells = ["–"] * (len(heads) - 2)
        if near:
            low, high = near[name].middle_half(near[c])
            cells = [f"{near[name].fastest:.2f}", f"{near[name].median:.2f}", f"{near[name].ratio(near[c]):.2f}",
                     f"{low:.2f}–{high:.2f}", *(f"{near[name].ratio(near[other]):.2f}" for other in others.values())]
        lines.append(_row([name, *cells, f"{far[name].ratio(far[c]):.2f}" if far else "–"]))
    if near and MAP in near:
        lines += ["", f"The bar for `Map` is {BAR:.2f}: to C {_verdict(near[MAP].ratio(near[c]))}; "
                      f"to Rust {_verdict(near[MAP].ratio(near['Rust']))}."]
    return "\n".join(lines)


def _verdict(ratio: float) -> str:
    return f"{ratio:.2f}, {'kept' if ratio <= BAR else 'missed'}"


def _row(cells: List[str]) -> str:
    return f"| {' | '.join(cells)} |"


def conditions(processes: int, rounds: int) -> str:
    """Where and when it was measured, with what, and how often."""
    cores = os.cpu_count()
    machine = f"{cores}-core {platform.machine().replace('_', '-')} {platform.system()} {'VM' if _is_virtual() else 'machine'}"
    gsl = ctypes.c_char_p.in_dll(gsl_library(), "gsl_version").value.decode()
    versions = ", ".join([
        runtime_version(), f"CPython {platform.python_version()}", f"Numba {numba.__version__}", f"SciPy {scipy.__version__}",
        f"GSL {gsl}", f"clang {_version('clang')}", f"rustc {_version('rustc')}"])
    return (f"Measured on a {machine} ({_processor()}) with {versions}, on {date.today()}: "
            f"{rounds} rounds in each of {processes} processes.")


def runtime_version() -> str:
    address = entry_point("RuntimeVersion", result=ctypes.c_void_p, project=HOST)()
    return ctypes.string_at(address).decode()


def is_optimized() -> bool:
    """Whether the C# is a Release build."""
    return entry_point("IsOptimized", result=ctypes.c_int, project=HOST)() == 1


def write(file: Path, text: str) -> None:
    """Put the text between the two marks of a file, in place of what is there."""
    before, rest = file.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    file.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def _version(compiler: str) -> str:
    said = subprocess.run([compiler, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout
    return re.search(r"\d+\.\d+\.\d+", said)[0]


def _processor() -> str:
    return re.search(r"^model name\s*: (.*)$", _cpuinfo(), re.MULTILINE)[1]


def _is_virtual() -> bool:
    return re.search(r"^flags\s*:.*\bhypervisor\b", _cpuinfo(), re.MULTILINE) is not None


def _cpuinfo() -> str:
    return Path("/proc/cpuinfo").read_text(encoding="utf-8")
