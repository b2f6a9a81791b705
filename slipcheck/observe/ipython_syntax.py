"""What a notebook adds to Python: prompts, magics and questions, names, and the display of the last line."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import Any

from .missing_modules import Quiet

OURS = ("check", "hint", "explore", "predict", "hand_in")  # what a course gives its notebooks
ODD = re.compile(r"(?m)^[ \t]*(?:[%!?]|>>>|In \[)|\?[ \t\r]*$|=[ \t]*[%!]|\A(?:[ \t]*\n)*[ \t]+\S")
PROMPTS = (re.compile(r"^(?:>>>|\.\.\.)(?: |$)"), re.compile(r"^(?:In \[\d+\]|\s*\.{3,}):(?: |$)"))
FORMS = (  # of a whole line, and what stands for it in Python
    (re.compile(r"(\s*(?:[\w.]+\s*=\s*)?)%time\s+(\S.*)"), r"\1\2"),
    (re.compile(r"([\w., \t]+=\s*)![^\s=].*"), r"\1[]"),
    (re.compile(r"([\w., \t]+=\s*)%[^\s=].*"), r"\1None"),
    (re.compile(r"(\s*)(?:[%!][^\s=]|\?).*"), r"\1pass"),
    (re.compile(r"(\s*)(?!\d)[\w.*\[\]]+\?\??\s*"), r"\1pass"),
)
PIECE = re.compile(r"\"\"\"|'''|\"(?:\\.|[^\"\\])*\"?|'(?:\\.|[^'\\])*'?|#.*|[()\[\]{}]|\\\s*$")
SHELL = ("display", "get_ipython")  # names of the notebook's own that IPython has too
LAST = "__display_last__"  # is called with the value of the last line
ENDS = {quote: re.compile(rf"(?:\\.|[^\\])*?{quote}") for quote in ('"""', "'''")}


def without_magics(source: str) -> str:
    """What a notebook runs for ``source``: the statement after ``%time``; else magics and shell lines do nothing.

    >>> without_magics("%matplotlib inline\\n%time v = 1\\nprint('%d'\\n  %v)")
    "pass\\nv = 1\\nprint('%d'\\n  %v)"
    """
    if not ODD.search(source) or _is_python(source):
        return source
    lines = _without_prompts(_dedented(source.split("\n")))
    first = next((k for k, line in enumerate(lines) if line.strip()), 0)
    if lines[first].startswith("%%"):
        lines[first] = ""
    return "\n".join(_translated(lines))


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _dedented(lines: list[str]) -> list[str]:
    """Without the indentation of the first line, as far as the others share it."""
    indent = next((line[: len(line) - len(line.lstrip())] for line in lines if line.strip()), "")
    return [line.removeprefix(indent) for line in lines]


def _without_prompts(lines: list[str]) -> list[str]:
    for prompt in PROMPTS:
        if any(prompt.match(line) and line[0] in ">I" for line in lines):
            lines = [prompt.sub("", line) for line in lines]
    return lines


def _translated(lines: list[str]) -> list[str]:
    """Each line that starts a statement as Python; a line within brackets or a text, or after a backslash, as it is."""
    done = []
    inside = Inside()
    dropping = False
    for line in lines:
        new = line if inside else _as_python(line)
        if dropping:
            new = ""
        dropping = line.rstrip().endswith("\\") and not new.rstrip().endswith("\\")
        inside.read(new)
        done.append(new)
    return done


def _as_python(line: str) -> str:
    for form, python in FORMS:
        if form.fullmatch(line):
            return form.sub(python, line)
    return line


class Inside:
    """Whether the lines read so far leave a bracket or a text open, or end with a backslash."""

    def __init__(self) -> None:
        self.depth = 0
        self.quote = ""
        self.joined = False

    def __bool__(self) -> bool:
        return bool(self.depth or self.quote or self.joined)

    def read(self, line: str) -> None:
        """Take the next line."""
        self.joined = False
        at = 0
        while at < len(line):
            piece = ENDS[self.quote].match(line, at) if self.quote else PIECE.search(line, at)
            if piece is None:
                return
            at = piece.end()
            self._take("" if self.quote else piece[0])

    def _take(self, piece: str) -> None:
        if not piece or piece in ENDS:
            self.quote = piece
        elif piece in "([{":
            self.depth += 1
        elif piece in ")]}":
            self.depth = max(self.depth - 1, 0)
        else:
            self.joined = piece.startswith("\\")


def nothing(*_arguments: object, **_options: object) -> None:
    """What a notebook's names do when an answer is run for a check."""


def no_input(*_arguments: object, **_options: object) -> str:
    """Raises EOFError: nobody is there to type something in."""
    raise EOFError("nobody is there to type something in")


def notebook_names(display: Callable[..., None] = nothing) -> dict[str, Callable[..., Any]]:
    """The names that every cell of a notebook finds."""
    quiet: dict[str, Callable[..., Any]] = {**dict.fromkeys(OURS, nothing), "get_ipython": Quiet()}
    return {**quiet, "input": no_input, "display": display, LAST: display}


def display_last(tree: ast.Module, source: str) -> None:
    """Have the last line's value displayed, as a notebook does, and SHELL's names stay ours where they are imported."""
    for k, node in enumerate(tree.body):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("IPython"):
            node.names = [alias for alias in node.names if alias.asname or alias.name not in SHELL]
            tree.body[k] = node if node.names else ast.copy_location(ast.Pass(), node)
    last = tree.body[-1] if tree.body else None
    if isinstance(last, ast.Expr) and isinstance(last.value, (ast.Name, ast.Attribute)) and source.rstrip()[-1:] != ";":
        last.value = ast.Call(ast.Name(LAST, ast.Load()), [last.value], [])
        ast.fix_missing_locations(last)
