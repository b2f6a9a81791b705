"""All values in a formula, where the loop around it takes them one by one."""

from __future__ import annotations

import ast

from slipcheck.judge.parse import parsed

from ..formulas.pieces import values_of
from .special_loops import Saying
from .wrong_line import WrongLine


def all_for_one(source: str, wrong: WrongLine, name: str) -> Saying | None:
    """Of a line that reads ``name``, through which the loop around the line goes."""
    line = wrong.statement.lineno
    loops = [node for node in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(node, ast.For)]
    around = [loop for loop in loops if loop.lineno < line <= (loop.end_lineno or 0)]
    loop = next((loop for loop in around if values_of(loop) == name), None)
    uses = (node for node in ast.walk(wrong.statement) if isinstance(node, ast.Name))
    use = next((node for node in uses if node.id == name and isinstance(node.ctx, ast.Load)), None)
    if loop is None or use is None:
        return None
    observed = f"`{name}` is all the values; one of them is needed here."
    means = f"The loop of line {loop.lineno} takes these values one by one."
    return Saying("many for the one", observed, use, means, "Which name holds the value of this round?")
