"""What a line itself shows of its fault, beyond what the table of kinds says."""

from __future__ import annotations

import ast
from dataclasses import replace

from slipcheck.exercise import Exercise, Slip
from slipcheck.judge.parse import parsed

from ..formulas.pieces import called
from ..numbers.number_patterns import ROUNDS_DOWN
from ..numbers.random_draws import EVEN_DRAWS
from ..rounds.loop_patterns import inner_loops
from .formula_sentences import SAID
from .missing_pieces import missing_or_extra, single_draw
from .special_loops import LONG, Saying
from .unused_lists import is_root
from .wrong_line import WrongLine

A_LITTLE_LESS = "A quotient of decimal numbers may be a little too small."


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
    if saying.kind == "extra divisor" and (call := _divided_already(wrong)) is not None:
        return _of_a_divided_spread(wrong, saying, call)
    if saying.kind == "too few draws" and (times := _repeated(wrong)):
        means = f"`{times}` repeats the list with this one number. It draws no new numbers."
        advice = "What must be in the brackets of this call, so that the call draws all these numbers?"
        advice += f" Then take away the square brackets of the list and `{times}`."
        return replace(saying, means=means, advice=advice)
    if saying.kind in ("extra factor", "extra divisor"):
        return _of_another_unit(source, wrong, saying) or _of_a_prefix(exercise, wrong, saying) or saying
    if saying.kind == "other size" and wrong.fault.words[1] == "one number" and _draws(wrong.fault.node):
        text = ast.unparse(wrong.fault.node)
        observed = f"`{text}` draws {wrong.fault.words[1]}; {wrong.fault.words[-1]} needed."
        advice = SAID["too few draws"][-1]
        if called(wrong.fault.node) == "uniform":  # its first values are no sizes
            advice = f"Which argument of `{text.partition('(')[0]}` says how many numbers it draws?"
        return replace(saying, kind="too few draws", observed=observed, advice=advice)
    is_many_for_one = saying.kind == "other size" and wrong.fault.words[-1] == "one number is"
    if is_many_for_one and _is_a_list_of_terms(wrong):
        means = "The square brackets make a list. Each value in it stays alone: nothing adds them up."
        return replace(saying, means=means, advice="Which function adds up a list?")
    if is_many_for_one:
        return _of_all_rounds(source, wrong, saying)
    draw = single_draw(wrong) if saying.kind == "piece" and slip is None else None
    if draw is not None:
        observed = "this line turns its draw into another number than the exercise asks for."
        return replace(saying, observed=observed, means=f"The draw is {draw:.4g}.")
    found = missing_or_extra(exercise, source, wrong) if saying.kind == "piece" and slip is None else None
    return saying if found is None else replace(saying, means=found[0], advice=found[1])


def _draws(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and called(node) in EVEN_DRAWS


def _is_a_list_of_terms(wrong: WrongLine) -> bool:
    """Whether the line makes a list with a `for` in its brackets, where a sum is needed."""
    value = getattr(wrong.statement, "value", None)
    return isinstance(value, ast.ListComp) and wrong.equation.texts[0].startswith("sum(")


def _of_a_divided_spread(wrong: WrongLine, saying: Saying, call: ast.Call) -> Saying:
    """Of a spread that is divided once more: by a root, or by a number by which it has been divided already."""
    function, divisor = ast.unparse(call.func), wrong.fault.node
    ddof = next((keyword for keyword in call.keywords if keyword.arg == "ddof"), None)
    if is_root(divisor):
        means = f"`{function}` gives the spread of the values. This root makes it the spread of their mean."
        return replace(saying, means=means, advice="Does the text ask for this division?")
    if ddof is not None:
        less = f"minus {ast.unparse(ddof.value)}"
        means = f"`{function}` has already divided: with `{ast.unparse(ddof)}`, by the number of values {less}."
        return replace(saying, means=means, advice="Does the text ask for a second division?")
    means = f"`{function}` has already divided by the number of values. So this is a second division."
    return replace(saying, means=means, advice=f"Which argument of `{function}` changes the number that it divides by?")


def _repeated(wrong: WrongLine) -> str:
    """What repeats the list around a draw, as it is written; empty where nothing does."""
    for node in ast.walk(wrong.statement):
        for side, other in sides_of(node):
            if isinstance(side, ast.List) and any(part is wrong.fault.node for part in ast.walk(side)):
                times = ast.unparse(other)
                return f"* {times}" if other.col_offset > side.col_offset else f"{times} *"
    return ""


def sides_of(node: ast.AST) -> list[tuple[ast.expr, ast.expr]]:
    """Each side of a product, with the other one."""
    is_product = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)
    return [(node.left, node.right), (node.right, node.left)] if is_product else []  # type: ignore[attr-defined]


def _divided_already(wrong: WrongLine) -> ast.Call | None:
    """The call of what is divided, where it divides by itself by a number that an argument changes."""
    divisions = [node for node in ast.walk(wrong.statement) if isinstance(node, ast.BinOp)]
    divided = next((node.left for node in divisions if node.right is wrong.fault.node), None)
    is_one = isinstance(divided, ast.Call) and called(divided) in ("std", "var")
    return divided if is_one and isinstance(divided, ast.Call) else None


UNIT_STEPS = (1e3, 1e6, 1e9, 1e12, 1000, 1000000)


def _of_another_unit(source: str, wrong: WrongLine, saying: Saying) -> Saying | None:
    """A power of ten with which another line makes a name: the name holds its values in another unit."""
    factor = getattr(wrong.fault.node, "value", None)
    line = getattr(wrong.fault.node, "lineno", 0)
    makers = [n for n in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(n, ast.Assign)]
    maker = next((n for n in makers if n.lineno == line), None)
    names = [n for n in ast.walk(wrong.statement) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]
    use = next((n for n in names if maker is not None and n.id == getattr(maker.targets[0], "id", None)), None)
    is_power = isinstance(factor, (int, float)) and factor in UNIT_STEPS
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
    means = f"It turns {unit} into {PREFIXES[factor]}{unit}, but all values of the text are in {unit}."
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


IN_RADIANS = "`{0}` turns degrees into radians, and this angle is in radians already."
IN_DEGREES = "`{0}` turns radians into degrees, and NumPy needs its angles in radians."
OF_ANGLES = {name: IN_RADIANS.format(name) for name in ("radians", "deg2rad")}
OF_ANGLES |= {name: IN_DEGREES.format(name) for name in ("degrees", "rad2deg")}


def made_inside(exercise: Exercise, wrong: WrongLine) -> str:
    """What the brackets of a function hold that is too much in its line."""
    if wrong.fault.words[0] in OF_ANGLES:
        return OF_ANGLES[wrong.fault.words[0]]
    value = getattr(wrong.statement, "value", None)
    is_whole = isinstance(value, ast.Call) and value.func is wrong.fault.node and len(value.args) == 1
    meaning = exercise.words.get(wrong.equation.target)
    if not is_whole or not isinstance(value, ast.Call) or meaning is None:
        return ""
    inside = " ".join(ast.unparse(value.args[0]).split())
    return f"`{inside}` is {meaning} already." if len(inside) <= 2 * LONG else f"Its brackets hold {meaning} already."
