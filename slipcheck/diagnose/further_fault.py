"""A second fault of another kind than a wrong value: a typed number, or what a command shows."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis, Spot, first_sentence, spot_of
from slipcheck.exercise import Exercise, Message, Part
from slipcheck.judge.judge import Case
from slipcheck.verdict import Rerun, Run

from .formulas.pieces import called
from .lines.wrong_line import WrongLine
from .numbers.typed_numbers import typed_number
from .output.commands import names_behind
from .output.commands_run import plot_commands, print_commands
from .output.outputs import wrong_output
from .output.printed_digits import too_few_digits
from .recorded_answer import lowered
from .repaired_line import are_right, with_its_formula
from .repairs.search import Attempt, part_is_right, repairs, trial_parameters
from .repairs.sentences import repaired
from .replay import Replay
from .second_stop import repaired_piece
from .suspected_answer import base_of

OF_A_LOOP = ("other range", "start of the count", "comparison")  # changes of what a loop counts


def with_a_further_fault(
    diagnosis: Diagnosis, lines: Sequence[WrongLine], case: Case, part: Part, replay: Replay, rerun: Rerun
) -> Diagnosis:
    """The diagnosis, with a fault in another line that keeps the part wrong once the first one is repaired.

    A command to whose figure a rule of its part objects is left to that part.
    """
    exercise, attempt = case.exercise, rerun.attempt
    texts = repaired_by_course(diagnosis, lines, exercise, replay) if not part.unseen_parameters else []
    if not texts or are_right(exercise, part, attempt, texts):
        return diagnosis
    further = None
    for text, run in zip(texts, attempt(texts, exercise.parameters, True), strict=True):
        if run.failure:
            continue
        case_after = Case(exercise, [Run(exercise.parameters, run)])
        if part_is_right(exercise, part, exercise.parameters, run):
            further = _typed_number(case_after, text, attempt, rerun)
        else:
            shortened = too_few_digits(case_after, replay, run.printed, is_repaired=True)
            further = (
                (shortened if not _is_of_line(shortened, diagnosis) else None)
                or _wrong_x(exercise, text, part, replay, attempt)
                or _wrong_loop(exercise, text, part, replay, attempt)
                or _wrong_maker(exercise, text, part, attempt)
            )
        if further is not None:
            break
    if further is None or further.spot is None or _is_of_line(further, diagnosis):
        return diagnosis
    if f"line {further.spot.line}" in f"{diagnosis.message.means} {diagnosis.message.next}":
        return diagnosis  # it speaks of that line already
    written = case.runs[0]
    is_objected_to = any(rule(written.observation, written.p) for other in exercise.parts for rule in other.rules)
    if is_objected_to and further.spot.line in {command.node.lineno for command in plot_commands(replay)}:
        return diagnosis
    return _followed_by(diagnosis, further, further.spot.line)


def _is_of_line(further: Diagnosis | None, diagnosis: Diagnosis) -> bool:
    """Whether both mark the same line, or one marks none."""
    lines = [each.spot.line if each is not None and each.spot is not None else 0 for each in (further, diagnosis)]
    return 0 in lines or lines[0] == lines[1]


def repaired_by_course(
    diagnosis: Diagnosis, lines: Sequence[WrongLine], exercise: Exercise, replay: Replay
) -> list[str]:
    """The cell with what is right in the place of what the diagnosis marks."""
    spot = diagnosis.spot
    if spot is None:
        return []
    exactly = repaired_piece(replay.source, diagnosis)
    if exactly is not None:
        return [exactly]
    valued = [line for line in lines if not line.is_misplaced and line.is_at(spot.line)]
    if diagnosis.cause == "axes swapped":
        return _with_axes_exchanged(replay, spot)
    if diagnosis.cause == "x missing":
        return _with_x(replay, spot, exercise)
    return (
        with_its_formula(replay.source, valued[0])
        if valued
        else _with_what_is_asked(replay.source, spot, exercise, replay)
    )


def _with_what_is_asked(source: str, spot: Spot, exercise: Exercise, replay: Replay) -> list[str]:
    """The cell with what the exercise asks for in the place of the marked piece that a command draws or prints.

    In the ``source`` another line may be repaired already.
    """
    rows = source.split("\n")
    before, _, after = spot.pieces
    texts = []
    for command in (*plot_commands(replay), *print_commands(replay)):
        asked = [output.shows for output in exercise.outputs if output.command == called(command.node)]
        for k, piece in enumerate(command.pieces):
            if spot_of(replay.source, piece) == spot:
                shows = dict.fromkeys(each[k] for each in asked if k < len(each))
                changed = [f"{before}{text}{after}" for text in shows]
                texts += ["\n".join([*rows[: spot.line - 1], row, *rows[spot.line :]]) for row in changed]
    return texts


def _with_axes_exchanged(replay: Replay, spot: Spot) -> list[str]:
    """The cell with x and y of the marked plot command in each other's place."""
    rows = replay.source.split("\n")
    for command in plot_commands(replay):
        if spot != spot_of(replay.source, command.node):
            continue
        x, y = (spot_of(replay.source, argument) for argument in command.node.args[:2])
        if x is not None and y is not None and x.line == y.line == spot.line:
            (before, first, _), (_, second, after) = x.pieces, y.pieces
            between = x.text[x.end : y.start]
            return ["\n".join([*rows[: x.line - 1], f"{before}{second}{between}{first}{after}", *rows[x.line :]])]
    return []


