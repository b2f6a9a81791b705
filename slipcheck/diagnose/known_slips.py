"""The slip that an answer shows: a wrong formula, a variant of the reference, or a pattern of what it did."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Exercise, Message, Part, Slip
from slipcheck.judge.judge import Case
from slipcheck.judge.quantities import Variable
from slipcheck.observe.tracer import corner
from slipcheck.verdict import Run

from .course_formulas import course_formula, evaluated
from .formulas.pieces import Piece, Values, joined, same
from .lines.line_facts import WITHOUT_VALUES
from .lines.own_names import composed_pieces
from .lines.wrong_line import WrongLine
from .replay import flat

OF_SIZE = ("other size", "too few draws")  # faults of a line whose values may be right, but are too few or too many


@dataclass(frozen=True)
class Formula:
    """A right formula.

    ``bind`` makes the names' values of the arguments that the reference gives to the keyword of this formula.
    """

    text: str
    bind: Callable[..., dict[str, Any]]

    def variant(self, text: str) -> Callable[..., np.ndarray]:
        """What computes another formula of these names: a value for the reference's keyword."""
        return compiled(text, self.bind)


def compiled(text: str, bind: Callable[..., dict[str, Any]]) -> Callable[..., np.ndarray]:
    """A formula as a function of what ``bind`` makes its names of; nan where it cannot be computed."""
    code = compile(text, "<variant>", "eval")

    def variant(first: np.ndarray, *others: object) -> np.ndarray:
        with np.errstate(all="ignore"):
            try:
                value = eval(code, {"np": np, **bind(first, *others)})
            except (ArithmeticError, TypeError, ValueError):
                value = np.nan
            return np.nan * first if np.iscomplexobj(value) else value + 0 * first

    return variant


def find_slip(case: Case, part: Part) -> Slip | None:
    """The slip whose variant the answer behaves like, or whose pattern it shows."""
    observation = case.runs[0].observation
    slips = [slip for slip in case.exercise.slips if not slip.parts or part.name in slip.parts]
    hits = [slip for slip in slips if slip.pattern and slip.pattern(observation, case.runs[0].p)]
    if not part.quantities or hits:
        return hits[0] if hits else None
    variants = [slip for slip in slips if slip.change is not None]
    for runs in (smallest_first(case.runs), list(case.runs_of(part))):
        hits += [slip for slip in variants if behaves_like(case, runs, part.quantities, slip.change)]
        if hits and _is_without_numbers(case, part):  # all that gives no number behaves alike
            return next((slip for slip in hits if slip.source is not None and slip.source(observation.source)), None)
        if hits:
            return _told_apart(hits, observation.source)
    return None


def are_right_as_computed(case: Case, part: Part) -> bool:
    """Whether the values of names are right in the run as written, or do not count: what shows them may be wrong."""
    names = [name for name in part.quantities if isinstance(case.exercise.quantity(name), Variable)]
    return not names or behaves_like(case, case.runs[:1], names, {})


def _is_without_numbers(case: Case, part: Part) -> bool:
    """Whether all that is wrong of the quantities holds nothing but nan and inf."""
    runs = case.runs[:1]
    first = {name: case.candidates(runs[0], name)[:1] for name in part.quantities}
    numbers = [name for name, candidates in first.items() if any(np.isfinite(values).any() for values in candidates)]
    return len(numbers) < len(first) and (not numbers or behaves_like(case, runs, numbers, {}))


def with_its_effect(case: Case, part: Part, change: Diagnosis) -> Diagnosis:
    """A change of an index, with what the index does here, where the answer behaves like a slip that says it."""
    slip = find_slip(case, part) if change.cause == "other entry" else None
    if slip is None or slip.change is None or slip.formula:
        return change
    said = change.message
    means = re.sub(r"^It is too (?:small|large) by \d+\.", slip.message.means, said.means)
    return replace(change, message=Message(said.observed, means, slip.message.next))


def slip_before_a_plot(case: Case) -> Slip | None:
    """The slip in the values that a plot command stumbled over: the run ended there, but its values are known."""
    runs = case.runs[:1]
    for part in case.exercise.parts:
        for slip in case.exercise.slips:
            fits_part = part.quantities and (not slip.parts or part.name in slip.parts)
            if (
                fits_part
                and not behaves_like(case, runs, part.quantities, {})
                and behaves_like(case, runs, part.quantities, slip.change)
            ):
                return slip
    return None


def _told_apart(hits: list[Slip], source: str) -> Slip | None:
    """Among slips that behave alike: the one whose source predicate holds, then the first without one.

    Where no predicate holds, there is none: what it says of the text would not be true.
    """
    for slip in hits:
        if slip.source is not None and slip.source(source):
            return slip
    return next((slip for slip in hits if slip.source is None), None)


def slip_by_formula(exercise: Exercise, wrong: WrongLine) -> Slip | None:
    """The known slip whose formula gives the same values as the line."""
    if wrong.fault.kind in WITHOUT_VALUES:
        return None
    of_the_line = [slip for slip in exercise.slips if slip.about in ("", wrong.equation.target)]
    hits = [slip for slip in of_the_line if slip.formula and _gives(_with_names(slip.formula, exercise, wrong), wrong)]
    hits = [slip for slip in hits if not _has_what_it_lacks(slip.formula, wrong) and not _is_of_a_part(slip, wrong)]
    named = [slip for slip in hits if slip.source is not None and slip.source(wrong.student.text)]
    plain = [slip for slip in hits if slip.source is None]
    return next(iter((*named, *plain)), None)


