"""Code that a message quotes, as the student typed it."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis
from slipcheck.judge.parse import parsed


def as_typed(diagnosis: Diagnosis, source: str) -> Diagnosis:
    """The same; a piece of its line that Python would write in another way is quoted as it stands in the line.

    >>> from slipcheck.diagnosis import spot_at
    >>> from slipcheck.exercise import Message
    >>> source = "tau = 10e-3"
    >>> told = Diagnosis("power", Message("Line 1: `tau = 0.01` is here.", "", ""), spot_at(source, 1, 0, 1, 11))
    >>> as_typed(told, source).message.observed
    'Line 1: `tau = 10e-3` is here.'
    """
    tree = parsed(source)
    if tree is None or diagnosis.spot is None:
        return diagnosis
    typed = _pieces(tree, source, diagnosis.spot.line)
    said = diagnosis.message
    sentences = {
        part: re.sub(r"`([^`]+)`", lambda match: f"`{typed.get(match[1], match[1])}`", getattr(said, part))
        for part in ("observed", "means", "next")
    }
    return replace(diagnosis, message=replace(said, **sentences))


def _pieces(tree: ast.Module, source: str, line: int) -> dict[str, str]:
    """The pieces of a line as they are typed, by the text that Python would write for them."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, (ast.expr, ast.stmt))]
    here = [node for node in nodes if node.lineno == node.end_lineno == line]
    texts = {ast.unparse(node): ast.get_source_segment(source, node) or "" for node in reversed(here)}
    return {written: typed for written, typed in texts.items() if typed and "`" not in typed}


def typed_text(source: str, node: ast.AST) -> str:
    """A piece as it is typed, in one line.

    >>> source = "x = rand( 3,\\n  4)"
    >>> typed_text(source, ast.parse(source).body[0].value)
    'rand( 3, 4)'
    """
    return " ".join((ast.get_source_segment(source, node) or ast.unparse(node)).split())
