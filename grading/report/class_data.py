"""The class as a report needs it: every student with marks from the gradebook and verdicts from the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from grading.execution.result_store import Store
from grading.gradebook.connection import require_graded
from grading.gradebook.reader import StudentMarks, read_marks
from grading.gradebook.students import sections_of
from grading.paths import stems
from grading.states import ExerciseState, state_of


@dataclass(frozen=True)
class Entry:
    """One answer of one student; ``answer`` is None where an older store did not keep it."""

    state: ExerciseState
    points: float = 0.0
    most: float = 0.0
    parts: tuple[dict, ...] = ()
    flags: tuple[str, ...] = ()
    seconds: float = 0.0
    answer: str | None = None
    predictions: tuple[dict, ...] = ()

    @property
    def is_attempt(self) -> bool:
        """Whether the student tried the exercise."""
        return self.state.is_attempt


MISSING, UNKNOWN = Entry(ExerciseState.MISSING), Entry(ExerciseState.FAILED)


@dataclass
class Learner:
    """One student: marks from the gradebook, entries by stem, what was wrong with the files, and the section."""

    marks: StudentMarks
    entries: dict[str, Entry] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    section: str = ""

    @property
    def id(self) -> str:
        """The name of the student's folder."""
        return self.marks.id

    @property
    def handed_in(self) -> bool:
        """Whether there is anything of this student."""
        return bool(self.entries) or self.marks.handed_in

    def points(self, stem: str) -> float:
        """The gradebook's points, with those given by hand, before any penalty."""
        notebook = self.marks.notebooks.get(stem)
        return notebook.points if notebook else 0.0

    def entry(self, stem: str) -> Entry:
        """The entry; a stand-in where there is none."""
        return self.entries.get(stem) or (UNKNOWN if self.points(stem) else MISSING)


@dataclass
class Classroom:
    """All students by id, the highest mark there is, and the notebooks."""

    learners: list[Learner]
    highest: float
    stems: list[str] = field(default_factory=stems)

    def entries(self, stem: str) -> list[tuple[Learner, Entry]]:
        """The entries of one notebook, of all who handed in anything."""
        return [(learner, learner.entry(stem)) for learner in self.learners if learner.handed_in]


def read_classroom(course: Path, database: str) -> Classroom:
    """The class of a graded course folder. Raises GradebookError, NotGradedError, OSError, sqlite3.Error."""
    require_graded(course, database)
    marks = read_marks(database)
    sections = sections_of(course)
    learners = {one.id: Learner(one, section=sections.get(one.id, "")) for one in marks.students}
    with Store(course) as store:
        for student, stem, result, details in store.rows():
            if student in learners:
                learners[student].entries[stem] = _entry(stem, result, details)
        for student, details in store.students().items():
            if student in learners:
                learners[student].problems = details.get("problems", [])
    return Classroom([learners[student] for student in sorted(learners)], marks.highest)


def _entry(stem: str, result: dict, details: dict) -> Entry:
    """One stored verdict; what an older store lacks is left empty."""
    names = ("name", "points", "right", "cause", "message")
    parts = tuple({name: part.get(name) for name in names} for part in result["parts"])
    answer = details.get("answers", {}).get(f"ex{stem[:2]}") if "answers" in details else None
    most = sum(part["points"] for part in parts)
    flags = tuple(result["flags"])
    predictions = tuple(details.get("predictions", ()))
    seconds = result.get("seconds", 0.0)
    return Entry(state_of(result), result["points"], most, parts, flags, seconds, answer, predictions)
