"""What else is wrong with an answer, once the course's own line stands where a fault is marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis, Spot
from slipcheck.exercise import Exercise
from slipcheck.judge.judge import Case
from slipcheck.verdict import PartVerdict, Rerun, Verdict

from .further_fault import repaired_by_course
from .lines.changed_values import CHANGED
from .recorded_answer import OF_ROUNDS, RecordedAnswer, lowered
from .second_stop import repaired_piece
from .unread_fault import VAGUE, followed_by, once_readable

MOST = 4  # texts that are tried
TOLD = re.compile(r"[Tt]hen look at line|second fault|has the same fault|Then `|Once `")  # a message of two faults
WITHOUT_PLACE = ("plot command missing", "no seed", "axis label", "no title")  # causes of what no line does
ASSIGNED = re.compile(r"(\s*)(\w+)\s*[-+*/]?=(?!=)\s*")
ENTRY = re.compile(r"(\s*)(\w+)\s*\[.*\]\s*[-+*/]?=(?!=)")
COMMAND = re.compile(r"(\s*)((?:\w+\.)*)(\w+)\s*\(")
OVERWRITTEN = re.compile(r"^([ \t]*plt\.\w+) *= *(.*\S)[ \t]*$", re.MULTILINE)
LOOP = re.compile(r"(\s*for\s+\w+\s+in\s+).*:\s*(#.*)?$")
ANY_DRAW = {"U": "np.random.random()", "XI": "(2 * np.random.random() - 1)"}
KNOWN = {"title": '"title"', "legend": "", "seed": "{seed}"}  # commands of a figure, and what they need
LABELLED = ("xlabel", "ylabel")
Explain = Callable[[Case, Verdict, Rerun], Callable[[PartVerdict], Diagnosis]]


def with_the_next_fault(
    diagnosis: Diagnosis, told: Sequence[Diagnosis], answer: RecordedAnswer, explain: Explain
) -> Diagnosis:
    """The diagnosis, with a fault of another line that is there whatever the marked line says.

    ``told`` is all that the parts of the answer are told, and ``explain`` makes what diagnoses another cell.
    """
    rerun = answer.rerun
    lines = {each.spot.line for each in told if each.spot is not None}
    said = f"{diagnosis.message.means} {diagnosis.message.next}"
    if rerun is None or rerun.other is None or len(lines) > 1 or TOLD.search(said):
        return diagnosis
    line = diagnosis.spot.line if diagnosis.spot is not None else 0
    for text in list(dict.fromkeys(_repaired(diagnosis, answer)))[:MOST]:
        case, verdict, again = once_readable(answer.exercise, text, rerun)
        if line and (case.runs[0].observation.failure or {}).get("line") == line:
            continue
        diagnose = explain(case, verdict, again)
        for second in (diagnose(judged) for judged in verdict.parts if not judged.right):
            if _is_alike(diagnosis, second):
                continue
            if second.cause in WITHOUT_PLACE and second.spot is None:
                sentence = f"A second fault: {lowered(second.message.observed)}"
                message = replace(diagnosis.message, next=f"{diagnosis.message.next} {sentence}")
                return replace(diagnosis, message=message)
            if second.spot is not None and second.spot.line != line and second.cause not in VAGUE:
                return followed_by(diagnosis, second)
        if all(judged.right for judged in verdict.parts):
            return diagnosis
    return diagnosis


def _is_alike(diagnosis: Diagnosis, second: Diagnosis) -> bool:
    """Whether the second may only say in another way what the first one says."""
    command = COMMAND.match(diagnosis.spot.text) if diagnosis.spot is not None else None
    if second.cause == "plot command missing":
        return command is not None and command[3] == "plot"
    return all((each.cause or "").startswith("legend") for each in (diagnosis, second))


def _repaired(diagnosis: Diagnosis, answer: RecordedAnswer) -> Iterator[str]:
    """The cell with the marked line as the course would have it, each way that is known."""
    exercise, source, spot = answer.exercise, answer.source, diagnosis.spot
    rows = source.splitlines()
    if diagnosis.cause == "no seed" and rows:
        yield "\n".join([f"np.random.seed({exercise.parameters.seed})", *rows[1:]])
    if spot is None:
        return
    if diagnosis.cause == "overwritten":
        yield OVERWRITTEN.sub(r"\1(\2)", source)
    exactly = repaired_piece(source, diagnosis)
    if exactly is not None:
        yield exactly
    if not answer.is_unread:
        yield from repaired_by_course(diagnosis, answer.lines, exercise, answer.replay)
    alike = re.search(r"The same holds for (lines? [^.]*)", diagnosis.message.means)
    others = [int(number) for number in re.findall(r"\d+", alike[1])] if alike is not None else []
    others = [line for line in others if line <= len(rows)]
    stop = (answer.observation.failure or {}).get("line")
    for row in _rows(diagnosis, spot, rows[spot.line - 1], exercise, is_stop=stop == spot.line):
        made = [*rows[: spot.line - 1], row, *rows[spot.line :]]
        for line in others:
            made[line - 1] = next(_of_the_course(rows[line - 1], exercise), rows[line - 1])
        yield "\n".join(made)


def _rows(diagnosis: Diagnosis, spot: Spot, row: str, exercise: Exercise, is_stop: bool) -> Iterator[str]:
    """What may stand in the place of the marked row; nothing, where a command that is not asked for stops there."""
    message = diagnosis.message
    named = re.search(r"the value of `(\w+)`", message.means)
    if diagnosis.cause == "unknown name":
        named = re.search(r"`(\w+)` has no value", message.observed) if "another name" in message.means else None
    before, _, after = spot.pieces
    if named is not None:
        yield f"{before}{named[1]}{after}"
    if diagnosis.cause == "leading blank":
        yield row.lstrip()
    yield from _of_the_course(row, exercise)
    command = COMMAND.match(row)
    is_extra = command is not None and command[3] not in (
        *KNOWN,
        *LABELLED,
        *(output.command for output in exercise.outputs),
    )
    if diagnosis.cause in (*OF_ROUNDS, CHANGED) or (is_stop and is_extra):
        yield f"{row[: len(row) - len(row.lstrip())]}pass"


def _of_the_course(row: str, exercise: Exercise) -> Iterator[str]:
    """The lines of the course that do what a row is to do."""
    indent = row[: len(row) - len(row.lstrip())]
    loop, assigned, entry, command = (kind.match(row) for kind in (LOOP, ASSIGNED, ENTRY, COMMAND))
    if loop is not None:
        yield from (f"{loop[1]}{text}:" for texts in exercise.loops.values() for text in texts)
    elif assigned is not None:
        yield from _assignments(assigned[2], indent, exercise)
    elif entry is not None:
        yield from (f"{indent}{equation.line}" for equation in exercise.equations if equation.line)
    elif command is not None:
        yield from _commands(command, row, exercise)


def _assignments(name: str, indent: str, exercise: Exercise) -> Iterator[str]:
    """The lines of the course that give a name its value, those in loops first."""
    equations = [equation for equation in exercise.equations if equation.target == name and not equation.is_entry]
    for equation in sorted(equations, key=lambda equation: -equation.depth):
        formula = re.sub(r"\b(U|XI)\b", lambda drawn: ANY_DRAW[drawn[0]], equation.texts[0])
        yield f"{indent}{name} = {formula}"
    if not equations and hasattr(exercise.parameters, name):
        yield f"{indent}{name} = {getattr(exercise.parameters, name)!r}"


def _commands(command: re.Match[str], row: str, exercise: Exercise) -> Iterator[str]:
    """A command as the course asks for it."""
    indent, module, name = command.groups()
    asked = [output.shows for output in exercise.outputs if output.command == name]
    in_use = [shows for shows in asked if all(shown in row for shown in shows)]
    for shows in in_use or asked:
        marker = ', "k."' if name == "plot" else ""
        yield f"{indent}{module}{name}({', '.join(shows)}{marker})"
    if name in KNOWN:
        yield f"{indent}{module}{name}({KNOWN[name].format(seed=exercise.parameters.seed)})"
