"""Names and calls that give None, where a value is needed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ..formulas.pieces import called
from .crash import Crash, Explained

NEVER_NONE = (ast.BinOp, ast.UnaryOp, ast.List, ast.ListComp, ast.Tuple, ast.Dict, ast.JoinedStr, ast.Compare)
OF_A_LIST = ("append", "extend", "insert", "sort", "reverse", "clear")


def nothing(crash: Crash) -> Explained:
    """The call that gives None: in the piece that failed, or in the line that gave a name of this piece its value."""
    if "NoneType" not in crash.text and "must not be None" not in crash.text:
        return None
    behind = _behind_print(crash)
    if behind is not None:
        return behind
    call = _call_in_the_piece(crash)
    if call is not None and called(call) not in _silent(crash):
        function = crash.code(call.func)
        means = f"`{function}` gives back no value, so there is nothing to calculate with."
        advice = "Put it on a line of its own, without other signs."
        return "nothing to calculate with", f"there is a calculation with `{function}(...)`.", means, advice, call
    if call is not None:
        return of_a_function(_silent(crash)[called(call)], call)
    for name in _names_without_value(crash):
        maker = _maker(crash, name)
        if isinstance(maker, ast.Call):
            silent = _silent(crash).get(called(maker))
            return _of_a_call(crash, name, maker) if silent is None else of_a_function(silent, maker)
        given = _none_given(crash, name)
        if given is not None:
            means = f"None is not a number, so line {crash.failure['line']} stops."
            return "no value", f"`{name}` gets no number.", means, f"Which value should `{name}` hold?", given
    return _given_to_a_function(crash)


def _behind_print(crash: Crash) -> Explained:
    """What fills a text with values, behind the bracket of print: ``print("...").format(t)``, ``print("...") % t``."""
    call, piece = crash.node, ""
    if isinstance(crash.node, ast.Attribute) and crash.node.attr == "format":
        call, piece = crash.node.value, ".format"
    elif isinstance(crash.node, ast.BinOp) and isinstance(crash.node.op, ast.Mod):
        call, piece = crash.node.left, f"% {crash.code(crash.node.right)}"
    if not piece or not isinstance(call, ast.Call) or called(call) != "print":
        return None
    means = "So Python prints the text without it. print gives back no text that it could fill."
    advice = "It belongs right after the text in quotes, inside that bracket."
    return "call closed early", f"`{piece}` comes after the closing bracket of print.", means, advice


def _none_given(crash: Crash, name: str) -> ast.Assign | None:
    """The line that gives the name None, word for word."""
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    makers = [node for node in assigned if any(getattr(target, "id", "") == name for target in node.targets)]
    return next((n for n in makers if isinstance(n.value, ast.Constant) and n.value.value is None), None)


def _given_to_a_function(crash: Crash) -> Explained:
    """Inside a function: a name outside that an earlier call of a function without a result has made None."""
    lost = [name for name, value in crash.values.outside.items() if value is None and name not in crash.values.names]
    for name in lost:
        maker = _maker(crash, name)
        function = _silent(crash).get(called(maker)) if isinstance(maker, ast.Call) else None
        if isinstance(maker, ast.Call) and function is not None:
            return of_a_function(function, maker)
    return None


def _call_in_the_piece(crash: Crash) -> ast.Call | None:
    """The call of which the error says that it is None: a side of what is calculated, or a value that is formatted."""
    types = re.findall(r"'([\w.]+)'", crash.text)
    sides = [crash.node.left, crash.node.right] if isinstance(crash.node, ast.BinOp) else []
    found = [side for side, kind in zip(sides, types, strict=False) if kind == "NoneType"]
    if "NoneType.__format__" in crash.text:
        found = [part.value for part in crash.within(ast.FormattedValue)]
        found = [part for part in found if isinstance(part, ast.Call) and called(part) in _silent(crash)]
    return found[0] if found and isinstance(found[0], ast.Call) else None


def _names_without_value(crash: Crash) -> Iterator[str]:
    for node in crash.within(ast.Name):
        if node.id in crash.values.names and crash.values.names[node.id] is None:
            yield node.id


def _maker(crash: Crash, name: str) -> ast.expr | None:
    """What gave the name None: the only value that a line gives it and that can be None."""
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    given = [node.value for node in assigned if any(getattr(target, "id", "") == name for target in node.targets)]
    possible = [value for value in given if not isinstance(value, NEVER_NONE) and not _is_a_value(value)]
    return possible[0] if len(possible) == 1 else None


def _is_a_value(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) or (isinstance(node, ast.Constant) and node.value is not None)


def _of_a_call(crash: Crash, name: str, call: ast.Call) -> Explained:
    """A function of Python or of a package that gives back nothing."""
    function, line = crash.code(call.func), crash.failure["line"]
    means = f"So `{name}` is None: it holds nothing. Line {line} stops for this reason."
    if line == call.lineno:
        means = f"So `{name}` is None after this line: it holds nothing. The next round stops for this reason."
    advice = f"Which value should `{name}` hold?"
    if called(call) in OF_A_LIST and isinstance(getattr(call.func, "value", None), ast.Name):
        advice = f"`{called(call)}` changes the list itself. Does this line need an equals sign?"
    return "no value", f"`{function}` gives back no value.", means, advice, call


def of_a_function(function: ast.FunctionDef, call: ast.Call) -> tuple[str, str, str, str, ast.AST]:
    """A function of the student's own: at the line that computes its result, or at its head."""
    observed = f"the function `{function.name}` gives nothing back."
    means = f"Without `return`, what it computes is lost. So the call in line {call.lineno} gives no number."
    last = function.body[-1]
    if isinstance(last, ast.Return) and last.value is not None and _prints(last.value):
        observed = "this line gives back what `print` gives back: nothing."
        means = f"`print` shows a value and gives nothing back. So the call in line {call.lineno} gives no number."
        return "no return", observed, means, "What must come right after `return`?", last
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call) and called(last.value) == "print":
        means = f"It prints a value and gives nothing back. So line {call.lineno} gets no number."
        return "no return", observed, means, "Which word gives the result back to the line of the call?", last
    if isinstance(last, ast.Expr):
        advice = "Which word, in front of its result, makes the function give it back?"
        return "no return", observed, means, advice, last
    advice = "Which word gives the result back? It needs a line of its own, at the end of the function."
    return "no return", observed, means, advice, last if isinstance(last, ast.Assign) else function


def _prints(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and called(node) == "print"


def _silent(crash: Crash) -> dict[str, ast.FunctionDef]:
    """The functions of the answer that give nothing back."""
    functions = [node for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef)]
    return {function.name: function for function in functions if not gives_back(function)}


def gives_back(function: ast.FunctionDef) -> bool:
    """Whether the function has a return with a value."""
    pieces: list[ast.AST] = list(function.body)
    while pieces:
        node = pieces.pop()
        if isinstance(node, (ast.Return, ast.Yield)) and node.value is not None and not _prints(node.value):
            return True
        if not isinstance(node, (ast.FunctionDef, ast.Lambda)):  # what a function in it returns is no result of this
            pieces += ast.iter_child_nodes(node)
    return False
