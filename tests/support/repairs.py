"""Answers of the bench: what their header says, and the smallest repair that it records.

``# fix: line 9: text`` puts another text in a line, ``# fix: line 9: delete`` takes it away, and
``# fix: after line 9: text`` adds one. Lines are counted in the cell, which begins after the header.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

HEADER = re.compile(r"# (cause|expect|fix|right): ?(.*)")
FIX = re.compile(r"(after )?line (\d+): ?(.*)")


@dataclass(frozen=True)
class Answer:
    """One answer cell, with what its author wrote down."""

    path: Path
    cell: str
    header: tuple[tuple[str, str], ...]

    def said(self, word: str) -> list[str]:
        """What the header says under a word."""
        return [text for name, text in self.header if name == word]

    @property
    def expect(self) -> str:
        """right, or the slip that the student is told."""
        return self.said("expect")[0]

    @property
    def repaired(self) -> str:
        """The cell with its recorded repair."""
        return repaired(self.cell, self.said("fix"))

    @property
    def faulty_lines(self) -> set[int]:
        """The lines that the repair changes; of an added line, those on both sides of it."""
        lines: set[int] = set()
        for fix in self.said("fix"):
            after, number, _ = FIX.fullmatch(fix).groups()
            lines |= {int(number), int(number) + 1} if after else {int(number)}
        return lines


def read(path: Path) -> Answer:
    """The answer in a file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    header = []
    while lines and (match := HEADER.fullmatch(lines[0])):
        header.append((match[1], match[2]))
        lines.pop(0)
    return Answer(path, "\n".join(lines), tuple(header))


def repaired(cell: str, fixes: list[str]) -> str:
    """The cell with the fixes applied."""
    lines: list[list[str]] = [[text] for text in cell.split("\n")]
    for fix in fixes:
        after, number, text = FIX.fullmatch(fix).groups()
        place = lines[int(number) - 1] if int(number) else lines[0]
        if after:
            place.insert(0, text) if int(number) == 0 else place.append(text)
        else:
            place[0:1] = [] if text == "delete" else [text]
    return "\n".join(text for place in lines for text in place)


def fixes(cell: str, other: str) -> list[str]:
    """What makes one cell of another, as a header says it."""
    old, new = cell.split("\n"), other.split("\n")
    made = []
    for kind, first, last, begin, end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        both = min(last - first, end - begin)
        made += [f"line {first + k + 1}: {new[begin + k]}" for k in range(both)]
        made += [f"line {k + 1}: delete" for k in range(first + both, last)]
        made += [f"after line {first + both}: {text}" for text in new[begin + both : end]]
    return made
