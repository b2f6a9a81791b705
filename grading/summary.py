"""What is asked of a run of the grader, and what it did."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Choice:
    """What of a course is graded, and how."""

    student: str | None = None
    notebook: str | None = None
    force: bool = False
    unconfined: bool = False
    database: str | None = None


@dataclass
class Summary:
    """What a run did: sentences for the instructor, and counts."""

    students: int = 0
    unchanged: int = 0
    notebooks: int = 0
    executed: int = 0
    flagged: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
