"""Students whose answers are the same beyond what is to be expected: a hint to look, never a proof.

Compared is what a student wrote, line by line: names kept, without comments, white space and kinds of quotes, and
without the lines of the stub and of the solution. A line is rare if no one else of the class has it in that exercise.
Students are named together where they share whole answers with rare lines, and few others share them. A copy whose
names were changed is not found; two who learned together, or made the same unusual slip, may be.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from grading.submissions.answer_lines import known, normal

from .students import Classroom

TOGETHER = 4  # students who share an answer at most, or one in fifty of a large class
RARE_LINES = 3  # that a group shares at least, over all exercises
SHORTEST = 8  # characters of a line that says anything
AROUND = 3  # students beside the group who tried the exercise: without them nothing is rare


@dataclass
class Alike:
    """Students, and in which exercises how many rare lines they share."""

    students: tuple[str, ...]
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.lines.values())


def alike(room: Classroom) -> list[Alike]:
    """Groups of students, those who share most first."""
    groups: dict[tuple[str, ...], Alike] = {}
    for stem in room.stems:
        tried = {learner.id: entry.answer for learner, entry in room.entries(stem) if entry.tried and entry.answer}
        for students, lines in _shared(stem, tried).items():
            groups.setdefault(students, Alike(students)).lines[stem] = lines
    found = [group for group in groups.values() if group.total >= RARE_LINES]
    return sorted(found, key=lambda group: (-group.total, group.students))


def _shared(stem: str, answers: dict[str, str]) -> dict[tuple[str, ...], int]:
    """Groups with the same whole answer, and how many rare lines are in it."""
    forms, users = defaultdict(list), Counter()
    for student, answer in sorted(answers.items()):
        form = own_lines(stem, answer)
        forms[form].append(student)
        users.update(set(form))
    limit, found = max(TOGETHER, len(answers) // 50), {}
    for form, students in forms.items():
        rare = {line for line in form if len(line) >= SHORTEST and users[line] == len(students)}
        if rare and 2 <= len(students) <= limit and len(answers) >= len(students) + AROUND:
            found[tuple(students)] = len(rare)
    return found


def own_lines(stem: str, answer: str) -> tuple[str, ...]:
    """What the student wrote, line by line, in a normal form.

    >>> own_lines("04_membrane_potential", "v=el   # start\\nw =  'a'+b  if c")
    ("w='a'+b if c",)
    """
    expected = known(stem)
    return tuple(line for line in normal(answer) if line and line not in expected)
