"""Arithmetic with what is not a number."""

from __future__ import annotations

import ast
import re
from typing import Any

from ..formulas.pieces import called
from ..values import kind_of
from .crash import Crash, Explained, contains
from .loop_values import group_of_a_loop, is_indexed_in_its_loop


def arithmetic(crash: Crash) -> Explained:
    if not re.search(
        r"unsupported operand|can't multiply sequence|can only concatenate|must be str|bad "
        "operand|not supported for the input types|ufunc '.*' did not contain|must be real number|loop of ufunc",
        crash.text,
    ):
        return None
    node = next((n for n in crash.within(ast.BinOp, ast.AugAssign, ast.UnaryOp)), None)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and "'numpy.ufunc' and" in crash.text:
        function = crash.code(node.left)
        means = f"A function gets its value in round brackets right behind its name; the * makes `{function}` a factor."
        return (
            "function not called",
            f"there is a * between `{function}` and its bracket.",
            means,
            "Which sign is too many?",
        )
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitXor):
        power = _next_to_the_sign(crash, node)
        observed = f"`{crash.code(power)}` uses the sign ^."
        return "caret", observed, "In Python ^ is not a power.", "Write a power with two stars.", power
    sides: list[ast.AST] = []
    if isinstance(node, ast.BinOp):
        sides = [node.left, node.right]
    elif isinstance(node, ast.AugAssign):
        sides = [node.target, node.value]
    elif isinstance(node, ast.UnaryOp):
        sides = [node.operand]
    elif (call := next((n for n in crash.within(ast.Call)), None)) is not None:
        sides = list(call.args)
    for side in sides:
        explained = _culprit(crash, side)
        if explained is not None:
            return explained
    names = re.findall(r"'([\w.]+)'", crash.text)
    if any("builtin" in name or "method" in name or "function" in name for name in names):
        return _function_for_number(crash, sides)
    return _made_of_a_list(crash, sides, names)


def _made_of_a_list(crash: Crash, sides: list[ast.AST], names: list[str]) -> Explained:
    """A side of which only the error says that it is a list."""
    if len(sides) != 2 or "list" not in names[:2]:
        return None
    side = sides[names.index("list")]
    means = f"`{crash.code(side)}` is a list. Python does not calculate with all values of a list at once."
    advice = "With arrays it can: which function makes one?"
    call = _repeated_draw(side)
    if call is not None:
        means = f"{means} Besides, this list repeats one random number."
        advice = f"`{crash.code(call.func)}` can draw an array of numbers at once: what goes in its brackets?"
    return "list arithmetic", "there is a calculation with a list.", means, advice, side


def _repeated_draw(side: ast.AST) -> ast.Call | None:
    """Of a list of one random number, repeated: the call that draws it."""
    for product in (node for node in ast.walk(side) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)):
        lists = [node for node in (product.left, product.right) if isinstance(node, ast.List) and len(node.elts) == 1]
        drawn = lists[0].elts[0] if lists else None
        if isinstance(drawn, ast.Call) and "random" in ast.unparse(drawn.func) and not drawn.args:
            return drawn
    return None


def _next_to_the_sign(crash: Crash, node: ast.BinOp) -> ast.AST:
    """What stands right before and right behind the sign, which binds less than others: a place in the text."""
    if node.lineno != node.end_lineno:
        return node
    line = crash.source.splitlines()[node.lineno - 1].encode()
    sign = line.find(b"^", node.left.end_col_offset or 0)
    before, after = line[:sign].rstrip(), line[sign + 1 :]
    start, end = len(before), sign + 1 + len(after) - len(after.lstrip())
    if before.endswith(b")"):
        start = next(k for k in range(start - 1, -1, -1) if before[k:].count(b"(") == before[k:].count(b")"))
    while start and re.match(rb"[\w.]", line[start - 1 : start]):
        start -= 1
    while end < len(line) and re.match(rb"[\w.]", line[end : end + 1]):
        end += 1
    if line[end : end + 1] == b"(":
        end = next(k for k in range(end + 1, len(line) + 1) if line[end:k].count(b"(") == line[end:k].count(b")"))
    if not before[start:] or not line[sign + 1 : end].strip():
        return node
    place = {"lineno": node.lineno, "end_lineno": node.lineno, "col_offset": start, "end_col_offset": end}
    return ast.Pass(**place)


