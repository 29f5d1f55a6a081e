"""Compares the ways in which Python has a native language call a Numba callback, and prints them as a table of Markdown.

Needs the samples PythonModule (build.sh), Numba/Host and Rust to be built. Each way runs in processes of its own: one for its import
and its memory, several for its calls, of which the fastest counts, and one that forks. Times are those of the processor, on all
threads, so that other programs disturb them little.
"""

import datetime
import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NUMBA = HERE.parent / "Numba"
ROUNDS = 5

# Each defines call(), after what `import` means for it; `my_callback` is there before.
WAYS = {
    "C#, extension module": f"sys.path.insert(0, {str(HERE / 'bin' / 'module')!r})\nimport callback\ncall = lambda: callback.compute_from_dotnet(address)",
    "C#, the same with the signature checked": f"sys.path.insert(0, {str(HERE / 'bin' / 'module')!r})\nimport callback\ncall = lambda: callback.compute_from_dotnet(my_callback)",
    "C#, hosted .NET": f"sys.path.insert(0, {str(NUMBA)!r})\nimport callback\ncall = lambda: callback.compute_from_dotnet(address)",
    "Rust, cdylib through ctypes": (
        "import ctypes\n"
        f"rust = ctypes.CDLL({str(max(HERE.parent.glob('Rust/bin/*/net10.0/libkernels.so'), key=os.path.getmtime, default='libkernels.so'))!r})\n"
        "rust.compute_from_rust.argtypes = [ctypes.c_size_t, ctypes.POINTER(ctypes.c_double)]\n"
        "def call():\n"
        "    output = (ctypes.c_double * 6)()\n"
        "    assert rust.compute_from_rust(address, output) == 0\n"
        "    return list(output)"),
    "no other language: the callback through ctypes": (
        "import ctypes\n"
        "function = my_callback.ctypes\n"
        "def call():\n"
        "    input, output = (ctypes.c_double * 6)(1, 2, 3, 4, 5, 6), (ctypes.c_double * 6)()\n"
        "    function(input, output, 3, 2)\n"
        "    return list(output)"),
}

KERNEL = f"""
import os, sys, time
from pathlib import Path
from numba import carray, cfunc, types
pointer = types.CPointer(types.double)
@cfunc(types.void(pointer, pointer, types.intc, types.intc))
def my_callback(in_, out, m, n):
    for i in range(m * n):
        carray(out, m * n)[i] = 2 * carray(in_, m * n)[i]
address = my_callback.address
EXPECTED = [2.0, 4.0, 6.0, 8.0, 10.0, 12.0]

def resident():
    return int(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")))
"""

IMPORT = """
before, start = resident(), time.process_time()
{way}
assert call() == EXPECTED
print((time.process_time() - start) * 1e3, (resident() - before) / 1024)
"""

CALLS = """
{way}
import timeit
call()
print(min(timeit.repeat(call, timer=time.process_time, number=10_000, repeat=7)) / 10_000 * 1e6)
"""

FORK = """
{way}
call()
child = os.fork()
if child == 0:
    for _ in range(10_000):
        right = call() == EXPECTED
    os._exit(0 if right else 1)
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print("works" if status == 0 else f"signal {-status}" if status < 0 else f"fails ({status})")
"""


def run(script: str, way: str, patience: float = 600) -> str:
    """The last line that a script prints."""
    process = subprocess.Popen([sys.executable, "-c", KERNEL + script.replace("{way}", way)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        output, errors = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # and its child
        process.communicate()
        raise
    if process.returncode != 0:
        sys.exit(f"A way failed:\n{way}\n{errors}")
    return output.strip().splitlines()[-1]


def after_fork(way: str) -> str:
    """How a child of fork ends, in each round."""
    ends = []
    for _ in range(ROUNDS):
        try:
            ends.append(run(FORK, way, patience=120))
        except subprocess.TimeoutExpired:
            ends.append("hangs")
    return ", ".join(f"{end} {ends.count(end)} of {ROUNDS}" for end in sorted(set(ends)))


def main() -> None:
    print("| way | import and first call, ms | a call, µs | memory, MB | after `os.fork()` |\n|---|---|---|---|---|")
    for name, way in WAYS.items():
        imports = [[float(number) for number in run(IMPORT, way).split()] for _ in range(ROUNDS)]
        calls = min(float(run(CALLS, way)) for _ in range(ROUNDS))
        start, memory = min(start for start, _ in imports), min(memory for _, memory in imports)
        print(f"| {name} | {start:.1f} | {calls:.2f} | {memory:.1f} | {after_fork(way)} |", flush=True)
    processor = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown")
    print(f"\nMeasured on {datetime.date.today()} on {os.cpu_count()} cores of {processor}, Linux {platform.machine()}, "
          f"CPython {platform.python_version()}: processor time, the least of {ROUNDS} processes; load average {os.getloadavg()[0]:.1f}.")


if __name__ == "__main__":
    main()
