"""IndexError: an index beyond the last place."""

from __future__ import annotations

import ast
import re

import numpy as np

from ..course_formulas import course_formula, evaluated
from ..formulas.pieces import called
from ..same_fault import same_in
from ..values import kind_of, many, value_of
from .crash import Crash, Explained, contains, in_several_places
from .last_rounds import of_another_count


def no_such_axis(crash: Crash) -> Explained:
    """An axis that the values do not have, given to a function that works along an axis."""
    match = re.search(r"axis (-?\d+) is out of bounds for array of dimension (\d)", crash.text)
    call = next(crash.within(ast.Call), None)
    if match is None or call is None or not call.args:
        return None
    axes = "no axis" if match[2] == "0" else "one axis, with the number 0" if match[2] == "1" else "the axes 0 and 1"
    value = crash.values.of(call.args[0])
    is_known = value is not None and int(match[2]) == np.ndim(value)
    what = f"{kind_of(value)} and has" if is_known else "has"
    verb = "is " if is_known else ""
    means = f"`{crash.code(call.args[0])}` {verb}{what} {axes}."
    observed = f"`{crash.code(call)}` asks for the axis {match[1]}."
    advice = (
        "Is an axis needed at all?"
        if int(match[2]) < 2
        else "Axis 0 counts the rows, and axis 1 the columns. Which of them should disappear?"
    )
    return "no such axis", observed, means, advice


def out_of_range(crash: Crash) -> Explained:
    axis = re.search(r"index (-?\d+) is out of bounds for axis (\d) with size (\d+)", crash.text)
    for node in crash.within(ast.Subscript):
        value = crash.values.of(node.value)
        index = crash.values.of(node.slice) if not isinstance(node.slice, ast.Tuple) else None
        if axis and isinstance(node.slice, ast.Tuple) and len(node.slice.elts) > int(axis[2]):
            index = crash.values.of(node.slice.elts[int(axis[2])])
        if (
            isinstance(value, (list, tuple, np.ndarray))
            and np.ndim(value) >= 1
            and isinstance(index, (int, np.integer))
        ):
            length = np.shape(value)[int(axis[2])] if axis and np.ndim(value) > int(axis[2]) else len(value)
            if -length <= index < length:
                continue
            length = int(length)
            is_table = axis is not None and np.ndim(value) == 2
            return of_another_count(crash, node, length) or _too_large(crash, node, int(index), length, is_table)
    return _as_the_error_says(crash, axis)


def _as_the_error_says(crash: Crash, axis: re.Match[str] | None) -> Explained:
    """Of an index whose values are not known here, such as those of a function."""
    node = crash.node
    if axis is None or not isinstance(node, ast.Subscript):
        return None
    means = f"There are {many(int(axis[3]), 'place')}, and the last one has the index {int(axis[3]) - 1}."
    advice = "Print the index before this line: from where does it get its numbers?"
    return "index out of range", f"`{crash.code(node)}` asks for the index {axis[1]}.", means, advice


