"""The class as a report needs it: every student with marks from the gradebook and verdicts from the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from grading.execution.result_store import Store
from grading.gradebook.connection import assignment, opened
from grading.gradebook.graded import require
from grading.gradebook.results import Result
from grading.gradebook.scores import Scores, read_scores
from grading.paths import stems

STATES = {  # state: (sign, word), in the order in which a report names them
    "right": ("✓", "right"),
    "partly": ("~", "partly right"),
    "wrong": ("✗", "not right"),
    "crashed": ("!", "crashed"),
    "syntax": ("S", "unreadable for Python"),
    "endless": ("T", "timed out"),
    "untouched": ("–", "not attempted"),
    "missing": ("·", "not handed in"),
    "failed": ("?", "without a verdict"),
}
NOT_TRIED = {"untouched", "missing", "failed"}


@dataclass(frozen=True)
class Entry:
    """One answer of one student; ``answer`` is None where an older store did not keep it."""

    state: str
    points: float = 0.0
    most: float = 0.0
    parts: tuple[dict, ...] = ()
    flags: tuple[str, ...] = ()
    seconds: float = 0.0
    answer: str | None = None

    @property
    def tried(self) -> bool:
        return self.state not in NOT_TRIED


MISSING, UNKNOWN = Entry("missing"), Entry("failed")


@dataclass
class Learner:
    """One student. ``scores`` are the gradebook's points by stem, with those given by hand, before any penalty."""

    result: Result
    entries: dict[str, Entry] = field(default_factory=dict)
    scores: dict[str, float] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.result.id

    @property
    def handed_in(self) -> bool:
        return bool(self.entries) or self.result.raw is not None

    def entry(self, stem: str) -> Entry:
        """The entry; a stand-in where there is none."""
        return self.entries.get(stem) or (UNKNOWN if self.scores.get(stem) else MISSING)


@dataclass
class Classroom:
    """All students by id, the highest mark there is, and the notebooks."""

    learners: list[Learner]
    highest: float
    stems: list[str] = field(default_factory=stems)

    def entries(self, stem: str) -> list[tuple[Learner, Entry]]:
        """Of all who handed in anything."""
        return [(learner, learner.entry(stem)) for learner in self.learners if learner.handed_in]


def read(course: Path, database: str) -> Classroom:
    """Raises GradebookError, NotGradedError, OSError, sqlite3.Error."""
    require(course, database)
    with opened(database) as gradebook:
        highest, scores = assignment(gradebook).max_score, read_scores(gradebook)
        learners = {student.id: Learner(_result(student, scores.get(student.id))) for student in gradebook.students}
    for student, each in scores.items():
        learners[student].scores = {stem: book["score"] + book["late_penalty"] for stem, book in each.notebooks.items()}
    with Store(course) as store:
        for student, stem, result, details in store.rows():
            if student in learners:
                learners[student].entries[stem] = entry(stem, result, details)
        for student, details in store.students().items():
            if student in learners:
                learners[student].problems = details.get("problems", [])
    return Classroom([learners[student] for student in sorted(learners)], highest)


def _result(student, scores: Scores | None) -> Result:
    names = (student.lms_user_id or "", student.first_name or "", student.last_name or "", student.email or "")
    if scores is None:
        return Result(student.id, *names, None, 0.0, False, None)
    waits = any(book["waiting"] for book in scores.notebooks.values())
    return Result(student.id, *names, scores.raw, scores.penalty, waits, scores.timestamp)


def entry(stem: str, result: dict, details: dict) -> Entry:
    """One stored verdict; what an older store lacks is left empty."""
    parts = tuple(
        {key: part.get(key) for key in ("name", "points", "right", "slip", "message")} for part in result["parts"]
    )
    answer = details.get("answers", {}).get(f"ex{stem[:2]}") if "answers" in details else None
    state = result["state"] if result["state"] in STATES else "failed"
    most = sum(part["points"] for part in parts)
    return Entry(state, result["points"], most, parts, tuple(result["flags"]), result.get("seconds", 0.0), answer)
