"""The tables of benchmarks/README.md, written between its markers."""

import re
from pathlib import Path
from typing import List

import results
from questions import PROMISES, QUESTIONS, Promise, Question
from results import FAR, NEAR, OWN_FRAME, Contender, Race

README = Path(__file__).resolve().parent.parent / "README.md"
PLACE = re.compile(r"(<!-- begin (\w+) -->\n).*?(<!-- end \2 -->)", re.DOTALL)


def filled(text: str) -> str:
    """A page with what was measured between its markers, <!-- begin Question --> and <!-- end Question -->."""
    return PLACE.sub(lambda place: f"{place[1]}\n{_content(place[2])}\n\n{place[3]}", text)


def _content(name: str) -> str:
    if name == "machine":
        return f"Measured on a {results.machine()}."
    if name == "promises":
        return _promises()
    question, races = QUESTIONS[name], results.read(name)
    tables = []
    for parameters in dict.fromkeys(race.parameters for race in races):
        chosen = [race for race in races if race.parameters == parameters]
        heading = f"{parameters}:\n\n" if parameters else ""
        tables.append(heading + _table(question, sorted(chosen, key=lambda race: race.frame != OWN_FRAME)))
    return "\n\n".join(tables)


def _table(question: Question, races: List[Race]) -> str:
    header, line = ["contender"], ["---"]
    for race in races:
        frame = f"{race.frame}: " if len(races) > 1 else ""
        header += [f"{frame}ns", f"÷ {question.base_is}", "middle half"]
        line += ["---:", "---:", "---"]
        if question.by_place:
            header.append(f"÷ {question.base_is}, far")
            line.append("---:")
    rows = [header + ["allocated"], line + ["---:"]]
    for name, title in question.contenders.items():
        in_frames = [race for race in races if name in race.contenders]
        if in_frames:
            row = [title]
            for race in races:
                row += _cells(question, race, name)
            rows.append(row + [f"{max(race.contenders[name].allocated for race in in_frames)} B"])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cells(question: Question, race: Race, name: str) -> List[str]:
    if name not in race.contenders:
        return [""] * (4 if question.by_place else 3)
    if not question.by_place:
        return _figures(question, race, name)
    near, far = race.at(NEAR), race.at(FAR)
    return [
        *(_figures(question, near, name) if near.is_measured else ["–", "–", "–"]),
        f"{far.contenders[name].ratio(far.contenders[question.base]):.2f}" if far.is_measured else "–",
    ]


def _figures(question: Question, race: Race, name: str) -> List[str]:
    contender, base = race.contenders[name], race.contenders[question.base]
    return [
        f"{time_of(contender.median)} ({time_of(min(contender.fastest))})",
        f"{contender.ratio(base):.2f} ({contender.fastest_ratio(base):.2f})",
        _range(contender.ratios(base)) if contender is not base else "",
    ]


def _promises() -> str:
    rows = [["promise", "measured", "middle half", "limit", "kept"], ["---", "---:", "---", "---", "---"]]
    for promise in PROMISES:
        numerator, denominator, again = _contenders(promise)
        if not numerator.medians:
            rows.append([promise.text, "–", "no near round", f"≤ {promise.most:.2f}", "unknown"])
            continue
        measured = numerator.ratio(denominator)
        if promise.least is not None:
            limit, kept = f"≥ {promise.least:g}", measured >= promise.least
        elif promise.most is not None:
            limit, kept = f"≤ {promise.most:.2f}", measured <= promise.most
        else:
            spread = spread_of(denominator, again)
            limit, kept = f"the spread, {spread:.2f}", measured <= spread
        rows.append([promise.text, f"{measured:.2f}", _range(numerator.ratios(denominator)), limit, "yes" if kept else "**no**"])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _contenders(promise: Promise):
    race = next(
        race for race in results.read(promise.question)
        if race.frame == promise.frame and race.parameters == promise.parameters
    )
    if QUESTIONS[promise.question].by_place:
        race = race.at(NEAR)
    return (
        race.contenders[promise.numerator],
        race.contenders[promise.denominator],
        race.contenders.get(f"{promise.denominator}Again"),
    )


def spread_of(contender: Contender, again: Contender) -> float:
    """How far a contender is from itself in three rounds of four; which of the two was faster means nothing."""
    return results.middle_half([max(ratio, 1 / ratio) for ratio in again.ratios(contender)])[1]


def time_of(nanoseconds: float) -> str:
    return f"{nanoseconds:,.0f}" if nanoseconds >= 1000 else f"{nanoseconds:.3g}"


def _range(ratios: List[float]) -> str:
    low, high = results.middle_half(ratios)
    return f"{low:.2f}–{high:.2f}"
