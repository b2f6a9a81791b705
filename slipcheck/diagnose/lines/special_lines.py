"""Lines that give a wrong value for a reason that stands elsewhere, or that a sentence of its own says better."""

from __future__ import annotations

import ast
from typing import Any, TypeGuard

import numpy as np

from slipcheck.exercise import Exercise, Slip
from slipcheck.judge.parse import parsed
from slipcheck.observe.rewrite import is_literal

from ..course_formulas import course_formula, evaluated
from ..formulas.pieces import called, same
from ..repairs.edit import sign_of
from ..repairs.said import SAID
from .answer_line import flattened, names_in
from .expanded_brackets import of_the_number_of_a_term
from .few_values import of_a_product_in_brackets, of_few_values
from .function_values import exchanged_at_the_call
from .line_facts import other_spread, spread_of, target_of
from .line_values import needed_text
from .marked_places import node_at_fault
from .missing_axes import axis_needed
from .other_counts import of_another_count
from .rounded_constants import of_a_rounded_constant
from .special_loops import Saying, of_a_left_counter, of_a_loop
from .unused_lists import of_an_unused_list, of_mean_squares, of_roots_in_a_sum
from .wrong_line import WrongLine

DIVIDED = ("missing divisor", "extra divisor", "missing factor", "extra factor", "extra factors", "piece")
OF_A_VALUE = ("other name", "other value", "own value")  # faults that the line which makes a name can be the reason of
FIRST = 3  # rounds of a loop that are compared


def special_saying(exercise: Exercise, source: str, wrong: WrongLine, slip: Slip | None) -> Saying | None:
    """The first of these that fits the line."""
    return (
        (of_a_loop(exercise, source, wrong) if slip is None else None)
        or _of_a_condition(source, wrong)
        or of_another_count(exercise, wrong)
        or _of_an_argument(exercise, wrong)
        or (_of_a_spread(exercise, wrong) if slip is None else None)
        or _of_a_call(source, wrong)
        or of_mean_squares(source, wrong)
        or of_roots_in_a_sum(source, wrong)
        or (of_few_values(wrong) or of_an_unused_list(source, wrong) if slip is None else None)
        or (of_the_number_of_a_term(wrong) if slip is None else None)
        or _of_whole_numbers(wrong)
        or _of_a_grown_array(wrong)
        or _of_a_sorted_list(wrong)
        or _of_a_constant(exercise, source, wrong)
        or of_a_rounded_constant(exercise, source, wrong)
        or _of_an_addition(wrong)
        or _of_a_comma(wrong)
        or of_a_left_counter(source, wrong)
        or _of_an_empty_list(source, wrong)
        or of_a_product_in_brackets(wrong)
        or _of_a_whole_array(exercise, wrong)
    )


def _of_an_argument(exercise: Exercise, wrong: WrongLine) -> Saying | None:
    """A call that takes the values as the text does, and has an argument with which it divides by another number."""
    if wrong.fault.kind not in DIVIDED:
        return None
    calls = (node for node in ast.walk(wrong.statement) if isinstance(node, ast.Call))
    named = (keyword for call in calls for keyword in call.keywords if keyword.arg in exercise.arguments)
    ddof = next((keyword for keyword in named if keyword.arg == "ddof" and ast.unparse(keyword.value) != "1"), None)
    if ddof is None:
        return None
    observed = f"the argument `{ast.unparse(ddof)}` is not the right one."
    advice = "Which value should `ddof` have in this line?"
    return Saying("other argument", observed, ddof, exercise.arguments["ddof"], advice)


def _of_a_spread(exercise: Exercise, wrong: WrongLine) -> Saying | None:
    found = other_spread(exercise, wrong)
    if found is None:
        return None
    call, name = found
    is_asked_for = any(function in text for text in wrong.equation.texts for function in ("std(", "var("))
    observed, means, advice = spread_of(exercise, ast.unparse(call.func), name, is_asked_for)
    advice += axis_needed(wrong, call.args[0])
    return Saying(wrong.fault.kind, observed, call.args[0], means, advice)


