"""What a line itself shows of its fault, beyond what the table of kinds says."""

from __future__ import annotations

import ast
from dataclasses import replace

from slipcheck.exercise import Exercise, Slip
from slipcheck.judge.parse import parsed

from .formulas.pieces import called
from .loop_patterns import inner_loops
from .missing_pieces import missing_or_extra, single_draw
from .number_patterns import ROUNDS_DOWN
from .special_loops import LONG, Saying
from .wrong_line import WrongLine

A_LITTLE_LESS = "The quotient of two decimal numbers may be a little less than the number that you expect."


def more_exactly(exercise: Exercise, source: str, wrong: WrongLine, saying: Saying, slip: Slip | None) -> Saying:
    """With what is said better of a fault of this kind."""
    if (
        saying.kind == "outside the inner loop"
        and wrong.statement.lineno < inner_loops(parsed(source) or ast.Module([], []))[0].lineno
    ):
        advice = "Move it below the line of the inner loop, and indent it like the other lines there."
        return replace(saying, advice=advice)
    if saying.kind == "other operator" and wrong.fault.words[-1] == "//":
        is_count = wrong.equation.target in exercise.counts
        return replace(saying, means=f"{ROUNDS_DOWN} {A_LITTLE_LESS}" if is_count else ROUNDS_DOWN)
    if saying.kind == "extra divisor" and (call := _divided_already(wrong)):
        means = f"`{call}` has already divided by the number of values."
        return replace(saying, means=means, advice=f"With which argument does `{call}` divide by another number?")
    if saying.kind in ("extra factor", "extra divisor"):
        return _of_another_unit(source, wrong, saying) or _of_a_prefix(exercise, wrong, saying) or saying
    if saying.kind == "other size" and wrong.fault.words[-1] == "one number is":
        return _of_all_rounds(source, wrong, saying)
    draw = single_draw(wrong) if saying.kind == "piece" and slip is None else None
    if draw is not None:
        observed = "this line turns its draw into another number than the exercise asks for."
        return replace(saying, observed=observed, means=f"The draw is {draw:.4g}.")
    found = missing_or_extra(exercise, wrong) if saying.kind == "piece" and slip is None else None
    return saying if found is None else replace(saying, means=found[0], advice=found[1])


def _divided_already(wrong: WrongLine) -> str:
    """The function of what is divided, where it divides by itself by a number that an argument changes."""
    divisions = [node for node in ast.walk(wrong.statement) if isinstance(node, ast.BinOp)]
    divided = next((node.left for node in divisions if node.right is wrong.fault.node), None)
    is_one = isinstance(divided, ast.Call) and called(divided) in ("std", "var")
    return ast.unparse(divided.func) if is_one and isinstance(divided, ast.Call) else ""


def _of_another_unit(source: str, wrong: WrongLine, saying: Saying) -> Saying | None:
    """A power of ten with which another line makes a name: the name holds its values in another unit."""
    factor = getattr(wrong.fault.node, "value", None)
    line = getattr(wrong.fault.node, "lineno", 0)
    makers = [n for n in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(n, ast.Assign)]
    maker = next((n for n in makers if n.lineno == line), None)
    names = [n for n in ast.walk(wrong.statement) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]
    use = next((n for n in names if maker is not None and n.id == getattr(maker.targets[0], "id", None)), None)
    is_power = isinstance(factor, (int, float)) and f"{factor:e}".startswith("1.000000e") and abs(factor) != 1
    if maker is None or use is None or not is_power or line == wrong.statement.lineno:
        return None
    if not _is_of_all(maker.value, wrong.fault.node):
        return None
    size = "large" if saying.kind == "extra factor" else "small"
    does = "multiplies" if saying.kind == "extra factor" else "divides"
    observed = f"`{use.id}` is {factor:g} times too {size} here."
    rest = f"the rest of line {wrong.statement.lineno}"
    means = f"Line {maker.lineno} {does} by {factor:g}, so `{use.id}` is in another unit than {rest}."
    return replace(saying, observed=observed, node=use, means=means, advice="In which unit is each value of this line?")


PREFIXES = {1e3: "m", 1e6: "µ", 1e9: "n", 1e12: "p"}


def _of_a_prefix(exercise: Exercise, wrong: WrongLine, saying: Saying) -> Saying | None:
    """A factor that gives all of a line's value in a smaller unit than that of the text."""
    factor, unit = getattr(wrong.fault.node, "value", None), exercise.units.get(wrong.equation.target, "")
    value = getattr(wrong.statement, "value", None)
    if saying.kind != "extra factor" or value is None or factor not in PREFIXES or len(unit) != 1:
        return None
    if not _is_of_all(value, wrong.fault.node):
        return None
    means = f"It is meant to turn {unit} into {PREFIXES[factor]}{unit}, but all values of the text are in {unit}."
    return replace(saying, means=means, advice=f"Keep `{wrong.equation.target}` in {unit}.")


def _is_of_all(value: ast.expr, factor: ast.AST) -> bool:
    """Whether the factor multiplies or divides all of the value, not one term of it alone."""
    place = [getattr(factor, name, 0) for name in ("lineno", "col_offset")]
    pieces = [value]
    while isinstance(value, ast.BinOp) and isinstance(value.op, (ast.Mult, ast.Div)):
        pieces += [value.left, value.right]
        value = value.left
    return any([piece.lineno, piece.col_offset] == place for piece in pieces if not isinstance(piece, ast.BinOp))


def _of_all_rounds(source: str, wrong: WrongLine, saying: Saying) -> Saying:
    """Many values that a line makes in each round of a loop that needs one in each."""
    line = wrong.statement.lineno
    loops = [n for n in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(n, ast.For)]
    around = [loop for loop in loops if loop.lineno < line <= (loop.end_lineno or line)]
    calls = [n for n in ast.walk(wrong.statement) if isinstance(n, ast.Call)]
    if not around or not any(called(call) in ("arange", "linspace", "range") for call in calls):
        return saying
    loop = around[-1]
    gives = f"gives `{ast.unparse(loop.target)}` a single value in each round"
    means = f"The loop of line {loop.lineno} {gives}, so `{wrong.equation.target}` needs only the value of this round."
    return replace(saying, means=means, advice="Which name changes from round to round? Use it here, without an array.")


def made_inside(exercise: Exercise, wrong: WrongLine) -> str:
    """What the brackets of a function hold that is too much in its line."""
    value = getattr(wrong.statement, "value", None)
    is_whole = isinstance(value, ast.Call) and value.func is wrong.fault.node and len(value.args) == 1
    meaning = exercise.words.get(wrong.equation.target)
    if not is_whole or not isinstance(value, ast.Call) or meaning is None:
        return ""
    inside = " ".join(ast.unparse(value.args[0]).split())
    return f"`{inside}` is {meaning} already." if len(inside) <= 2 * LONG else f"Its brackets hold {meaning} already."
