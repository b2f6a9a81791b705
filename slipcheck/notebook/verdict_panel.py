"""A verdict as the student sees it, in a panel."""

from __future__ import annotations

from slipcheck.diagnosis import Diagnosis
from slipcheck.verdict import PartVerdict, State, Verdict

from .panel import Panel, PanelItem


def verdict_panel(verdict: Verdict, chosen: list[PartVerdict], about: str = "") -> Panel:
    """The verdict on the chosen parts, for the student; ``about`` says which cell was checked."""
    right = all(part_verdict.right for part_verdict in chosen)
    earned = sum(part_verdict.part.points for part_verdict in chosen if part_verdict.right)
    total = sum(part_verdict.part.points for part_verdict in chosen)
    headline = _state(verdict, chosen).headline
    title = f"Exercise {verdict.exercise.number}: {headline} · {earned} of {total} points"
    panel = Panel(title, "good" if right else "open")
    if about:
        panel.paragraphs.append(about)
    reasons: list[Diagnosis] = []  # each once, in the order in which they are shown
    for part_verdict in chosen:
        panel.items.append(_item(part_verdict, reasons))
        if part_verdict.diagnosis is not None and part_verdict.diagnosis not in reasons:
            reasons.append(part_verdict.diagnosis)
    panel.closing += [f"Note: {note}" for note in verdict.notes]
    if verdict.exercise.another and right and len(chosen) == len(verdict.parts):
        panel.closing.append(f"Another way to write it: {verdict.exercise.another}")
    return panel


def part_panel(verdict: Verdict, part_verdict: PartVerdict, is_told: bool) -> Panel:
    """The verdict on one part in a line; with its message, unless a panel above has told it."""
    part = part_verdict.part
    earned = part.points if part_verdict.right else 0
    sign = "✓" if part_verdict.right else "✗ not yet:"
    title = f"Exercise {verdict.exercise.number}: {sign} {part.title} · {earned} of {in_points(part.points)}"
    panel = Panel(title, "good" if part_verdict.right else "open")
    diagnosis = part_verdict.diagnosis
    if diagnosis is not None and not part_verdict.right and not is_told:
        message = diagnosis.message
        paragraphs = [text for text in (message.means, message.next) if text]
        panel.items.append(PanelItem("→", message.observed, paragraphs, diagnosis.spot, diagnosis.table))
    return panel


def _state(verdict: Verdict, chosen: list[PartVerdict]) -> State:
    """How the chosen parts stand."""
    if all(part_verdict.right for part_verdict in chosen):
        return State.RIGHT
    if verdict.state is State.RIGHT or (verdict.state is State.PARTLY and len(chosen) == 1):
        return State.WRONG
    return verdict.state


def _item(part_verdict: PartVerdict, reasons: list[Diagnosis]) -> PanelItem:
    """A line of the list, with its diagnosis where that is not among the ``reasons`` that were shown before."""
    title = f"{part_verdict.part.title} ({in_points(part_verdict.part.points)})"
    if part_verdict.right:
        return PanelItem("✓", title)
    diagnosis = part_verdict.diagnosis
    if diagnosis is None or diagnosis in reasons:
        return PanelItem("✗", f"not yet, for {_known_reason(diagnosis, reasons)}: {title}")
    message = diagnosis.message
    paragraphs = [text for text in (message.observed, message.means, message.next) if text]
    return PanelItem("✗", f"not yet: {title}", paragraphs, diagnosis.spot, diagnosis.table)


def _known_reason(diagnosis: Diagnosis | None, reasons: list[Diagnosis]) -> str:
    """Which of the reasons above: the last one is the nearest."""
    if diagnosis is None or diagnosis == reasons[-1]:
        return "the same reason"
    return f"the reason in line {diagnosis.spot.line}" if diagnosis.spot is not None else "the first reason above"


def in_points(number: int) -> str:
    """A number of points in words."""
    return "1 point" if number == 1 else f"{number} points"