def _of_a_condition(source: str, wrong: WrongLine) -> Saying | None:
    """A line that a condition carries out, and that computes something else than the equation."""
    line = wrong.statement.lineno
    conditions = [node for node in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(node, ast.If)]
    own = next((node for node in conditions if len(node.body) == 1 and node.body[0].lineno == line), None)
    value = getattr(wrong.statement, "value", None)
    if own is None or own.orelse or wrong.fault.is_specific or not isinstance(value, (ast.Name, ast.Constant)):
        return None
    observed = f"where this condition is true, line {line} sets `{target_of(wrong)}` to `{ast.unparse(value)}`."
    return Saying("piece", observed, own)


def _of_a_call(source: str, wrong: WrongLine) -> Saying | None:
    """A call that gives the values in another order than the function takes them."""
    value = getattr(wrong.statement, "value", None)
    found = exchanged_at_the_call(source, value) if isinstance(value, ast.expr) else None
    if found is None:
        return None
    call, given, parameter = found
    name = ast.unparse(call.func)
    observed = f"`{name}` gets `{given}` where its `{parameter}` belongs."
    means = "A call gives its values in the order of the brackets of `def`, whatever their names are."
    advice = f"Compare the two brackets: of `def {name}`, and of this call."
    return Saying("arguments exchanged", observed, call, means, advice)


def _of_whole_numbers(wrong: WrongLine) -> Saying | None:
    """An array of whole numbers, which has lost the decimals of what it got."""
    value = getattr(wrong.statement, "value", None)
    plain = wrong.execution.value(value) if isinstance(value, ast.Call) else None
    is_whole = isinstance(plain, dict) and str(plain.get("dtype", "")).startswith("int")
    if not is_whole or value is None or wrong.value is None or wrong.right is None:
        return None
    if not same(wrong.value, np.trunc(wrong.right)):
        return None
    code = " ".join(ast.unparse(value).split())
    observed = f"`{code}` makes an array of whole numbers."
    means = "Each value that is stored in such an array loses its decimals."
    return Saying("whole numbers", observed, value, means, "How do you make an array of decimal numbers?")


def _of_a_grown_array(wrong: WrongLine) -> Saying | None:
    """A value that is put after those of an array which has as many as it needs."""
    value, name = getattr(wrong.statement, "value", None), target_of(wrong)
    if wrong.fault.kind != "other size" or not isinstance(value, ast.Call) or called(value) != "append":
        return None
    old = wrong.execution.names.get(name)
    if not value.args or ast.unparse(value.args[0]) != name or needed_text(old) != wrong.fault.words[-1]:
        return None
    cause = "array append for a place"
    observed, means, advice = (text.format(name) for text in SAID[cause])
    return Saying(cause, observed, value, means, advice)


def _of_a_sorted_list(wrong: WrongLine) -> Saying | None:
    """A value from the middle of a list that is sorted."""
    value = getattr(wrong.statement, "value", None)
    made = value.value if isinstance(value, ast.Subscript) else None
    is_sorted = isinstance(made, ast.Call) and called(made) in ("sorted", "sort")
    if not isinstance(value, ast.Subscript) or not is_sorted or not ast.unparse(value.slice).endswith("// 2"):
        return None
    observed = f"`{ast.unparse(value)}` takes one value from the middle of the sorted list."
    advice = f"How does the text define {wrong.equation.called}?"
    return Saying("other value", observed, value, "That is the median.", advice)


def _of_a_constant(exercise: Exercise, source: str, wrong: WrongLine) -> Saying | None:
    line = _own_constant(exercise, source, wrong) if wrong.fault.kind in OF_A_VALUE else None
    if line is None:
        return None
    observed = f"`{ast.unparse(wrong.fault.node)}` gets the wrong value."
    return Saying(wrong.fault.kind, observed, line)


def _of_a_comma(wrong: WrongLine) -> Saying | None:
    value = getattr(wrong.statement, "value", None)
    if wrong.fault.kind != "other size" or not isinstance(value, ast.Tuple):
        return None
    if len(value.elts) < 2 or not wrong.fault.words[-1].startswith("one number"):
        return None
    first, second = value.elts[:2]
    observed = f"the comma makes {len(value.elts)} values of this line; one is needed."
    ends = {"lineno": first.end_lineno, "col_offset": first.end_col_offset}
    between = ast.Pass(**ends, end_lineno=second.lineno, end_col_offset=second.col_offset)  # type: ignore[arg-type]
    return Saying("comma", observed, between, "A comma separates values.", "Which sign belongs there?")