def _with_names(formula: str, exercise: Exercise, wrong: WrongLine) -> str:
    """The formula with the answer's own name for what it makes of a draw, where no draw belongs to the line."""
    names = wrong.bound[0] if wrong.bound else {}
    for equation in exercise.equations if names.get("U") is None else ():
        for text in equation.texts if equation.target in names else ():
            formula = formula.replace(f"({text.replace('U', 'u')})", equation.target)
    return formula


def _has_what_it_lacks(formula: str, wrong: WrongLine) -> bool:
    """Whether a piece of the line gives what the right formula has where the slip's formula has another piece."""
    right = course_formula(wrong.formula)
    piece = _changed(right, course_formula(formula))
    if piece is right or not isinstance(piece, ast.BinOp):
        return False
    values = [_whole(evaluated(piece, names)) for names in wrong.bound]
    return any(same(own.values, joined(values)) for own in composed_pieces(wrong.student))


def _is_of_a_part(slip: Slip, wrong: WrongLine) -> bool:
    """Whether the fault is within the piece that has, by chance, the value of another name of the slip's formula."""
    piece, other = _unlike(course_formula(wrong.formula), course_formula(slip.formula))
    if not isinstance(piece, ast.Name) or not isinstance(other, ast.Name) or not wrong.fault.is_specific:
        return False
    held = joined([_whole(names.get(other.id)) for names in wrong.bound])
    own = [part for part in composed_pieces(wrong.student) if same(part.values, held)]
    return any(part.node is not wrong.fault.node and _holds(part, wrong.fault.node) for part in own)


def _holds(piece: Piece, node: ast.AST) -> bool:
    """Whether a node is in a piece, or in what a name of it stands for."""
    if piece.node is node:
        return True
    inner = (child for child in ast.iter_child_nodes(piece.node) if isinstance(child, ast.expr))
    return any(_holds(piece.parts(child), node) for child in inner)


def _changed(right: ast.expr, slip: ast.expr) -> ast.expr:
    """The smallest piece of a formula that holds all in which another one differs."""
    return _unlike(right, slip)[0]


def _unlike(right: ast.expr, slip: ast.expr) -> tuple[ast.expr, ast.expr]:
    """The smallest pieces of two formulas that hold all in which they differ."""
    if type(right) is type(slip):
        pairs = list(zip(ast.iter_child_nodes(right), ast.iter_child_nodes(slip), strict=False))
        unlike = [(one, other) for one, other in pairs if ast.dump(one) != ast.dump(other)]
        one, other = unlike[0] if len(unlike) == 1 else (None, None)
        if isinstance(one, ast.expr) and isinstance(other, ast.expr):
            return _unlike(one, other)
    return right, slip


def _gives(formula: str, wrong: WrongLine) -> bool:
    """Whether the formula gives the line's values, or what follows from them; too few may be the right ones too."""
    node, right_node = course_formula(formula), course_formula(wrong.equation.texts[0])
    carries = wrong.equation.carries and course_formula(wrong.equation.carries)
    values = []
    student = []
    is_unlike = wrong.fault.kind not in OF_SIZE
    for execution, names in zip(wrong.executions, wrong.bound, strict=True):
        more = {"v": names.get("v_before", names.get("v")), "i": names.get("i_in", names.get("i"))}
        value = evaluated(node, {**names, **more, "u": names.get("U")})
        own = wrong.student.at(execution)
        if carries and own is not None and own.size == 1:
            result = evaluated(carries, {**names, wrong.equation.target: float(own[0])})
            own = None if result is None else flat(float(result))
        if value is None or own is None or np.iscomplexobj(value):
            return False
        values.append(flat(corner(value) if isinstance(value, np.ndarray) else float(value)))
        student.append(own)
        is_unlike = is_unlike or not same(_whole(value), _whole(evaluated(right_node, names)))
    return is_unlike and same(joined(values), joined(student))


def _whole(value: Any) -> Values:
    """All numbers of a value in one row."""
    return None if value is None or np.iscomplexobj(value) else np.ravel(np.asarray(value, float))


def smallest_first(runs: Sequence[Run]) -> list[Run]:
    """The runs that came to an end, so that a variant which does not fit is soon refused."""
    return sorted((run for run in runs if not run.observation.failure), key=lambda run: run.p.step_end * run.p.n)


def behaves_like(case: Case, runs: Sequence[Run], names: Sequence[str], change: Mapping[str, object] | None) -> bool:
    """Whether the answer behaves like the variant, under any accepted variant; like none, where there is no change."""
    if change is None:
        return False
    variants = [{}, *(variant.change for variant in case.exercise.accepted_variants)]
    fitting = [variant for variant in variants if not set(variant) & set(change)]
    return bool(runs) and any(case.behaves(runs, names, {**variant, **change}) for variant in fitting)


def right_as_written(case: Case, part: Part) -> bool:
    """Whether what the part compares is right with the notebook's own parameters."""
    variants = [{}, *(dict(variant.change) for variant in case.exercise.accepted_variants)]
    first_run = [run for run in case.runs[:1] if not run.observation.failure]
    return bool(first_run) and any(case.behaves(first_run, part.quantities, variant) for variant in variants)