def _too_large(crash: Crash, node: ast.Subscript, index: int, length: int, is_table: bool) -> Explained:
    name = crash.code(node.value)
    if (
        isinstance(node.value, ast.Subscript)
        and isinstance(node.value.slice, ast.Slice)
        and node.value.slice.lower is None
    ):
        base = crash.code(node.value.value)
        rows = (
            f"The {length} rows have the indices 0 to {length - 1}."
            if length > 1
            else "There is one row, with the index 0."
        )
        means = f"`{name}` is all of `{base}`, so the index after it takes a row. {rows}"
        pairs = [n for n in ast.walk(crash.statement or node) if isinstance(n, ast.Subscript)]
        alike = [n for n in pairs if isinstance(n.value, ast.Subscript) and isinstance(n.value.slice, ast.Slice)]
        return (
            "two pairs of brackets",
            f"`{crash.code(node)}` asks for row {index}.",
            means,
            f"Row and column go into one pair of brackets, with a comma between them.{in_several_places(alike)}",
        )
    if is_table and not isinstance(node.slice, ast.Tuple) and not _is_a_curve(crash, node):
        means = f"One index takes a row. `{name}` has {many(length, 'row')}, with the indices 0 to {length - 1}."
        means = f"{means} {same_in(_other_lines(crash, node))}".strip()
        if length == 1:
            means = f"`{name}` is a table with one row: two sizes made it. An array without rows is made with one size."
            advice = f"Should `{name}` have rows?"
            return "row for column", f"`{crash.code(node)}` asks for row {index}.", means, advice
        indexed = [part for part in ast.walk(crash.statement or node) if isinstance(part, ast.Subscript)]
        several = in_several_places([part for part in indexed if crash.is_row(part)])
        advice = f"To take a column, write a colon for all rows, a comma, and the index of the column.{several}"
        return "row for column", f"`{crash.code(node)}` asks for row {index}.", means, advice
    axis = re.search(r"for axis (\d)", crash.text)
    places = ("rows", "columns")[min(int(axis[1]), 1)] if is_table and axis else "places"
    if length == 0:
        holds = f"`{name}` is empty at this point"
    elif length == 1:
        holds = f"`{name}` has one place, with the index 0"
    else:
        holds = f"`{name}` has {length} {places}, with the indices 0 to {length - 1}"
    counter = _other_counter(crash, node, length)
    if counter:
        what = f"`{counter}` is {crash.exercise.words.get(counter, 'a counter')}."
        advice = f"{what} Which name counts the {places} of `{name}`?"
        if isinstance(node.slice, ast.Tuple) and any(isinstance(index, ast.Slice) for index in node.slice.elts):
            advice = f"{what} Do the steps belong to the rows or the columns? Look at each index of this line."
    elif length <= 1 or (length < _expected_length(crash, node) and not (is_table and _is_a_curve(crash, node))):
        advice = f"How many places should `{name}` have here, and which line makes them?"
    else:
        condition = _never_true(crash, node)
        if condition is not None:
            line = crash.failure.get("line")
            means = f"So no round is left out. Line {line} asks for the index {index} and stops with an error: {holds}."
            observed = f"the condition `{crash.code(condition)}` is never true."
            compared = _value_compared(crash, condition)
            if compared:
                what = crash.exercise.words.get(compared, f"a value of `{_listed(crash, compared)}`")
                means = f"`{compared}` is {what}, not the number of the round. {means}"
                advice = "Which name counts the rounds, and which number does it have in the last one?"
                return "never true", observed, means, advice, condition
            return "never true", observed, means, "In which round should it be true?", condition
        advice = _counter_advice(crash, node)
    return "index out of range", f"`{crash.code(node)}` asks for the index {index}.", f"{holds}.", advice


def _other_lines(crash: Crash, node: ast.Subscript) -> list[int]:
    """The other lines of the loop with the same entry."""
    loops = [loop for loop in ast.walk(crash.tree) if isinstance(loop, (ast.For, ast.While)) and contains(loop, node)]
    parts = [part for part in ast.walk(loops[-1]) if isinstance(part, ast.Subscript)] if loops else []
    text = ast.unparse(node)
    return sorted({part.lineno for part in parts if ast.unparse(part) == text} - {node.lineno})


def _is_a_curve(crash: Crash, node: ast.Subscript) -> bool:
    """Whether a plot command draws the row, and gets as many x."""
    plots = [call for call in crash.within(ast.Call) if called(call) == "plot" and len(call.args) > 1]
    drawn = [call for call in plots if call.args[1] is node]
    table = crash.values.of(node.value)
    return bool(drawn) and np.size(crash.values.of(drawn[0].args[0])) == np.shape(table)[1]


def _other_counter(crash: Crash, node: ast.Subscript, length: int) -> str:
    """The counter in the index, where the list is as long as it should be: then it counts something else."""
    base = getattr(node.value, "id", "")
    for equation in crash.exercise.equations:
        if equation.target == base and not equation.is_entry:
            needed = evaluated(course_formula(equation.like or equation.texts[0]), crash.values.names)
            names = [n.id for n in ast.walk(_index_that_fails(crash, node)) if isinstance(n, ast.Name)]
            counters = [name for name in names if name in crash.exercise.loops]
            is_other = bool(counters) and needed is not None and len(np.shape(needed)) and np.shape(needed)[0] == length
            if is_other and len(crash.exercise.loops) > 1 and _counts_as_usual(crash, str(counters[0])):
                return str(counters[0])
    return ""


def _index_that_fails(crash: Crash, node: ast.Subscript) -> ast.expr:
    """Of a row and a column, the one that is beyond the last."""
    axis = re.search(r"for axis (\d)", crash.text)
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else []
    return parts[int(axis[1])] if axis is not None and int(axis[1]) < len(parts) else node.slice


