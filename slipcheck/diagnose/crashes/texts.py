"""Texts where numbers belong."""

from __future__ import annotations

import ast
import re
from typing import Any

from ..formulas.pieces import called
from .crash import Crash, Explained, contains


def text_for_a_number(crash: Crash, side: ast.AST, value: Any) -> Explained:
    if not isinstance(value, str) and not (isinstance(side, ast.Constant) and isinstance(side.value, str)):
        return None
    written = written_as_text(crash, side)
    if written is not None:
        name, maker, piece = written
        means = f"{maker} makes a text, and Python cannot calculate with it. So line {crash.failure['line']} stops."
        advice = f"Keep `{name}` a number. Give it its form where it is printed."
        return "formatted too early", f"`{name}` gets a text.", means, advice, piece
    if isinstance(crash.node, ast.BinOp) and isinstance(crash.node.op, ast.Mod) and side is crash.node.left:
        if isinstance(crash.node.right, ast.List):
            means = "Square brackets make a list, and the list counts as one value."
            observed = "the values after the sign % are in square brackets."
            return "format arguments", observed, means, "Which brackets belong there?", crash.node.right
        means = "Its formats need numbers, and one of the values after the sign % is not a number."
        advice = "Which of the values is not a number?"
        return "format arguments", "the text gets a value of another kind.", means, advice
    code = crash.code(side)
    added = crash.node if isinstance(crash.node, ast.BinOp) else None
    if added is not None and isinstance(added.op, ast.Add) and _is_a_word(crash, added):
        means = "A plus sign adds numbers or joins texts. It cannot join a number and a text."
        advice = "Which function makes a text of a number?"
        if any(called(call) == "print" and contains(call, added) for call in _calls(crash)):
            advice = "print takes several values with commas between them, and adds the spaces itself."
        return "joined with plus", f"`{crash.code(added)}` joins a number and a text.", means, advice
    constants = [part for part in ast.walk(side) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    quoted_name = next((part for part in constants if part.value in crash.values.names), None)
    if quoted_name is not None:
        means = "In quotes it is a text, and Python cannot calculate with a text. The name has no quotes."
        return (
            "name in quotes",
            f"`{crash.code(quoted_name)}` is in quotes.",
            means,
            "Leave the quotes out.",
            quoted_name,
        )
    means = f"`{code}` is a text, and Python cannot calculate with a text."
    is_a_number = re.search(r"\d", str(value)) is not None
    advice = "Write the number alone, without quotes and without a unit."
    if not is_a_number:
        advice = "Which line makes it a text?"
    quoted = line_of_a_text(crash, side)
    if quoted is not None and quoted.value in crash.values.names:
        means = f"`{code}` is a text then, and line {crash.failure['line']} stops. The name has no quotes."
        return "name in quotes", f"`{crash.code(quoted)}` is in quotes.", means, "Leave the quotes out.", quoted
    if quoted is not None:
        means = f"{means} So line {crash.failure['line']} stops."
        return "text as number", f"`{code}` gets a text where a number belongs.", means, advice, quoted
    return "text as number", f"`{code}` is in a place where a number belongs.", means, advice


def _calls(crash: Crash) -> list[ast.Call]:
    return [node for node in ast.walk(crash.tree) if isinstance(node, ast.Call)]


def _is_a_word(crash: Crash, added: ast.BinOp) -> bool:
    """Whether one side is a text that says no number, and the other side a number."""
    values = [crash.values.of(side) for side in (added.left, added.right)]
    texts = [value for value in values if isinstance(value, str)]
    kinds = re.findall(r"[\"'](\w+)[\"']", crash.text)
    is_mixed = any(kind not in ("str", "NoneType", "list", "tuple", "dict") for kind in kinds)
    return bool(texts) and not any(re.search(r"\d", text) for text in texts) and is_mixed


def line_of_a_text(crash: Crash, side: ast.AST) -> ast.Constant | None:
    """The text in quotes that the only line that sets a name gives it, or gives the entries of a list."""
    name = _base(side)
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    makers = [node.value for node in assigned if any(getattr(target, "id", "") == name for target in node.targets)]
    is_entry = isinstance(side, ast.Subscript)
    made = [part for maker in makers for part in (ast.walk(maker) if is_entry else [maker])]
    texts = [part for part in made if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return texts[0] if name and len(texts) == 1 else None


def _base(side: ast.AST) -> str:
    """The name of a value, or of the list that it is an entry of."""
    while isinstance(side, ast.Subscript):
        side = side.value
    return side.id if isinstance(side, ast.Name) else ""


def written_as_text(crash: Crash, side: ast.AST) -> tuple[str, str, ast.AST] | None:
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


BETWEEN = {"(": "a bracket", "*": "a star", ",": "a comma", "+": "a plus sign", "-": "a minus sign"}


def letter_of_a_text(crash: Crash, name: str, line: str) -> Explained:
    """``print(f, "{t}")`` and ``print(f("{t}"))``"""
    sign = re.search(rf"(?<![\w.]){name}\s*([(*,+-])\s*[\"'][^\"']*\{{", line)
    if name not in ("f", "F") or sign is None:
        return None
    means = "The letter says that the text takes in values. It must be right in front of the quote."
    advice = "Delete what is between the two."
    if sign[1] == "(":
        advice = "Delete this bracket and its partner."
    observed = f"there is {BETWEEN[sign[1]]} between the letter `{name}` and its text."
    return "f-string", observed, means, advice
