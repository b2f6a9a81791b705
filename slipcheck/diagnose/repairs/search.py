"""The search for the one change that makes an answer right."""

from __future__ import annotations

import ast
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from slipcheck.exercise import Exercise, Parameters, Part
from slipcheck.judge.judge import Case
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation
from slipcheck.observe.never_ending import never_ends
from slipcheck.parameter_draws import unseen_in_the_notebook
from slipcheck.verdict import Run

from .assignment_edits import assignment_edits
from .edit import Edit
from .expression_edits import expression_edits
from .given_edits import given_edits
from .index_edits import shifted_steps
from .likelihood import KINDS, likeliest_first
from .loop_edits import loop_edits
from .lost_value_edits import lost_value_edits
from .name_edits import Vocabulary
from .place_edits import place_edits
from .repeated_edits import repeated_edits
from .reused_edits import draw_edits, scaled_edits
from .round_edits import round_edits
from .sentences import numbers_of
from .statement_edits import statement_edits
from .while_edits import is_start_of_a_counter, while_edits

FEW, SHORT = 5, (12, 15)  # realizations and time steps of a trial, so that many can be made
NEAR, FAR = 200, 120  # trials: of the lines that are suspected, and of the others
BATCH = 24  # trials, after which the search ends if one of them is right
MOST = 6  # changes that are tried at the exercise's own parameters too
UNDRAWN = ("nothing drawn", "too little drawn", "not against time", "curve missing")  # objections to what is drawn
Attempt = Callable[[Sequence[str], Parameters, bool], list[Observation]]


def repairs(
    exercise: Exercise,
    source: str,
    part: Part,
    right: Sequence[Part],
    attempt: Attempt,
    suspects: Sequence[int],
    everywhere: bool = True,
    kinds: Sequence[str] = KINDS,
    drawn: Sequence[Part] = (),
    behind: Sequence[int] = (),
) -> list[Edit]:
    """The changes after which ``part`` is right, at other parameters and at the exercise's own, the likeliest first.

    What was ``right`` must be right after them too, and what the parts ``drawn`` should show must be drawn. ``attempt``
    runs texts at given parameters, as written or with the names that a run replaces. ``suspects`` are the numbers of
    the lines that are looked at first, and alone where a change of theirs will do; those ``behind`` them come next, and
    the rest where it is to be looked ``everywhere``. Only changes of these ``kinds`` are tried.
    """
    p, as_written = trial_parameters(exercise), False
    if part_is_right(exercise, part, p, attempt([source], p, False)[0]):  # it is wrong only as written
        p, as_written = exercise.parameters, True
        suspects = suspects[:1] if drawn else suspects  # the values are right: the line that stops comes first
        if part.unseen_parameters and part_is_right(exercise, part, p, attempt([source], p, True)[0]):
            return []  # the trial cannot tell it from a right answer
    edits = [edit for edit in edits_of(exercise, source) if edit.kind in kinds]
    near = [edit for edit in edits if set(edit.lines) & set(suspects)]
    others = [edit for edit in edits if not set(edit.lines) & set(suspects)]
    farther = [edit for edit in others if set(edit.lines) & set(behind)]
    far = [edit for edit in others if not set(edit.lines) & set(behind)]
    results = {ast.unparse(parsed(source) or ast.Module([], []))}

    def best_of(batch: Sequence[Edit]) -> list[Edit]:
        if as_written:
            return right_after(exercise, part, batch, attempt, p, True, right, drawn)[:MOST]
        better = right_after(exercise, part, batch, attempt, p, False, ())[:MOST]
        return right_after(exercise, part, better, attempt, exercise.parameters, True, right, drawn)

    rest_of_all = (far if everywhere else [], FAR if near or farther else NEAR + FAR)
    for several, most in ((near, NEAR), (farther, FAR if near else NEAR), rest_of_all):
        rest = _first(several, most, results)
        while batch := list(islice(rest, BATCH)):
            best = best_of(batch)
            if best and best[0].kind == "order of lines":
                moves = [edit for edit in rest if edit.kind == best[0].kind]
                moves += _first([edit for edit in others if edit.kind == best[0].kind], FAR, results)
                moves = best_of(moves)
                best = _with_all_right(exercise, [*best, *moves], attempt, p, as_written) or best
                best = sorted(best, key=_is_no_exchange)
            if best and best[0].kind in ("order of lines", "changed again"):  # the line may do nothing then
                return best_of([edit for edit in edits if _explains_the_place(edit, best[0])]) + best
            if best:
                loops = [edit for edit in far if edit.kind == "other range"] if best[0].kind == "other entry" else []
                return best + best_of([edit for edit in (*rest, *loops) if _is_about(edit, best[0].node)])
    return []


def _with_all_right(
    exercise: Exercise, edits: Sequence[Edit], attempt: Attempt, p: Parameters, as_written: bool
) -> list[Edit]:
    """The edits after which all quantities of the exercise are right, not only those of one part."""
    whole = Part("all", "all", 0, quantities=tuple(quantity.name for quantity in exercise.quantities))
    return right_after(exercise, whole, edits, attempt, p, as_written, ())


