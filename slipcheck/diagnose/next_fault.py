"""What else is wrong with an answer, once the course's own line stands where a fault is marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from slipcheck.diagnosis import Diagnosis, Spot
from slipcheck.exercise import Exercise
from slipcheck.judge.judge import Case
from slipcheck.verdict import PartVerdict, Rerun, Verdict

from .course_rows import COMMAND, assignments, indent, is_not_asked_for, names_read, rows_of_the_course
from .lines.changed_values import CHANGED
from .recorded_answer import OF_ROUNDS, RecordedAnswer, lowered
from .repaired_place import repaired_by_course, repaired_piece, with_the_right_piece
from .unread_fault import VAGUE, ending_with, followed_by, once_readable

MOST = 4  # texts that are tried
TOLD = re.compile(r"[Tt]hen look at line|second fault|has the same fault|Then `|Once `")  # a message of two faults
ALIKE = re.compile(r"The same holds for lines? [^.]*|Lines? [^.]* ha(?:s|ve) it too")  # lines with the same fault
WITHOUT_PLACE = ("plot command missing", "no seed", "axis label", "no title")  # causes of what no line does
# causes that the names, or the form, of a line of the course would have
OF_A_LINE_PUT_IN = ("name changed", "two names", "unknown name", "used too early", "format code")
ELSEWHERE_TOO = ("given name overwritten",)  # causes that change more than the marked line
OF_THE_WHOLE_FIGURE = (*OF_ROUNDS, "overwritten")  # causes that hide what is in a figure
OVERWRITTEN = re.compile(r"^([ \t]*plt\.\w+) *= *(.*\S)[ \t]*$", re.MULTILINE)
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
    has_figure = any(output.command == "plot" for output in answer.exercise.outputs)
    if has_figure and not answer.has_wrong_values and diagnosis.cause not in OF_THE_WHOLE_FIGURE:
        return diagnosis  # what else is wrong in a figure is known without a further run
    if rerun is None or rerun.other is None or len(lines) > 1 or TOLD.search(said) or diagnosis.cause in ELSEWHERE_TOO:
        return diagnosis
    exactly = repaired_piece(answer.source, diagnosis)
    if exactly is None and not answer.is_unread:
        exactly = with_the_right_piece(diagnosis, answer.lines, _known_names(answer), answer.source)
    exact = [exactly] if exactly is not None else []
    for text in list(dict.fromkeys([*exact, *_repaired(diagnosis, answer, exactly is not None)]))[:MOST]:
        case, verdict, again = once_readable(answer.exercise, text, rerun)
        if all(judged.right for judged in verdict.parts):
            return diagnosis
        is_exact = text == exactly and not answer.observation.failure
        changed = set() if is_exact else {*lines, *_changed_lines(answer.source, text)}
        keeps_its_name = _has_the_same_names(diagnosis, text)
        diagnose = explain(case, verdict, again)
        for second in (diagnose(judged) for judged in verdict.parts if not judged.right):
            is_of_that_line = second.cause in OF_A_LINE_PUT_IN and not is_exact and not keeps_its_name
            if second.cause in VAGUE or is_of_that_line or _is_alike(diagnosis, second):
                continue
            if second.spot is None and second.cause in WITHOUT_PLACE:
                sentence = f"A second fault: {lowered(second.message.observed)}"
                return ending_with(diagnosis, sentence)
            if second.spot is not None and second.spot.line not in changed and second.message != diagnosis.message:
                return followed_by(diagnosis, second)
    return diagnosis


def _has_the_same_names(diagnosis: Diagnosis, text: str) -> bool:
    """Whether the marked row gives a number to the same name once more, so that no name comes of what is put in."""
    if diagnosis.spot is None:
        return False
    rows = (diagnosis.spot.text, text.split("\n")[diagnosis.spot.line - 1])
    before, after = (re.match(r"\s*(\w+)\s*(?:=|<-)", row) for row in rows)
    return before is not None and after is not None and before[1] == after[1] and not names_read(rows[1])


def _changed_lines(before: str, after: str) -> set[int]:
    """The numbers of the lines that differ."""
    pairs = zip_longest(before.splitlines(), after.splitlines())
    return {number for number, (old, new) in enumerate(pairs, 1) if old != new}


def _is_alike(diagnosis: Diagnosis, second: Diagnosis) -> bool:
    """Whether the second may only say in another way what the first one says."""
    command = COMMAND.match(diagnosis.spot.text) if diagnosis.spot is not None else None
    if second.cause == "plot command missing":
        return command is not None and command[3] == "plot"
    return all((each.cause or "").startswith("legend") for each in (diagnosis, second))


def _repaired(diagnosis: Diagnosis, answer: RecordedAnswer, is_known_exactly: bool) -> Iterator[str]:
    """The cell with the marked line as the course would have it, each way that is known.

    A line that is missing goes into the first row, in front of what is there.
    """
    exercise, source, spot = answer.exercise, answer.source, diagnosis.spot
    first, *rest = source.splitlines() or [""]
    given = [_of_a_given_name(row, exercise) for row in (first, *rest)]
    if spot is not None and given[min(spot.line, len(given)) - 1] is not None:
        yield "\n".join(row if put is None else put for row, put in zip((first, *rest), given, strict=True))
    seed = f"np.random.seed({exercise.parameters.seed})"
    if diagnosis.cause == "no seed":
        yield "\n".join([f"{seed}; {first}", *rest])
    if spot is None:
        return
    if diagnosis.cause == "seed in the loop":
        yield "\n".join([f"{seed}; {first}", *(re.sub(r"np\.random\.seed\(.*?\)", "pass", row) for row in rest)])
    unknown = re.search(r"name '(\w+)' is not defined", (answer.observation.failure or {}).get("message") or "")
    starts = list(assignments(unknown[1], "", exercise)) if unknown is not None else []
    yield from ("\n".join([f"{start}; {first}", *rest]) for start in reversed(starts))
    if diagnosis.cause == "overwritten":
        yield OVERWRITTEN.sub(r"\1(\2)", source)
    if not answer.is_unread and not is_known_exactly:
        yield from repaired_by_course(diagnosis, answer.lines, exercise, answer.replay)
    yield from _with_other_rows(diagnosis, spot, [first, *rest], answer)


def _of_a_given_name(row: str, exercise: Exercise) -> str | None:
    """The row that gives one of the names with given numbers its number; None of any other row."""
    named = re.match(r"(\w+)\s*(?:=(?!=)|<-)", row)
    if named is None or any(equation.target == named[1] for equation in exercise.equations):
        return None
    return next(assignments(named[1], row, exercise), None)


def _with_other_rows(diagnosis: Diagnosis, spot: Spot, rows: Sequence[str], answer: RecordedAnswer) -> Iterator[str]:
    """The cell with another row in the place of the marked one, and of those that the message names with it."""
    exercise, failure = answer.exercise, answer.observation.failure or {}
    alike = ALIKE.search(diagnosis.message.means)
    others = [int(number) for number in re.findall(r"\d+", alike[0])] if alike is not None else []
    is_stop = failure.get("line") == spot.line
    known = _known_names(answer)
    for row in _rows(diagnosis, spot, rows[spot.line - 1], exercise, is_stop):
        if not names_read(row) <= known:
            continue  # the answer has other names
        made = [*rows[: spot.line - 1], row, *rows[spot.line :]]
        for line in (line for line in others if line <= len(rows)):
            made[line - 1] = next(rows_of_the_course(rows[line - 1], exercise), rows[line - 1])
        yield "\n".join(made)


def _known_names(answer: RecordedAnswer) -> set[str]:
    """The names that the answer may use."""
    code = re.sub(r"#.*", "", answer.source)
    return {*re.findall(r"\w+", code), *answer.exercise.given, *answer.exercise.parameter_names}


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
    if re.match(r"\s*if\b.*:", row) and diagnosis.cause != "never true":  # the course asks for no condition
        yield f"{indent(row)}if False:"
    yield from rows_of_the_course(row, exercise)
    if diagnosis.cause in (*OF_ROUNDS, CHANGED) or (is_stop and is_not_asked_for(row, exercise)):
        yield f"{indent(row)}pass"
