"""An answer with the right formula in the place of a wrong line's own."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

import numpy as np

from slipcheck.diagnosis import Spot, spot_of
from slipcheck.exercise import Exercise, Part

from .formulas.pieces import called
from .lines.answer_line import names_in
from .lines.wrong_line import WrongLine
from .numbers.random_draws import UNIFORM
from .recorded_answer import OF_SIZE
from .repairs.search import Attempt, part_is_right, trial_parameters
from .replay import Execution, flat


def with_its_formula(source: str, line: WrongLine) -> list[str]:
    """The cell with each right formula in the place of the line's own, as far as a line can hold it."""
    value = getattr(line.statement, "value", None)
    if not isinstance(line.statement, ast.Assign) or value is None:
        return []
    spot = spot_of(source, value)
    if spot is None:
        return []
    rows = source.split("\n")
    before, _, after = spot.pieces
    draws = [ast.unparse(node) for node in ast.walk(value) if isinstance(node, ast.Call) and called(node) in UNIFORM]
    between = _between_the_limits(value)
    texts = []
    shape = re.match(r"np\.\w+(\(.*\))$", line.equation.like)
    if len(draws) == 1 and line.equation.like and line.fault.kind in OF_SIZE:
        draws = [f"np.random.random{shape[1] if shape is not None else '()'}"]
    for formula in line.equation.texts:
        text = re.sub(r"\bU\b", draws[0].replace("\\", r"\\"), formula) if len(draws) == 1 else formula
        text = re.sub(r"\bXI\b", between, text) if between else text
        own = _in_own_words(text, line) if line.equation.is_entry else text
        if own is not None and not re.search(r"\b(?:U|XI)\b", own):  # another line draws
            texts.append("\n".join([*rows[: spot.line - 1], f"{before}{own}{after}", *rows[spot.line :]]))
    return texts


def with_its_names(source: str, line: WrongLine, spot: Spot) -> list[str]:
    """The cell with each name of the right formula in the place of the piece that is marked."""
    rows = source.split("\n")
    before, _, after = spot.pieces
    names = sorted((names_in(ast.parse(line.formula)) & line.execution.names.keys()) - {"np"})
    return ["\n".join([*rows[: spot.line - 1], f"{before}{name}{after}", *rows[spot.line :]]) for name in names]


def _between_the_limits(value: ast.expr) -> str:
    """The only call of a line that draws between limits of its own, with -1 and 1 as limits; empty where none does."""
    calls = [node for node in ast.walk(value) if isinstance(node, ast.Call)]
    drawn = [node for node in calls if called(node) == "uniform"]
    if len(drawn) != 1 or len(drawn[0].args) < 2:
        return ""
    limits = [ast.UnaryOp(ast.USub(), ast.Constant(1)), ast.Constant(1)]
    return ast.unparse(ast.Call(drawn[0].func, [*limits, *drawn[0].args[2:]], drawn[0].keywords))


def are_right(exercise: Exercise, part: Part, attempt: Attempt, texts: Sequence[str]) -> bool:
    """Whether the part is right in one of these cells."""
    p = trial_parameters(exercise)
    return any(part_is_right(exercise, part, p, run) for run in attempt(texts, p, False))


def is_right_with(exercise: Exercise, source: str, line: WrongLine, part: Part, attempt: Attempt) -> bool:
    """Whether the part is right once the right formula gives the line its value."""
    return are_right(exercise, part, attempt, with_its_formula(source, line))


def that_run(exercise: Exercise, attempt: Attempt, texts: Sequence[str]) -> list[str]:
    """Those of the texts that run to their end."""
    made = attempt(texts, trial_parameters(exercise), False) if texts else []
    return [text for text, run in zip(texts, made, strict=True) if not run.failure]


def is_wrong_with(exercise: Exercise, source: str, line: WrongLine, part: Part, attempt: Attempt) -> bool:
    """Whether the part stays wrong with the right formula in the line, so that no change of the line alone will do."""
    texts = that_run(exercise, attempt, with_its_formula(source, line))
    return bool(texts) and not are_right(exercise, part, attempt, texts)


def _in_own_words(formula: str, line: WrongLine) -> str | None:
    """The formula of an entry with the pieces of the line that hold what it names; None where the line lacks one."""
    names = {name for names in line.bound for name in names} - set(line.execution.names)
    for name in sorted(names & names_in(ast.parse(formula))):
        piece = next((node for node in ast.walk(line.statement) if _holds(node, name, line)), None)
        if piece is None:
            return None
        formula = re.sub(rf"\b{name}\b", ast.unparse(piece).replace("\\", r"\\"), formula)
    return formula


def _holds(node: ast.AST, name: str, line: WrongLine) -> bool:
    """Whether a piece has the value that the formula names, each time that the line was carried out."""
    if not isinstance(node, (ast.Name, ast.Subscript)) or not isinstance(node.ctx, ast.Load) or not line.bound:
        return False
    pairs = zip(line.executions, line.bound, strict=False)
    return all(_is_equal(execution, node, bound.get(name)) for execution, bound in pairs)


def _is_equal(execution: Execution, node: ast.expr, value: object) -> bool:
    own, needed = flat(execution.value(node)), flat(value if isinstance(value, np.ndarray) else np.asarray(value))
    return own is not None and needed is not None and bool(own.size) and np.array_equal(own, needed)
