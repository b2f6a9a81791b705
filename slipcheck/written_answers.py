"""Find the answers in words: in their own cells, or in other text cells that the student added."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from slipcheck.answer_rule import fingerprint, is_given_text
from slipcheck.course import Course
from slipcheck.judge.parse import LONGEST, is_too_long, parsed

from .notebook_file import FileCell

PLACEHOLDER = "YOUR ANSWER HERE"  # in the cell that is given for an answer in words
ADDRESS = re.compile(r"\((?:https?:|data:|attachment:)[^)\s]*(\)?)")  # also without its end: no sign is read twice
COMMENT = re.compile(r"(?m)^[ \t]*#+[ \t]?")


@dataclass(frozen=True)
class FoundText:
    """An answer in words: its text (None: there is no cell for it), the places of the cells that it was taken from,
    and whether a part of it stands outside of the given cell.
    """

    text: str | None
    places: tuple[int, ...] = ()
    is_elsewhere: bool = False


def line_fingerprint(line: str) -> str:
    """Of a line of text, blind to white space, and to what it links to: addresses and pictures."""
    return fingerprint(ADDRESS.sub(lambda address: "()" if address[1] else address[0], line))


def own_text(course: Course, text: str) -> str:
    """The lines of a text that no notebook gave; nothing where it is not known what they gave."""
    lines = [line.replace(PLACEHOLDER, "") for line in text.splitlines()]
    given = course.given.lines
    own = [line for line in lines if not line.strip() or line_fingerprint(line) not in given]
    return "\n".join(own).strip() if given else ""


def find_written(
    course: Course, cells: Sequence[FileCell], stubs: Mapping[str, str], owners: Mapping[str, list[int]], below: int
) -> dict[str, FoundText]:
    """The answers in words by grade id; ``stubs`` are the given texts, and ``owners`` the places of their cells.

    What the student added ``below`` this place, the last check or the code, belongs to the answers. Where that is
    nothing and no answer was given, all text that the student added does. Of several answers, the nearest gets a text.
    """
    code_below = sum(len(cell.source) for cell in cells[below + 1 :] if cell.cell_type == "code")
    last = below if code_below <= 2 * LONGEST else len(cells)  # so much code is not searched for words
    own = {k: text for k, cell in enumerate(cells) if (text := _own_text_of(course, cell, k > last))}
    answered = {grade_id: [k for k in places if k in own] for grade_id, places in owners.items()}
    theirs = {k for places in owners.values() for k in places}
    others = [k for k in own if k not in theirs]
    near = [k for k in others if k > below]
    if not near and not any(answered.values()):
        near = [k for k in others if cells[k].cell_type != "code"]
    shares = _shared_out(near, owners)
    return {
        grade_id: _joined(cells, own, stub, owners[grade_id], answered[grade_id], shares.get(grade_id, []))
        for grade_id, stub in stubs.items()
    }


def _own_text_of(course: Course, cell: FileCell, is_below: bool) -> str:
    """What the student wrote in a cell of text, or as words in a code cell below the checks."""
    if cell.cell_type != "code":
        return own_text(course, cell.source)
    if not is_below or not _is_prose(cell.source) or is_given_text(course, cell.source):
        return ""
    lines = [line for line in cell.source.splitlines() if line.strip()]
    is_comment = all(line.lstrip().startswith("#") for line in lines)
    return own_text(course, COMMENT.sub("", cell.source) if is_comment else cell.source)


def _is_prose(source: str) -> bool:
    """Whether a code cell holds words: comments, texts, or what Python cannot read."""
    if not source.strip() or source.lstrip().startswith(("%", "!", "check(")) or is_too_long(source):
        return False
    tree = parsed(source)
    return tree is None or all(isinstance(node, ast.Expr) and _is_text(node.value) for node in tree.body)


def _is_text(value: ast.expr) -> bool:
    """Whether it is a text, alone or printed."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "print":
        return all(map(_is_text, value.args))
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _shared_out(places: Sequence[int], owners: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """Each text to the answer whose cell is nearest; to the first where none has a cell."""
    shares: dict[str, list[int]] = {}
    for k in places:
        nearest = min(owners, key=lambda name: min((abs(k - owner) for owner in owners[name]), default=len(places)))
        shares.setdefault(nearest, []).append(k)
    return shares


def _joined(
    cells: Sequence[FileCell],
    own: Mapping[int, str],
    stub: str,
    owners: list[int],
    answered: list[int],
    added: list[int],
) -> FoundText:
    """The answer of its cells, and of what was added for it, below the question."""
    places = sorted([*answered, *added])
    if not places:
        changed = [k for k in owners if fingerprint(cells[k].source) != fingerprint(stub)] or owners
        return FoundText(cells[changed[-1]].source, tuple(owners)) if owners else FoundText(None)
    if places == answered and len(answered) == 1 and cells[places[0]].cell_type != "code":
        return FoundText(cells[places[0]].source, tuple(owners))
    question = stub.replace(PLACEHOLDER, "").rstrip()
    texts = dict.fromkeys(own[k] for k in places)
    return FoundText("\n\n".join([question, *texts]), tuple({*owners, *places}), bool(added))