def _of_an_empty_list(source: str, wrong: WrongLine) -> Saying | None:
    value = getattr(wrong.statement, "value", None)
    if wrong.fault.kind != "other size" or not isinstance(value, ast.List) or value.elts:
        return None
    name = target_of(wrong)
    stored = [node for node in ast.walk(parsed(source) or ast.Module([], [])) if _fills_a_place(node, name)]
    if any(name in names_in(node.value) for node in stored):
        means = "It has no places yet, so no value can be read from one of them."
        advice = "Start with as many places as are needed, each with its first value."
    else:
        means = "It has no places yet, so no value can be stored in one of them."
        advice = "Add each value at the end of the list, or start with as many places as are needed."
    return Saying("other size", f"`{name}` is an empty list.", value, means, advice)


def _fills_a_place(node: ast.AST, name: str) -> TypeGuard[ast.Assign]:
    """Whether it stores a value in a place of the list."""
    target = node.targets[0] if isinstance(node, ast.Assign) else None
    return isinstance(target, ast.Subscript) and ast.unparse(target.value) == name


def _of_an_addition(wrong: WrongLine) -> Saying | None:
    if not _adds_to_it(wrong):
        return None
    statement: Any = wrong.statement
    observed = f"`{sign_of(statement.op)}=` adds to the value that is already in `{target_of(wrong)}`."
    advice = "From which value does this step start? Use a plain equals sign, and name that value on the right."
    return Saying(wrong.fault.kind, observed, node_at_fault(wrong), advice=advice)


def _of_a_whole_array(exercise: Exercise, wrong: WrongLine) -> Saying | None:
    has_entries = any(e.is_entry and e.target == wrong.equation.target for e in exercise.equations)
    uses_itself = wrong.equation.target in names_in(getattr(wrong.statement, "value", wrong.statement))
    if wrong.fault.kind != "overwritten" or not has_entries or not uses_itself:
        return None
    name = target_of(wrong)
    other = _value_of_another(exercise, wrong)
    if other is not None:
        what, meaning = (exercise.words.get(part, f"`{part}`") for part in (other, name))
        observed = f"this line stores {what} under the name `{name}`."
        means = f"So `{name}` no longer holds {meaning}, and the next lines need that."
        return Saying("overwritten", observed, node_at_fault(wrong), means, f"Which name should hold {what}?")
    observed = f"this line changes every value of `{name}` in each round."
    means = "Each round should change one place alone."
    arrays = [n for n in dict.fromkeys(names_in(wrong.statement)) if np.ndim(wrong.execution.names.get(n, 0)) == 1]
    others = " and ".join(f"`{other}`" for other in sorted(arrays) if other != name)
    too = f", and {others} too" if others else ""
    advice = f"Which place gets the new value? Give `{name}` an index, on both sides{too}."
    return Saying("overwritten", observed, node_at_fault(wrong), means, advice)


def _value_of_another(exercise: Exercise, wrong: WrongLine) -> str | None:
    """The name that should get what the line gives to its own."""
    for equation in exercise.equations:
        for text in equation.texts if equation.target != wrong.equation.target and not equation.is_entry else ():
            node = course_formula(text)
            pairs = [(wrong.student.at(e), evaluated(node, e.names)) for e in wrong.executions[:FIRST]]
            if pairs and all(right is not None and same(own, flattened(right)) for own, right in pairs):
                return equation.target
    return None


def _own_constant(exercise: Exercise, source: str, wrong: WrongLine) -> ast.stmt | None:
    """The line that gives a name of the student's own its number, where this name is what is wrong."""
    name = getattr(wrong.fault.node, "id", None)
    known = {*exercise.given, *exercise.words, *(equation.target for equation in exercise.equations)}
    tree = parsed(source)
    if name is None or name in known or tree is None:
        return None
    lines = [s for s in tree.body if isinstance(s, ast.Assign) and getattr(s.targets[0], "id", None) == name]
    is_number = len(lines) == 1 and is_literal(lines[0].value) and not isinstance(lines[0].value, ast.List)
    return lines[0] if is_number else None


def _adds_to_it(wrong: WrongLine) -> bool:
    """Whether += adds to another value than the one that the right line starts from."""
    statement = wrong.statement
    if not isinstance(statement, ast.AugAssign) or not isinstance(statement.target, ast.Subscript):
        return False
    is_target = getattr(wrong.fault.node, "col_offset", -1) == statement.target.col_offset
    return is_target and wrong.fault.kind in ("other entry", "other name", "other value")