def _culprit(crash: Crash, side: ast.AST) -> Explained:
    """Why one operand is not a number: the first of these that fits it."""
    for explain in (_nothing, _tuple, _text, _in_square_brackets, group_of_a_loop, _list, _function):
        explained = explain(crash, side, crash.values.of(side))
        if explained is not None:
            return explained
    return None


def _nothing(crash: Crash, side: ast.AST, value: Any) -> Explained:
    """What a function gives back that only shows or changes something."""
    if "NoneType" not in crash.text or not isinstance(side, ast.Call) or value is not None:
        return None
    function = crash.code(side.func)
    observed = f"there is a calculation with `{function}(...)`."
    means = f"`{function}` gives back no value, so there is nothing to calculate with."
    return "nothing to calculate with", observed, means, "Put it on a line of its own, without other signs.", side


def _tuple(crash: Crash, side: ast.AST, value: Any) -> Explained:
    if not isinstance(side, ast.Tuple) and not isinstance(value, tuple):
        return None
    code = crash.code(side)
    comma = re.search(r"\d+,\d+", ast.get_source_segment(crash.source, side) or "")
    if comma:
        means = (
            f"Python reads the comma in `{comma[0]}` as the end of one value and the "
            "beginning of another. The decimal sign of Python is a point."
        )
        return "decimal comma", f"`{comma[0]}` is written with a comma.", means, "Write a point in place of the comma."
    if isinstance(side, ast.Tuple) and len(side.elts) == 1:
        means = "The comma makes a group of one value, and Python does not calculate with a group."
        return "trailing comma", f"`{code}` has a comma behind its value.", means, "Delete the comma.", side
    if isinstance(side, ast.Tuple) and code.startswith("("):
        means = f"`{code}` is a group of {len(side.elts)} values. A number cannot be multiplied by an interval."
        advice = "Work with single numbers: one to multiply, one to add."
        return "comma", f"`{code}` is where one number belongs.", means, advice
    if isinstance(side, ast.Tuple):
        observed = f"`{code}` has a comma, so it is more than one value."
        return "comma", observed, "A comma separates values.", "Which sign belongs there?"
    means = f"`{code}` is a pair of numbers: the line that sets it has a comma, and Python's decimal sign is a point."
    advice = f"Look at the comma in the line that sets `{code}`."
    return "decimal comma", f"Python cannot calculate with `{code}`.", means, advice


def _text(crash: Crash, side: ast.AST, value: Any) -> Explained:
    if not isinstance(value, str) and not (isinstance(side, ast.Constant) and isinstance(side.value, str)):
        return None
    written = _written_as_text(crash, side)
    if written is not None:
        name, maker, piece = written
        means = f"{maker} makes a text, and Python cannot calculate with it. So line {crash.failure['line']} stops."
        advice = f"Keep `{name}` a number. Give it its form where it is printed."
        return "formatted too early", f"`{name}` gets a text.", means, advice, piece
    code = crash.code(side)
    added = next(crash.within(ast.BinOp), None)
    in_print = any(called(call) == "print" for call in crash.within(ast.Call))
    if in_print and added is not None and isinstance(added.op, ast.Add):
        means = "A plus sign adds numbers or joins texts. It cannot join a number and a text."
        return (
            "joined with plus",
            f"`{crash.code(added)}` joins a number and a text.",
            means,
            ("print takes several values with commas between them, and adds the spaces itself."),
        )
    means = f"`{code}` is a text, and Python cannot calculate with a text."
    advice = "Write the number alone, without quotes and without a unit, here or where it gets its value."
    return "text as number", f"`{code}` is where a number belongs.", means, advice


