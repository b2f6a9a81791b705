"""Find the predictions in the text of a notebook."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from .judge.parse import parsed

LONGEST_REASON = 500  # characters that are kept
LONGEST = 100_000  # characters, together, of the cells that are read
MOST = 20  # calls of one notebook that are read


@dataclass(frozen=True)
class Chosen:
    """A choice as it stands in the text of a notebook: the first one counts, a reason may stand beside it."""

    letter: str
    why: str = ""


def chosen_in(number: int, cells: Sequence[str]) -> list[Chosen]:
    """The choices of an exercise that stand in the text of code cells, in their order.

    >>> chosen_in(4, ['predict(4, "b", why="up")\\npredict(4, "C")', 'predict(5, "A")', 'predict(4, "")'])
    [Chosen(letter='B', why='up'), Chosen(letter='C', why='')]
    """
    found: list[Chosen] = []
    left = LONGEST
    for cell in cells:
        if "predict(" not in cell or len(cell) > left:
            continue
        left -= len(cell)
        for node in ast.walk(parsed(cell) or ast.Module([], [])):
            is_call = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "predict"
            chosen = _chosen(number, node) if is_call and isinstance(node, ast.Call) else None
            if chosen is not None and len(found) < MOST:
                found.append(chosen)
    return found


def _chosen(number: int, call: ast.Call) -> Chosen | None:
    arguments = [node.value if isinstance(node, ast.Constant) else None for node in call.args]
    named = {keyword.arg: getattr(keyword.value, "value", None) for keyword in call.keywords}
    letter = arguments[1] if len(arguments) > 1 else named.get("letter")
    why = arguments[2] if len(arguments) > 2 else named.get("why", "")
    if arguments[:1] != [number] or not isinstance(letter, str) or not letter.strip():
        return None
    return Chosen(letter.strip().upper()[:1], why.strip()[:LONGEST_REASON] if isinstance(why, str) else "")
