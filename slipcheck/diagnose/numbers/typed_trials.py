"""Trials of an answer with expressions in the places of the numbers that were typed."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from slipcheck.exercise import Exercise, Expression, Part
from slipcheck.judge.judge import Case
from slipcheck.judge.parse import parsed
from slipcheck.verdict import Rerun

from ..repairs.search import part_is_right, trial_parameters

Hit = tuple[ast.expr, Expression]  # a number, and what it is the value of
MOST = 6  # numbers in whose place their expression is tried


def that_are_right(case: Case, part: Part, rerun: Rerun, hits: Sequence[Hit]) -> list[Hit]:
    """The number in whose place its expression makes the part right at other parameters; or several, together."""
    alone = next((hit for hit in hits[:MOST] if _is_right_with(case, part, rerun, [hit])), None)
    if alone is not None:
        return [alone]
    texts = list(dict.fromkeys(expression.text for _, expression in hits))
    alike = [[hit for hit in hits if hit[1].text == text] for text in texts]
    first = {id(node): (node, expression) for node, expression in reversed(hits)}
    groups = [*(group for group in alike if len(group) > 1), [hit for hit in hits if first[id(hit[0])] == hit]]
    return next((group for group in groups[:MOST] if _is_right_with(case, part, rerun, group)), [])


def _is_right_with(case: Case, part: Part, rerun: Rerun, hits: Sequence[Hit]) -> bool:
    """Whether the part is right at other parameters with the expressions in the places of the numbers."""
    source = case.runs[0].observation.source
    lines = [line.encode() for line in source.split("\n")]
    for node, expression in sorted(hits, key=lambda hit: -hit[0].col_offset):  # from the end, so that places stay
        code = _code_of(case.exercise, source, node, expression)
        if not code or node.lineno != node.end_lineno:
            return False
        line = lines[node.lineno - 1]
        new = code.encode()
        lines[node.lineno - 1] = b"%s(%s)%s" % (line[: node.col_offset], new, line[node.end_col_offset :])
    text = "\n".join(line.decode() for line in lines)
    p = trial_parameters(case.exercise)
    observation = rerun.attempt([text], p, False)[0]
    return part_is_right(case.exercise, part, p, observation)


def _code_of(exercise: Exercise, source: str, node: ast.expr, expression: Expression) -> str:
    """What is put in the place of the number; where its line sets the very name, the formula of that name."""
    if not is_set_here(source, node, expression.text):
        return expression.text if expression.is_code else ""
    return next((e.texts[0] for e in exercise.equations if e.target == expression.text), "")


def is_set_here(source: str, node: ast.expr, name: str) -> bool:
    """Whether the number is the whole value that the line gives to this very name."""
    statements = [n for n in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(n, ast.Assign)]
    return any(n.lineno == node.lineno and getattr(n.targets[0], "id", "") == name for n in statements)
