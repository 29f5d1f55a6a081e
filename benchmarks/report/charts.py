"""The pictures of benchmarks/charts, drawn from what was measured. Equal results give equal files, byte for byte."""

import textwrap
from pathlib import Path
from typing import List

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
from matplotlib.ticker import NullFormatter

import results
from questions import QUESTIONS
from results import IN_LOOP, NEAR, OWN_FRAME, Race
from tables import spread_of, time_of

FOLDER = Path(__file__).resolve().parent.parent / "charts"
OURS, FLOOR, OTHERS, SPREAD = "#1f6fb4", "#444444", "#b9b9b9", "#f3d9a4"
STYLE = {
    "svg.hashsalt": "NativeCallbacks",  # Without it, ids in the file are random.
    "figure.facecolor": "white",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def draw() -> None:
    FOLDER.mkdir(exist_ok=True)
    with plt.rc_context(STYLE):
        _call()
        _signatures()
        _bars("upcalls", "HandlerCall", "One call of a C# handler from C")
        _bars("creation", "HandlerToAddress", "A handler made an address and let go, garbage included")
        _bars("maps", "MapUnary", "A function that does next to nothing over a span, for each element")


def _call() -> None:
    """The main one: what a call costs in units of the bare function pointer."""
    contenders = {
        "Raw": "delegate* unmanaged (the floor)",
        "RawAgain": "the floor, measured again",
        "Invoke": "NativeCallback: Invoke",
        "ToDelegate": "NativeCallback: ToDelegate",
        "LibraryImport": "LibraryImport (knows the name, not an address)",
        "DllImport": "DllImport (knows the name, not an address)",
        "MarshalDelegate": "Marshal.GetDelegateForFunctionPointer",
    }
    figure, panels = plt.subplots(1, 2, figsize=(10.5, 3.9), sharey=True)
    for panel, frame, title in (
        (panels[0], OWN_FRAME, "the only call of its method"),
        (panels[1], IN_LOOP, "one of many calls in a loop"),
    ):
        race = _race("Scalar", frame)
        floor = race.contenders["Raw"]
        spread = spread_of(floor, race.contenders["RawAgain"])
        panel.axvspan(1 / spread, spread, color=SPREAD, linewidth=0, zorder=0)
        for row, name in enumerate(contenders):
            contender = race.contenders[name]
            text = f"{contender.ratio(floor):.2f}×  {time_of(contender.median)} ns"
            _bar(panel, row, contender.ratio(floor), contender.ratios(floor), _colour(name), text)
        panel.set_title(title, fontsize=11)
        panel.set_xlabel("median time ÷ that of the bare function pointer")
        panel.set_xlim(0, panel.get_xlim()[1] * 1.5)
    panels[0].set_yticks(range(len(contenders)), list(contenders.values()))
    panels[0].invert_yaxis()
    _finish(figure, "call", "One checked call of a native double (double)", "Yellow: how far the floor is from itself. Lines: the middle half of the rounds. ")


def _signatures() -> None:
    """All signatures, one dot for each contender."""
    kinds = {
        "Invoke": ("Invoke", OURS, "o"),
        "ToDelegate": ("ToDelegate", OURS, "D"),
        "LibraryImport": ("LibraryImport", OTHERS, "s"),
        "DllImport": ("DllImport", "#777777", "v"),
        "MarshalDelegate": ("Marshal.GetDelegateForFunctionPointer", "#c2452d", "X"),
    }
    races = [
        (question.title.format(race.parameters), race)
        for name, question in QUESTIONS.items() if kinds.keys() <= question.contenders.keys()
        for race in results.read(name) if kinds.keys() <= race.contenders.keys()
    ]
    labels = list(dict.fromkeys(label for label, _ in races))
    figure, panels = plt.subplots(1, 2, figsize=(10.5, 5.4), sharey=True)
    for panel, frame in ((panels[0], OWN_FRAME), (panels[1], IN_LOOP)):
        panel.axvline(1, color=FLOOR, linewidth=1)
        for label, race in races:
            if race.frame == frame:
                row = labels.index(label)
                floor = race.contenders["Raw"]
                spread = spread_of(floor, race.contenders["RawAgain"])
                panel.barh(row, spread - 1 / spread, left=1 / spread, height=0.8, color=SPREAD, zorder=0)
                for name, (_, colour, marker) in kinds.items():
                    panel.plot(race.contenders[name].ratio(floor), row, marker, color=colour, markeredgecolor="white", markersize=8)
        panel.set_xscale("log")
        panel.xaxis.set_major_formatter("{x:g}")
        panel.xaxis.set_minor_formatter(NullFormatter())
        panel.set_xticks([0.5, 1, 2, 5, 10])
        panel.grid(axis="y", color="#eeeeee")
        panel.set_axisbelow(True)
        panel.set_title(frame, fontsize=11)
        panel.set_xlabel("median time ÷ that of the bare function pointer (log scale)")
    panels[0].set_yticks(range(len(labels)), labels)
    panels[0].invert_yaxis()
    handles = [
        plt.Line2D([], [], marker=marker, color=colour, linestyle="", markersize=8, label=text) for text, colour, marker in kinds.values()
    ]
    figure.legend(handles=handles, loc="lower center", ncol=5, frameon=False, bbox_to_anchor=(0.5, 0.035))
    _finish(figure, "signatures", "Each signature, in units of its own floor", "Yellow: how far the floor is from itself. ", bottom=0.1)


def _bars(file: str, question: str, title: str) -> None:
    race, rounds = _race(question, OWN_FRAME), "the rounds"
    if QUESTIONS[question].by_place and race.at(NEAR).is_measured:
        race, rounds = race.at(NEAR), "the rounds in which calls are near"
    contenders = {
        name: label.replace("**", "").replace("`", "")
        for name, label in QUESTIONS[question].contenders.items() if not name.endswith("Again")
    }
    figure, panel = plt.subplots(figsize=(10.5, 0.8 + 0.45 * len(contenders)))
    for row, name in enumerate(contenders):
        contender = race.contenders[name]
        _bar(panel, row, contender.median, contender.medians, _colour(name), f"{time_of(contender.median)} ns")
    panel.set_yticks(range(len(contenders)), [textwrap.fill(label, 46) for label in contenders.values()])
    panel.invert_yaxis()
    panel.set_xlim(0, panel.get_xlim()[1] * 1.12)
    panel.set_xlabel("median time, ns")
    _finish(figure, file, title, f"Lines: the middle half of {rounds}. ")


def _bar(panel, row: int, value: float, rounds: List[float], colour: str, text: str) -> None:
    panel.barh(row, value, height=0.62, color=colour, zorder=2)
    low, high = results.middle_half(rounds)
    panel.plot([low, high], [row, row], color="black", linewidth=1, zorder=3)
    panel.annotate(text, (max(value, high), row), xytext=(5, 0), textcoords="offset points", va="center", fontsize=9)


def _colour(name: str) -> str:
    if name in ("Raw", "RawAgain", "CFunction", "LoopInC"):
        return FLOOR
    ours = ("Invoke", "ToDelegate", "Map", "WithUserData", "WithoutUserData", "StaticCallback")
    return OURS if name.startswith(ours) else OTHERS


def _race(question: str, frame: str) -> Race:
    return next(race for race in results.read(question) if race.frame == frame)


def _finish(figure, file: str, title: str, legend: str, bottom: float = 0.05) -> None:
    figure.suptitle(title, fontsize=13, fontweight="bold")
    figure.text(0.5, 0.01, f"{legend}{results.machine()}", ha="center", fontsize=8, color="#555555")
    figure.tight_layout(rect=(0, bottom, 1, 1))
    figure.savefig(FOLDER / f"{file}.svg", metadata={"Date": None})
    plt.close(figure)