def _counts_as_usual(crash: Crash, counter: str) -> bool:
    """Whether no loop gives this counter other numbers than the exercise does."""
    loops = [node for node in ast.walk(crash.tree) if isinstance(node, ast.For)]
    counted = [ast.unparse(loop.iter) for loop in loops if getattr(loop.target, "id", "") == counter]
    return set(counted) <= set(crash.exercise.loops.get(counter, ()))


def _counter_advice(crash: Crash, node: ast.Subscript) -> str:
    """Which loop gives the index its numbers."""
    names = {n.id for n in ast.walk(node.slice) if isinstance(n, ast.Name)}
    for loop in ast.walk(crash.tree):
        targets = (
            {n.id for n in ast.walk(loop.target) if isinstance(n, ast.Name)} if isinstance(loop, ast.For) else set()
        )
        if isinstance(loop, ast.For) and targets & names:
            return (
                f"The index comes from the loop in line {loop.lineno}: from where to where does "
                f"`{crash.code(loop.iter)}` count?"
            )
    return "Which is the last index that there is?"


def _never_true(crash: Crash, node: ast.Subscript) -> ast.Compare | None:
    """The condition of a round that is left out, where it has been false for each value of the index's counter."""
    names = {n.id for n in ast.walk(node.slice) if isinstance(n, ast.Name)}
    for loop in (n for n in ast.walk(crash.tree) if isinstance(n, ast.For)):
        condition = _condition_never_met(crash, loop, names)
        if condition is not None:
            return condition
    return None


def _condition_never_met(crash: Crash, loop: ast.For, names: set[str]) -> ast.Compare | None:
    counter = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) and loop.target.elts else loop.target
    counted = _counted_numbers(crash, loop.iter)
    if not isinstance(counter, ast.Name) or counter.id not in names or counted is None:
        return None
    for statement in loop.body:
        test = statement.test if isinstance(statement, ast.If) else None
        leaves_out = isinstance(statement, ast.If) and isinstance(statement.body[0], (ast.Continue, ast.Break))
        if isinstance(test, ast.Compare) and leaves_out:
            rounds = [value_of(test, {**crash.values.names, counter.id: k}) for k in counted]
            if not any(value is None or bool(value) for value in rounds):
                return test
    return None


def _value_compared(crash: Crash, condition: ast.Compare) -> str:
    """The name on the left of a comparison, where an enumerate gives it the values and not their numbers."""
    targets = [n.target for n in ast.walk(crash.tree) if isinstance(n, ast.For) and isinstance(n.target, ast.Tuple)]
    values = {getattr(part, "id", "") for target in targets for part in target.elts[1:]}
    return condition.left.id if isinstance(condition.left, ast.Name) and condition.left.id in values else ""


def _listed(crash: Crash, name: str) -> str:
    """What the loop that gives a name its values goes through."""
    loops = [n for n in ast.walk(crash.tree) if isinstance(n, ast.For) and isinstance(n.iter, ast.Call) and n.iter.args]
    own = [loop for loop in loops if any(getattr(part, "id", "") == name for part in ast.walk(loop.target))]
    return crash.code(own[0].iter.args[0]) if own else name  # type: ignore[attr-defined]


def _counted_numbers(crash: Crash, iterable: ast.expr) -> range | None:
    """The numbers that a loop counts through, where it is a range, or an enumerate from 0."""
    values = crash.values.of(iterable)
    if isinstance(values, range):
        return values
    if isinstance(iterable, ast.Call) and crash.code(iterable.func) == "enumerate" and len(iterable.args) == 1:
        items = crash.values.of(iterable.args[0])
        is_from_zero = not iterable.keywords and isinstance(items, (list, np.ndarray))
        return range(len(items)) if is_from_zero else None
    return None


def _expected_length(crash: Crash, node: ast.Subscript) -> int:
    """How many places the loop around asks for, as far as it can be told."""
    names = {n.id for n in ast.walk(node.slice) if isinstance(n, ast.Name)}
    for loop in ast.walk(crash.tree):
        if isinstance(loop, ast.For) and isinstance(loop.target, ast.Name) and loop.target.id in names:
            values = crash.values.of(loop.iter)
            if isinstance(values, range) and len(values) and loop.target.id == getattr(node.slice, "id", ""):
                wanted = {crash.exercise.parameters.n, crash.exercise.parameters.step_end}
                if values[-1] + 1 in wanted:
                    return values[-1] + 1
    return 0
