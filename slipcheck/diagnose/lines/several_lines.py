"""What is said of lines that are wrong together: they stand in a wrong place, or a factor stands in the other line."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Exercise, Message

from ..same_fault import same_in
from .formula_messages import formula_diagnosis
from .wrong_line import WrongLine


def misplaced_lines(exercise: Exercise, source: str, lines: Sequence[WrongLine]) -> Diagnosis:
    """Of lines that stand in a wrong place, the first, with the numbers of the others."""
    diagnosis = formula_diagnosis(exercise, source, lines[0])
    others = [line.statement.lineno for line in lines[1:] if line.fault.kind == lines[0].fault.kind]
    if not others:
        return diagnosis
    same = same_in(others)
    message = diagnosis.message
    advice = _of_several(message.next, "both lines" if len(others) == 1 else "these lines")
    return replace(diagnosis, message=Message(message.observed, f"{message.means} {same}", advice))


def _of_several(advice: str, lines: str) -> str:
    """The advice for one line, given for several."""
    return (
        re.sub(r"^(Move|Indent) it\b", rf"\1 {lines}", advice)
        .replace("indent it", "indent them")
        .replace("should it run", "should they run")
    )


def with_its_place(diagnosis: Diagnosis, first: WrongLine, others: Sequence[WrongLine]) -> Diagnosis:
    """The diagnosis of a factor or a power that is missing, with the other line where it is one too many."""
    power = next((line for line in others if line.fault.kind == "extra power"), None)
    if first.fault.kind == "missing power" and power is not None:
        return _moved(diagnosis, first, power)
    if first.fault.kind != "missing factor":
        return with_the_same(diagnosis, first, others)
    missing = set(re.findall(r"\w+", first.fault.words[-1])) - {"and"}
    for other in others:
        there = {node.id for node in ast.walk(other.fault.node) if isinstance(node, ast.Name)}
        if other.fault.kind == "extra factor" and missing and missing <= there:
            return _moved(diagnosis, first, other)
    return with_the_same(diagnosis, first, others)


def with_the_same(diagnosis: Diagnosis, first: WrongLine, others: Sequence[WrongLine]) -> Diagnosis:
    """The diagnosis of a fault, with the numbers of the other lines that have it too, in the same words."""
    fault, line = first.fault, first.statement.lineno
    if fault.kind == "other size":
        return _with_the_same_sizes(diagnosis, first, others)
    alike = [other for other in others if (other.fault.kind, other.fault.words) == (fault.kind, fault.words)]
    lines = sorted({other.statement.lineno for other in alike} - {line})
    if not lines or not fault.is_specific or not fault.words or (diagnosis.spot and diagnosis.spot.line != line):
        return diagnosis
    message = diagnosis.message
    return replace(diagnosis, message=replace(message, means=f"{message.means} {same_in(lines)}".strip()))


def _with_the_same_sizes(diagnosis: Diagnosis, first: WrongLine, others: Sequence[WrongLine]) -> Diagnosis:
    """Of a line with a wrong number of values, the others that have as many, and need as many, too."""
    sizes, line = first.fault.words[1:], first.line
    alike = [other for other in others if other.fault.kind == "other size" and other.fault.words[1:] == sizes]
    lines = sorted({other.line for other in alike} - {line})
    if not lines or diagnosis.cause == "product in brackets" or (diagnosis.spot and diagnosis.spot.line != line):
        return diagnosis
    message = diagnosis.message
    return replace(diagnosis, message=replace(message, means=f"{message.means} {same_in(lines)}".strip()))


def _moved(diagnosis: Diagnosis, first: WrongLine, other: WrongLine) -> Diagnosis:
    """Of what the first line lacks, and the other one has too much."""
    line = other.statement.lineno
    means = f"It is in line {line} instead, where it does not belong. {diagnosis.message.means}"
    advice = f"Move it from line {line} to line {first.statement.lineno}."
    return replace(diagnosis, message=Message(diagnosis.message.observed, means, advice))