def _with_x(replay: Replay, spot: Spot, exercise: Exercise) -> list[str]:
    """The cell with what the exercise asks for as x, in front of the values of the marked plot command."""
    rows = replay.source.split("\n")
    asked = dict.fromkeys(output.shows[0] for output in exercise.outputs if output.command == "plot")
    for command in plot_commands(replay):
        first = spot_of(replay.source, command.node.args[0]) if command.node.args else None
        if spot == spot_of(replay.source, command.node) and first is not None:
            before, values, after = first.pieces
            changed = [f"{before}{x}, {values}{after}" for x in asked]
            return ["\n".join([*rows[: first.line - 1], row, *rows[first.line :]]) for row in changed]
    return []


def _typed_number(repaired: Case, text: str, attempt: Attempt, rerun: Rerun) -> Diagnosis | None:
    """The number that makes a cell wrong at other parameters that is right as written."""
    exercise = repaired.exercise
    p = trial_parameters(exercise)
    part = next((part for part in exercise.parts if part.unseen_parameters), None)
    if part is None:
        return None
    case = Case(exercise, [*repaired.runs, Run(p, attempt([text], p, False)[0])])
    return typed_number(case, part, rerun, is_sure=True)


def _wrong_x(exercise: Exercise, text: str, part: Part, replay: Replay, attempt: Attempt) -> Diagnosis | None:
    """The argument of a plot command in whose place another one makes the repaired cell right."""
    diagnosis = wrong_output(exercise, replay)
    if diagnosis is None or diagnosis.spot is None:
        return None
    row = text.split("\n")[diagnosis.spot.line - 1]
    if row.rstrip()[:200] != diagnosis.spot.text:
        return None
    both = _with_what_is_asked(text, diagnosis.spot, exercise, replay)
    return diagnosis if both and are_right(exercise, part, attempt, both) else None


def _wrong_loop(exercise: Exercise, text: str, part: Part, replay: Replay, attempt: Attempt) -> Diagnosis | None:
    """What the one change of the first line of a loop says that makes the repaired cell right."""
    loops = [node.lineno for node in ast.walk(replay.tree) if isinstance(node, (ast.For, ast.While))]
    edits = repairs(exercise, text, part, [], attempt, loops, everywhere=False, kinds=OF_A_LOOP)
    return repaired(exercise, text, edits) if edits else None


def _wrong_maker(exercise: Exercise, text: str, part: Part, attempt: Attempt) -> Diagnosis | None:
    """What the one change of a line behind the part's values says that makes the repaired cell right."""
    names = names_behind(text, set(part.quantities))
    lines = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Assign)]
    makers = [line.lineno for line in lines if any(base_of(target) in names for target in line.targets)]
    edits = repairs(exercise, text, part, [], attempt, makers, everywhere=False) if makers else []
    return repaired(exercise, text, edits) if edits else None


def _followed_by(diagnosis: Diagnosis, further: Diagnosis, line: int) -> Diagnosis:
    observed = lowered(further.message.observed.removeprefix(f"Line {line}: "))
    sentence = f"Then look at line {line}: {observed} {first_sentence(further.message.means)}".strip()
    said = diagnosis.message
    return replace(diagnosis, message=Message(said.observed, said.means, f"{said.next} {sentence}".strip()))