def _in_square_brackets(crash: Crash, side: ast.AST, value: Any) -> Explained:
    code = crash.code(side)
    if isinstance(side, ast.ListComp):
        means = "Square brackets with for make a list, and Python does not calculate with a list."
        advice = "Calculate with each value: inside the brackets, in front of the word for."
        return "list arithmetic", f"there is a calculation with the list `{code}`.", means, advice, side
    if isinstance(side, ast.Set):
        means = (
            "Curly brackets make a set, and Python does not calculate with a set. "
            "A list has square brackets, a part of a calculation has round ones."
        )
        return "curly brackets", f"`{code}` is in curly brackets.", means, "Which brackets belong here?", side
    if isinstance(side, ast.List) and not isinstance(value, list):
        means = (
            "Square brackets make a list, and Python does not calculate with a list. Round "
            "brackets enclose a part of a calculation."
        )
        return "square brackets", f"`{code}` is in square brackets.", means, "Use round brackets.", side
    return None


VERBS: dict[type[ast.operator], str] = {
    ast.Div: "divide a list",
    ast.Sub: "subtract from a list",
    ast.Pow: "take a power of a list",
}


def _list(crash: Crash, side: ast.AST, value: Any) -> Explained:
    if not isinstance(value, list):
        return None
    code = crash.code(side)
    calls = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Call)]
    around = next((call for call in calls if any(contains(argument, side) for argument in call.args)), None)
    is_inside = around is not None and (called(around) in ("len", "sum") or isinstance(side, ast.List))
    if around is not None and is_inside and isinstance(around.args[0], ast.BinOp):
        means = f"`{code}` is {kind_of(value)}. The calculation is inside the bracket of `{called(around)}`."
        verb = VERBS.get(type(around.args[0].op), "calculate with a list like this")
        observed = f"`{crash.code(around.args[0])}` cannot be computed: Python cannot {verb}."
        return "bracket", observed, means, f"Where should the bracket of `{called(around)}` close?"
    means = f"`{code}` is {kind_of(value)}. Python does not calculate with all values of a list at once."
    advice = "Take one value of it with an index."
    if not is_indexed_in_its_loop(crash, code):
        advice = "Calculate with one value after the other. Square brackets with `for` in them make a list of results."
    return "list arithmetic", f"`{code}` is used like one number.", means, advice


def _function(crash: Crash, side: ast.AST, value: Any) -> Explained:
    is_named = value is None and isinstance(side, (ast.Name, ast.Attribute)) and _is_function(crash, side)
    return _function_for_number(crash, [side]) if isinstance(value, dict) or is_named else None


def _written_as_text(crash: Crash, side: ast.AST) -> tuple[str, str, ast.AST] | None:
    """The name in ``side`` that a line has made a text: the name, in words what makes it one, and the piece."""
    used = {node.id for node in ast.walk(side) if isinstance(node, ast.Name)}
    for node in ast.walk(crash.tree):
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        if not isinstance(node, ast.Assign) or not isinstance(target, ast.Name) or target.id not in used:
            continue
        if isinstance(node.value, ast.JoinedStr):
            return target.id, "An f-string", node.value
        if isinstance(node.value, ast.Call) and called(node.value) in ("str", "format", "repr"):
            return target.id, f"`{crash.code(node.value.func)}`", node.value
        if isinstance(node.value, ast.BinOp) and isinstance(node.value.op, ast.Mod):
            left = node.value.left
            if isinstance(left, ast.Constant) and isinstance(left.value, str):
                return target.id, "A format with %", node.value
    return None


def _is_function(crash: Crash, node: ast.AST) -> bool:
    names = "function" in crash.text or "ufunc" in crash.text
    return (isinstance(node, ast.Attribute) and names) or "method" in crash.text


def _function_for_number(crash: Crash, sides: list[Any]) -> Explained:
    attribute = next((n for s in sides for n in ast.walk(s) if isinstance(n, ast.Attribute)), None)
    calls = {id(n.func) for s in sides for n in ast.walk(s) if isinstance(n, ast.Call)}
    node = attribute if attribute is not None and id(attribute) not in calls else (sides[0] if sides else None)
    code = crash.code(node)
    value = crash.values.of(node) if node is not None else None
    if isinstance(value, dict) and value.get("type") == "NoneType":
        return None
    means = f"`{code}` without round brackets is the function itself. Only a call gives a number."
    advice = "Compare this piece with the text: are its round brackets missing?"
    return "function not called", f"`{code}` is where a number belongs.", means, advice
