"""What was measured: BenchmarkDotNet's reports of many rounds in, small CSV files in benchmarks/results out, and read again."""

import csv
import json
import os
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import Dict, List, Tuple

FOLDER = Path(__file__).resolve().parent.parent / "results"
COLUMNS = ["frame", "parameters", "contender", "round", "calls", "median_ns", "fastest_ns", "allocated_bytes"]

NEAR, FAR = "near", "far"
"""Calls from C# to C cross no multiple of 4 GiB in the process of a round; they do."""

OWN_FRAME, IN_LOOP, SUMMED = "own frame", "in a loop", "summed"
SUFFIXES = {"InLoop": IN_LOOP, "Summed": SUMMED}


@dataclass(frozen=True)
class Contender:
    """One row of a question: what each round measured. All times are nanoseconds for one operation."""

    name: str
    medians: List[float]
    fastest: List[float]
    places: List[str]
    allocated: int

    def at(self, place: str) -> "Contender":
        """What the rounds measured in which calls were near, or far."""
        here = [number for number, where in enumerate(self.places) if where == place]
        return replace(
            self,
            medians=[self.medians[number] for number in here],
            fastest=[self.fastest[number] for number in here],
            places=[place] * len(here),
        )

    @property
    def median(self) -> float:
        return median(self.medians)

    def ratios(self, base: "Contender") -> List[float]:
        """Of the medians, round by round: the two were measured within seconds of each other."""
        return [ours / theirs for ours, theirs in zip(self.medians, base.medians)]

    def ratio(self, base: "Contender") -> float:
        return median(self.ratios(base))

    def fastest_ratio(self, base: "Contender") -> float:
        return min(self.fastest) / min(base.fastest)


@dataclass(frozen=True)
class Race:
    """The contenders of one question, in one kind of frame, with one choice of parameters."""

    frame: str
    parameters: str
    contenders: Dict[str, Contender]

    def at(self, place: str) -> "Race":
        """The rounds in which calls were near, or far."""
        return replace(self, contenders={name: contender.at(place) for name, contender in self.contenders.items()})

    @property
    def is_measured(self) -> bool:
        return all(contender.medians for contender in self.contenders.values())


def collect(reports: Path) -> None:
    """Turn the reports below a folder, process1/round1 and so on, into the files of benchmarks/results."""
    rows: Dict[str, List[list]] = {}
    rounds = sorted(reports.glob("process*/round*"))
    if not rounds:
        raise SystemExit(f"{reports} has no rounds: run benchmarks/run.sh.")
    host = {}
    for number, folder in enumerate(rounds, start=1):
        place = (folder.parent / "calls.txt").read_text(encoding="utf-8")
        for report in sorted(folder.glob("results/*-report-brief.json")):
            content = json.loads(report.read_text(encoding="utf-8"))
            host = content["HostEnvironmentInfo"]
            for benchmark in content["Benchmarks"]:
                rows.setdefault(benchmark["Type"], []).append(_row(benchmark, number, place))
    for question, lines in rows.items():
        incomplete = {_key(line) for line in lines if sum(_key(other) == _key(line) for other in lines) != len(rounds)}
        if incomplete:
            raise SystemExit(f"{question} was not measured in every round: {sorted(incomplete)}")
    for old in FOLDER.glob("*.csv"):
        old.unlink()
    FOLDER.mkdir(exist_ok=True)
    for question, lines in rows.items():
        with open(FOLDER / f"{question}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            # Rounds of one contender stand together; the contenders keep the order in which they raced.
            order = {key: place for place, key in reversed(list(enumerate(map(_key, lines))))}
            writer.writerows(sorted(lines, key=lambda line: (order[_key(line)], line[3])))
    (FOLDER / "machine.json").write_text(json.dumps(_machine(host, rounds), indent=2) + "\n", encoding="utf-8")


def read(question: str) -> List[Race]:
    """The races of one question, in the order in which they were run, from small parameters to large ones."""
    races: Dict[tuple, Dict[str, List[dict]]] = {}
    with open(FOLDER / f"{question}.csv", encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            race = races.setdefault((line["frame"], line["parameters"]), {})
            race.setdefault(line["contender"], []).append(line)
    return [
        Race(frame, parameters, {name: _contender(name, lines) for name, lines in contenders.items()})
        for (frame, parameters), contenders in sorted(races.items(), key=lambda race: _numbers(race[0][1]))
    ]


def middle_half(values: List[float]) -> Tuple[float, float]:
    """The first and the third quartile: other work on the machine hits some rounds, and says nothing of the rest."""
    if len(values) < 2:
        return values[0], values[0]
    first, _, third = quantiles(values, n=4, method="inclusive")
    return first, third


def machine() -> str:
    """Where, on what and when it was measured, in one line."""
    facts = json.loads((FOLDER / "machine.json").read_text(encoding="utf-8"))
    rounds = f"{facts['rounds']} rounds in {facts['processes']} process{'es' if facts['processes'] > 1 else ''}"
    busy = ", while it did other work: provisional" if facts["busy"] else ""
    return f"{facts['machine']} ({facts['processor']}), {facts['runtime']}, {facts['date']}, {rounds}{busy}"


def _row(benchmark: dict, number: int, place: str) -> list:
    name, frame = benchmark["Method"], OWN_FRAME
    for suffix, meaning in SUFFIXES.items():
        if name.endswith(suffix):
            name, frame = name[: -len(suffix)], meaning
    statistics = benchmark["Statistics"]
    if statistics is None:
        raise SystemExit(f"{benchmark['FullName']} has no result: see the log of round {number}.")
    times = [f"{statistics[value]:.4g}" for value in ("Median", "Min")]
    parameters = benchmark["Parameters"].partition("=")[2]
    return [frame, parameters, name, number, place, *times, benchmark["Memory"]["BytesAllocatedPerOperation"]]


def _numbers(parameters: str) -> List[int]:
    return [int(number) for number in re.findall(r"\d+", parameters)]


def _key(line: list) -> tuple:
    return tuple(line[:3])


def _contender(name: str, lines: List[dict]) -> Contender:
    return Contender(
        name,
        [float(line["median_ns"]) for line in lines],
        [float(line["fastest_ns"]) for line in lines],
        [line["calls"] for line in lines],
        # What others in the process allocate meanwhile, a line of the log for instance, only adds, and not in every round.
        min(int(line["allocated_bytes"]) for line in lines),
    )


def _machine(host: dict, rounds: List[Path]) -> dict:
    virtual = " VM" if "hypervisor" in Path("/proc/cpuinfo").read_text(encoding="utf-8") else ""
    return {
        "machine": f"{host['LogicalCoreCount']}-core {host['Architecture'].lower().replace('x64', 'x86-64')} Linux{virtual}",
        "processor": host["ProcessorName"],
        "runtime": host["RuntimeVersion"].partition(" (")[0],
        "date": date.today().isoformat(),
        "processes": len({folder.parent for folder in rounds}),
        "rounds": len(rounds),
        # The benchmarks keep one core busy, and with what the runtime does besides, hardly two.
        "busy": os.getloadavg()[1] > 2,
    }
