"""A Numba kernel over a Dask array, called by C# in every worker, one of which is killed on the way."""

import argparse
import math
import os
import signal
import sys
import time
from pathlib import Path
from queue import Queue
from statistics import median
from threading import Lock
from typing import Dict

FOLDER = Path(__file__).resolve().parent
sys.path.append(str(FOLDER.parent / "Numba"))

from interpreter import run_with  # noqa: E402


def kernel(x):
    """The function that travels. It is compiled where it arrives."""
    return 3 * math.sqrt(x) - x / 7


def main() -> int:
    import dask.array as da
    import numpy as np
    from distributed import Client, LocalCluster, futures_of, progress

    import worker

    arguments = _arguments()
    with LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, memory_limit=f"{arguments.memory_limit}MB",
            host="127.0.0.1", dashboard_address=None) as cluster, Client(cluster) as client:
        processes = client.run(os.getpid)
        started = client.run(worker.start_up)
        x = da.arange(arguments.elements, chunks=arguments.chunk, dtype=np.float64)
        print(f"An array of {x.nbytes / 1e6:.0f} MB in {x.npartitions} chunks, for {len(processes)} workers "
              f"of {arguments.memory_limit} MB each. Start of .NET: {1e3 * median(started.values()):.0f} ms a worker.")

        mapped = x.map_blocks(worker.through_dotnet, kernel=kernel, dtype=np.float64)
        # The same by NumPy: only operations that IEEE 754 rounds correctly, so the results are equal to the last bit.
        equal = (mapped == 3 * np.sqrt(x) - x / 7).map_blocks(lambda block: np.array([block.all()]), chunks=(1,), dtype=bool)
        start = time.perf_counter()
        equal = client.persist(equal)
        killed = _kill_worker_of_first(client, futures_of(equal), processes)
        progress(equal, notebook=False)
        is_equal = bool(equal.compute().all())
        seconds = time.perf_counter() - start
        print(f"\nAll {x.npartitions} chunks took {seconds:.1f} s, "
              f"although process {killed.get(timeout=1)} was killed when the first of them was done.")
        _print_costs(client, worker, arguments.chunk)
        print(f"equal to NumPy: {is_equal}")
        _add_row(arguments.elements, is_equal)
    return 0 if is_equal else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--elements", type=int, default=80_000_000)
    parser.add_argument("--chunk", type=int, default=4_000_000, help="elements of a chunk")
    parser.add_argument("--memory-limit", type=int, default=600, help="of a worker, in MB")
    return parser.parse_args()


def _kill_worker_of_first(client, futures, processes: Dict[str, int]) -> "Queue[int]":
    """As soon as one of the futures is done, end the worker that has it. The queue receives the worker's process."""
    killed: "Queue[int]" = Queue()
    lock = Lock()

    def kill_once(future) -> None:
        with lock:
            holders = next(iter(client.who_has([future]).values()))
            if killed.empty() and holders:
                os.kill(processes[holders[0]], signal.SIGKILL)
                killed.put(processes[holders[0]])

    for future in futures:
        future.add_done_callback(kill_once)
    return killed


def _print_costs(client, worker, chunk: int) -> None:
    """What a chunk costs apart from its computation, as far as the remaining workers know it."""
    import numpy as np

    times = [item for items in client.run(worker.times).values() for item in items]
    client.wait_for_workers(2)
    first, second = list(client.scheduler_info()["workers"])[:2]
    data = client.submit(np.zeros, chunk, workers=[first], pure=False)
    data.result().sum()
    seconds = []
    for _ in range(5):
        data = client.submit(np.ones, chunk, workers=[first], pure=False)
        client.submit(len, client.submit(_nothing, data, workers=[first]), workers=[first]).result()
        start = time.perf_counter()
        client.submit(len, data, workers=[second], pure=False).result()
        seconds.append(time.perf_counter() - start)
    print(f"A chunk of {chunk} elements: transfer to the other worker {1e3 * median(seconds):.1f} ms, "
          f"resolve {1e3 * median(item.resolve for item in times):.2f} ms, "
          f"call {1e3 * median(item.call for item in times):.1f} ms (medians of {len(seconds)} and {len(times)})")


def _nothing(data):
    return [len(data)]


def _add_row(elements: int, is_equal: bool) -> None:
    """Add the result to the table that samples/run.sh prints, if it asked for one by $SAMPLES_TABLE."""
    table = os.environ.get("SAMPLES_TABLE")
    if table:
        with open(table, "a", encoding="utf-8") as file:
            print("Dask", "cfunc compiled in each worker, called by C#", f"[0, 1, ... {elements} numbers]",
                  "one worker killed on the way", "yes" if is_equal else "no", sep="\t", file=file)


if __name__ == "__main__":
    run_with("numba", "distributed")
    sys.exit(main())
