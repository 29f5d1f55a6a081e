"""Races in several processes, since each has its code at other addresses, and where it is changes what a call costs.

A processor may predict a call for less if its target has the same upper 32 bits as the call itself. Linux places C's, Rust's
and Numba's code at random but close together, and .NET keeps the code that it compiles up to 2 GiB apart from them: so in some
processes calls from C# cross a multiple of 4 GiB, and in others they do not.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, NamedTuple

from race import Times

NEAR, FAR, SPLIT = "near", "far", "split"
"""Calls from C# cross no multiple of 4 GiB; they do; so do those from C or Rust, which says nothing about C#."""


class GroupTimes(NamedTuple):
    """A group of contenders, and their times by layout, in all processes that have it."""

    title: str
    names: List[str]
    by_layout: Dict[str, List[Times]]


def layout(managed: int, native: List[int]) -> str:
    """The layout of a process, by the addresses of its code."""
    blocks = {address >> 32 for address in native}
    if len(blocks) > 1:
        return SPLIT
    return NEAR if managed >> 32 in blocks else FAR


def race_in_this(rounds: int) -> str:
    """What a process tells the one that started it, as JSON."""
    from contenders import all_groups, code_addresses
    from race import race

    groups = [
        {"title": group.title, "names": [contender.name for contender in group.contenders],
         "times": race(group.contenders, rounds)}
        for group in all_groups()]
    return json.dumps({"layout": layout(*code_addresses()), "groups": groups})


def race_in_many(processes: int, rounds: int) -> List[GroupTimes]:
    """Start processes, one after the other, and collect what they tell."""
    main = Path(__file__).with_name("main.py")
    collected: List[GroupTimes] = []
    for _ in range(processes):
        told = json.loads(subprocess.run(
            [sys.executable, main, "--process", "--rounds", str(rounds)], stdout=subprocess.PIPE, check=True).stdout)
        print(f"One process with its code {told['layout']}.", file=sys.stderr)
        collected = collected or [GroupTimes(group["title"], group["names"], {}) for group in told["groups"]]
        for group, into in zip(told["groups"], collected):
            all_times = into.by_layout.setdefault(told["layout"], [Times([]) for _ in into.names])
            for times, new in zip(all_times, group["times"]):
                times.processes.append(new)
    return collected
