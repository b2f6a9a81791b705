"""What stopped an answer, as plain data: the error, and the piece of the answer's text that failed."""

from __future__ import annotations

from typing import Any

from .never_ending import Endless

FILENAME = "<answer>"
STOPPED = {"kind": "stopped", "type": "", "message": "", "line": None, "text": "", "place": None}


def failure_of(problem: BaseException, source: str, kind: str | None = None) -> dict[str, Any]:
    """What an observation says of an exception that ended the answer."""
    kinds = {Endless: "endless", KeyboardInterrupt: "stopped"}
    lines = source.splitlines()
    place = _place_of_syntax(problem) if isinstance(problem, SyntaxError) else _place(problem)
    line = place[0] if place else None
    return {
        "kind": kind or kinds.get(type(problem), "error"),
        "type": type(problem).__name__,
        "message": _message(problem)[:500],
        "line": line,
        "text": lines[line - 1].strip()[:200] if line and line <= len(lines) else "",
        "place": place,
    }


def _place(problem: BaseException) -> list[int] | None:
    """Where in the answer's text the piece stands that failed: the innermost of its own code."""
    innermost = None
    entry = problem.__traceback__
    while entry is not None:
        if entry.tb_frame.f_code.co_filename == FILENAME:
            innermost = entry
        entry = entry.tb_next
    if innermost is None:
        return None
    positions = list(innermost.tb_frame.f_code.co_positions())[innermost.tb_lasti // 2]
    line, end_line, column, end_column = positions
    line = line or innermost.tb_lineno
    return [line, column or 0, end_line or line, end_column or column or 0]


def _place_of_syntax(problem: SyntaxError) -> list[int] | None:
    """Python counts its columns from 1, in characters."""
    if problem.lineno is None:
        return None
    column = max((problem.offset or 1) - 1, 0)
    end = max((problem.end_offset or 0) - 1, column)
    return [problem.lineno, column, problem.end_lineno or problem.lineno, end]


def _message(problem: BaseException) -> str:
    try:
        return problem.msg if isinstance(problem, SyntaxError) else str(problem)
    except Exception:
        return ""
