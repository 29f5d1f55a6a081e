"""Times contenders against each other in one process: many short rounds, each of which runs all of them once."""

import gc
import random
import time
from statistics import median, quantiles
from typing import Any, Callable, List, NamedTuple, Tuple

WARM_UP = 5
"""Rounds that nobody counts."""


class Contender(NamedTuple):
    name: str
    run: Callable[[], Any]
    """Makes all calls of one round."""
    calls: int
    """How many these are."""


class Times:
    """What one call took a contender, in nanoseconds: for each process, a number for each round."""

    def __init__(self, processes: List[List[float]]) -> None:
        self.processes = processes

    @property
    def fastest(self) -> float:
        return min(self._rounds())

    @property
    def median(self) -> float:
        return median(self._rounds())

    def ratio(self, other: "Times") -> float:
        """Of the fastest rounds, which nobody interrupted: those of one process each, and the median of the processes."""
        return median(min(mine) / min(its) for mine, its in zip(self.processes, other.processes))

    def middle_half(self, other: "Times") -> Tuple[float, float]:
        """Between which two ratios the middle half of the rounds is, each compared with the same round of the other."""
        ratios = [mine / its for mine, its in zip(self._rounds(), other._rounds())]
        low, _, high = quantiles(ratios, n=4, method="inclusive")
        return low, high

    def _rounds(self) -> List[float]:
        return [time for rounds in self.processes for time in rounds]


def race(contenders: List[Contender], rounds: int) -> List[List[float]]:
    """The nanoseconds of a call, for each contender and each round. The order of a round is drawn, so that nobody always runs after the same one."""
    times: List[List[float]] = [[] for _ in contenders]
    order = list(range(len(contenders)))
    draw = random.Random(1)
    gc.collect()
    gc.disable()
    try:
        for number in range(WARM_UP + rounds):
            draw.shuffle(order)
            for i in order:
                contender = contenders[i]
                start = time.perf_counter_ns()
                contender.run()
                elapsed = time.perf_counter_ns() - start
                if number >= WARM_UP:
                    times[i].append(elapsed / contender.calls)
    finally:
        gc.enable()
    return times
