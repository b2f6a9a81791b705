"""What to do where a line makes one value for all that square brackets with a loop make."""

from __future__ import annotations

import ast

from slipcheck.judge.parse import parsed
from slipcheck.observe.tracer import place_of

from ..formulas.pieces import contains_name
from ..numbers.random_draws import draws_in
from ..same_fault import named_lines
from .answer_line import names_in
from .wrong_line import WrongLine


def advice_for_brackets(source: str, wrong: WrongLine) -> str:
    """To move the formula into the brackets; empty where no brackets use the line's name."""
    name = wrong.equation.target
    nodes = list(ast.walk(parsed(source) or ast.Module([], [])))
    made = next((node for node in nodes if isinstance(node, ast.ListComp) and contains_name(node.elt, name)), None)
    if made is None:
        return ""
    advice = f"In line {made.lineno}, replace `{name}` by its formula, in round brackets."
    lines = [wrong.statement.lineno]
    for drawn, line in _drawn_above(nodes, wrong):
        advice = f"{advice} In this formula, replace `{drawn}` by its own formula: each value needs a draw of its own."
        lines.insert(0, line)
    return advice if _is_read_elsewhere(nodes, name, made) else f"{advice} Then delete {named_lines(lines)}."


def _drawn_above(nodes: list[ast.AST], wrong: WrongLine) -> list[tuple[str, int]]:
    """The name in the wrong line that a line above gives a random number, and this line; at most one."""
    names = names_in(getattr(wrong.statement, "value", wrong.statement))
    for line in (node for node in nodes if isinstance(node, ast.Assign) and node.lineno < wrong.statement.lineno):
        target = getattr(line.targets[0], "id", "")
        if draws_in(line) and target in names:
            return [(target, line.lineno)]
    return []


def _is_read_elsewhere(nodes: list[ast.AST], name: str, brackets: ast.expr) -> bool:
    """Whether the answer reads the name outside these brackets."""
    inside = {place_of(node) for node in ast.walk(brackets) if isinstance(node, ast.Name)}
    reads = [
        node for node in nodes if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
    ]
    return any(place_of(node) not in inside for node in reads)