def _is_no_exchange(edit: Edit) -> bool:
    """Whether it is no move of a value behind the line below it: a command that shows may stand in several places."""
    is_far = isinstance(edit.node, ast.Expr) or abs(edit.lines[0] - edit.lines[-1]) > 1
    return is_far or edit.kind != "order of lines"


def _explains_the_place(edit: Edit, moved: Edit) -> bool:
    """Whether a change says more than that a line stands in a wrong place: it is too much, or a loop takes its name."""
    return edit.kind == "name of a loop" or (edit.kind == "one too many" and edit.lines[0] == moved.lines[0])


def _is_about(edit: Edit, node: ast.AST) -> bool:
    """Whether a change is one of the node, of a name in it, or of the numbers that all loops count."""
    if edit.kind == "other range" and edit.words[1] == "starts and ends":  # it may stand for an index
        return True
    return edit.node is node or (edit.kind == "other name" and any(part is edit.node for part in ast.walk(node)))


def right_after(
    exercise: Exercise,
    part: Part,
    edits: Sequence[Edit],
    attempt: Attempt,
    p: Parameters,
    as_written: bool,
    kept: Sequence[Part],
    drawn: Sequence[Part] = (),
) -> list[Edit]:
    """The edits after which the part is right at ``p``, and those to be kept, with all drawn that should be."""
    observations = attempt([edit.source for edit in edits], p, as_written)
    pairs = zip(edits, observations, strict=True)
    return [
        edit
        for edit, observation in pairs
        if part_is_right(exercise, part, p, observation)
        and not any(rule(observation, p) for other in kept for rule in other.rules)
        and _is_drawn(drawn, observation, p)
    ]


def _is_drawn(parts: Sequence[Part], observation: Observation, p: Parameters) -> bool:
    """Whether all is drawn that the parts ask for."""
    objections = [rule(observation, p) for part in parts for rule in part.rules]
    return not any(objection is not None and objection[0] in UNDRAWN for objection in objections)


def part_is_right(exercise: Exercise, part: Part, p: Parameters, observation: Observation) -> bool:
    """Whether one run at ``p`` came to its end, with right values for the part."""
    if observation.failure:
        return False
    case = Case(exercise, [Run(p, observation)])
    variants = [{}, *(dict(variant.change) for variant in exercise.accepted_variants)]
    return any(case.behaves(case.runs, part.quantities, change) for change in variants)


def trial_parameters(exercise: Exercise) -> Parameters:
    """A short run with few realizations."""
    p = unseen_in_the_notebook(exercise)[0]
    if "n" in exercise.varied_names:
        p = replace(p, n=FEW)
    if exercise.steps is not None and exercise.with_steps is not None:
        p = exercise.with_steps(p, *SHORT, random.Random(exercise.number))
    return p


def edits_of(exercise: Exercise, source: str) -> list[Edit]:
    """Changes of an answer, those of likely kinds first."""
    tree = parsed(source)
    if tree is None:
        return []
    vocabulary = _vocabulary(exercise, tree)
    everything = [
        *statement_edits(source, tree),
        *assignment_edits(tree, exercise.given),
        *draw_edits(tree),
        *given_edits(tree, exercise.given, exercise.equations),
        *loop_edits(tree, exercise.given),
        *round_edits(tree, exercise.counts),
        *while_edits(tree),
        *lost_value_edits(tree, exercise.counts),
        *place_edits(tree, exercise.counts),
        *repeated_edits(tree),
        *scaled_edits(tree),
        *shifted_steps(tree, [text for texts in exercise.loops.values() for text in texts]),
        *(edit for edit in expression_edits(tree, vocabulary) if not is_start_of_a_counter(tree, edit)),
    ]
    return likeliest_first(exercise, tree, everything, set(vocabulary.numbers))


def _first(edits: Sequence[Edit], most: int, results: set[str]) -> Iterator[Edit]:
    """The first whose results are new; they are added to ``results``."""
    left = most
    for edit in edits:
        if not left:
            return
        if edit.source not in results:
            results.add(edit.source)
            if "while" in edit.source and never_ends(parsed(edit.source) or ast.Module([], [])):
                continue
            left -= 1
            yield edit


def _vocabulary(exercise: Exercise, tree: ast.Module) -> Vocabulary:
    nodes = list(ast.walk(tree))
    names = [node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    loops = [node for node in nodes if isinstance(node, ast.For)]
    counters = [name.id for loop in loops for name in ast.walk(loop.target) if isinstance(name, ast.Name)]
    known = dict.fromkeys([*names, *exercise.given])
    counts = [name for name in exercise.counts if name in known]
    numbers = list(dict.fromkeys(numbers_of(exercise)))
    return Vocabulary(list(known), list(dict.fromkeys(counters)), numbers, counts)


def is_right_after(exercise: Exercise, source: str, line: int, kind: str, part: Part, attempt: Attempt) -> bool:
    """Whether ``part`` has right values once a change of this kind, of a statement that begins in the line, is made."""
    p = trial_parameters(exercise)
    edits = [edit for edit in edits_of(exercise, source) if edit.kind == kind and edit.lines[0] == line]
    observations = attempt([edit.source for edit in edits], p, False)
    return any(part_is_right(exercise, part, p, run) for run in observations)
