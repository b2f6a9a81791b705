"""Students whose answers are more alike than expected: a reason to look, never a proof.

Answers are compared line by line: names count, while comments, white space, kinds of quotes, and the lines of the stub
and of the solution do not. A line is rare if no one else of the class has it in that exercise.
Students are named together where they share whole answers with rare lines, and few others share them. A copy whose
names were changed is not found; two students who worked together, or made the same unusual slip, may be named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from grading.submissions.answer_lines import known, normal

from .class_data import Classroom

TOGETHER = 4  # students who share an answer at most, or one in fifty of a large class
RARE_LINES = 3  # that a group shares at least, over all exercises
SHORTEST = 8  # characters of a line that says anything
AROUND = 3  # students beside the group who tried the exercise: without them nothing is rare


@dataclass
class SimilarGroup:
    """Students, and in which exercises how many rare lines they share."""

    students: tuple[str, ...]
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Rare lines, over all exercises."""
        return sum(self.lines.values())


def similar_groups(class_: Classroom) -> list[SimilarGroup]:
    """Groups of students, those who share most first."""
    groups: dict[tuple[str, ...], SimilarGroup] = {}
    for stem in class_.stems:
        attempts = [(learner.id, entry) for learner, entry in class_.entries(stem) if entry.is_attempt]
        answers = {student: entry.answer for student, entry in attempts if entry.answer}
        for students, lines in _shared(stem, answers).items():
            groups.setdefault(students, SimilarGroup(students)).lines[stem] = lines
    large = [group for group in groups.values() if group.total >= RARE_LINES]
    return sorted(large, key=lambda group: (-group.total, group.students))


def _shared(stem: str, answers: dict[str, str]) -> dict[tuple[str, ...], int]:
    """Groups with the same whole answer, and how many rare lines are in it."""
    forms: dict[tuple[str, ...], list[str]] = defaultdict(list)
    users: Counter[str] = Counter()
    for student, answer in sorted(answers.items()):
        form = written_lines(stem, answer)
        forms[form].append(student)
        users.update(set(form))
    limit = max(TOGETHER, len(answers) // 50)
    groups = {}
    for form, students in forms.items():
        rare = {line for line in form if len(line) >= SHORTEST and users[line] == len(students)}
        if rare and 2 <= len(students) <= limit and len(answers) >= len(students) + AROUND:
            groups[tuple(students)] = len(rare)
    return groups


def written_lines(stem: str, answer: str) -> tuple[str, ...]:
    """What the student wrote, line by line, in a normal form.

    >>> written_lines("04_membrane_potential", "v=el   # start\\nw =  'a'+b  if c")
    ("w='a'+b if c",)
    """
    expected = known(stem)
    return tuple(line for line in normal(answer) if line and line not in expected)
