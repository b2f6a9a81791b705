"""Arithmetic with what is not a number."""

from __future__ import annotations

import ast
import re
from typing import Any

from ..values import kind_of
from .crash import Crash, Explained
from .list_arithmetic import list_in_a_calculation
from .texts import text_for_a_number
from .tuples import tuple_for_number


def arithmetic(crash: Crash) -> Explained:
    if not re.search(
        r"unsupported operand|can't multiply sequence|can only concatenate|must be str|bad "
        "operand|not supported for the input types|ufunc '.*' did not contain|must be real number|loop of ufunc",
        crash.text,
    ):
        return None
    node = crash.node
    if not isinstance(node, (ast.BinOp, ast.AugAssign, ast.UnaryOp, ast.Call)):
        node = next((n for n in crash.within(ast.BinOp, ast.AugAssign, ast.UnaryOp)), None)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and "'numpy.ufunc' and" in crash.text:
        function = crash.code(node.left)
        means = f"A function gets its value in round brackets right after its name; the * makes `{function}` a factor."
        return (
            "function not called",
            f"there is a * between `{function}` and its bracket.",
            means,
            "Which sign does not belong there?",
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
    for explain in (tuple_for_number, text_for_a_number, _in_square_brackets, list_in_a_calculation, _function):
        explained = explain(crash, side, crash.values.of(side))
        if explained is not None:
            return explained
    return None


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


def _function(crash: Crash, side: ast.AST, value: Any) -> Explained:
    is_named = value is None and isinstance(side, (ast.Name, ast.Attribute)) and _is_function(crash, side)
    is_function = isinstance(value, dict) and kind_of(value) == "a function"
    return _function_for_number(crash, [side]) if is_function or is_named else None


def _is_function(crash: Crash, node: ast.AST) -> bool:
    names = "function" in crash.text or "ufunc" in crash.text
    return (isinstance(node, ast.Attribute) and names) or "method" in crash.text


def _function_for_number(crash: Crash, sides: list[Any]) -> Explained:
    returned = next(filter(None, (_returned_function(crash, side) for side in sides)), None)
    if returned is not None:
        name = crash.code(returned.value)
        means = f"`{name}` is a function, not a number. So line {crash.failure['line']} cannot calculate with it."
        observed = "this line gives back a function."
        return "function not called", observed, means, "Which name holds the value that is computed here?", returned
    attribute = next((n for s in sides for n in ast.walk(s) if isinstance(n, ast.Attribute)), None)
    calls = {id(n.func) for s in sides for n in ast.walk(s) if isinstance(n, ast.Call)}
    node = attribute if attribute is not None and id(attribute) not in calls else (sides[0] if sides else None)
    code = crash.code(node)
    value = crash.values.of(node) if node is not None else None
    if isinstance(value, dict) and value.get("type") == "NoneType":
        return None
    means = f"`{code}` without round brackets is the function itself. Only a call gives a number."
    advice = "Compare this piece with the text: are its round brackets missing?"
    alias = line_of_the_function(crash, code)
    if alias is not None:
        return called_nowhere(crash, code, alias)
    observed = f"`{code}` is in a place where a number belongs."
    return (
        ("function not called", observed, means, advice)
        if node is None
        else ("function not called", observed, means, advice, node)
    )


def _returned_function(crash: Crash, side: ast.AST) -> ast.Return | None:
    """Of a call of the answer's own function: the line that gives back a function and no value."""
    functions = [node for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef)]
    name = side.func.id if isinstance(side, ast.Call) and isinstance(side.func, ast.Name) else ""
    own = next((node for node in functions if node.name == name), None)
    names = {node.name for node in functions}
    returns = [node for node in ast.walk(own) if isinstance(node, ast.Return)] if own is not None else []
    return next((node for node in returns if isinstance(node.value, ast.Name) and node.value.id in names), None)


def called_nowhere(crash: Crash, name: str, line: ast.Assign) -> Explained:
    """A line that gives the name a function, and no value."""
    function = crash.code(line.value)
    observed = f"`{function}` without round brackets is the function itself."
    means = f"Only a call gives a value. So `{name}` is a function, and line {crash.failure['line']} cannot use it."
    return "function not called", observed, means, f"What makes a call of `{function}`?", line.value


def line_of_the_function(crash: Crash, name: str) -> ast.Assign | None:
    """The one line that gives this name a function, by the function's name alone."""
    lines = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    makers = [line for line in lines if getattr(line.targets[0], "id", "") == name]
    is_alone = len(makers) == 1 and isinstance(makers[0].value, (ast.Name, ast.Attribute))
    return makers[0] if is_alone else None
