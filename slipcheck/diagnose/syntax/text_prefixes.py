"""The letter in front of a text, with a space between it and the quote."""

from __future__ import annotations

import re

from ..same_fault import same_in
from .unreadable import Explained, Unreadable

APART = re.compile(r"(?<![\w.\"'])([fFrR])[ \t]+(?=\"[^\"]*\"|'[^']*')")


def space_after_prefix(problem: Unreadable, line: int) -> Explained:
    """``print(f "{t}")``"""
    code = problem.lines[line - 1]
    apart = next((match for match in APART.finditer(code) if _is_prefix(problem, code, match)), None)
    if apart is None or line != problem.line or not problem.reads_on(line, APART.sub(r"\1", code)):
        return None
    letter = apart[1]
    twice = len(APART.findall(code)) > 1
    others = [k for k, row in enumerate(problem.lines, 1) if k != line and APART.search(row)]
    means = f"Python takes the letter for a name: with the text it is one piece, without a space. {same_in(others)}"
    advice = "Delete each such space in this line." if twice else "Delete the space."
    observed = f"there is a space between the letter `{letter}` and its text."
    return "space in a text", observed, means.strip(), advice, (apart.start(1), apart.end() + 1)


def _is_prefix(problem: Unreadable, code: str, match: re.Match[str]) -> bool:
    """Whether the letter is no name of the answer; as one, only signs in the text can tell."""
    letter, quoted = match[1], code[match.end() :]
    is_name = letter in problem.exercise.given or re.search(rf"(?m)^\s*{letter}\s*=(?!=)", problem.source)
    return not is_name or bool(re.match(r"[\"'][^\"']*[\\$]", quoted))
