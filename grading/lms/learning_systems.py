"""Every system that submissions come from, and how to tell which. Add a new learning system here."""

from __future__ import annotations

from collections.abc import Sequence

from grading.errors import ArchiveError

from .archive import is_work
from .blackboard_brightspace import Blackboard, Brightspace
from .canvas import Canvas
from .exchange import Exchange
from .interface import LearningSystem, Source
from .moodle import Moodle
from .plain_folder import PlainFolder

CANVAS = Canvas()
MOODLE = Moodle()
EXCHANGE = Exchange()
BLACKBOARD = Blackboard()
BRIGHTSPACE = Brightspace()
PLAIN_FOLDER = PlainFolder()
LEARNING_SYSTEMS: tuple[LearningSystem, ...] = (CANVAS, MOODLE)
_ALL = (*LEARNING_SYSTEMS, EXCHANGE, BLACKBOARD, BRIGHTSPACE, PLAIN_FOLDER)
SOURCES: dict[str, Source] = {source.kind: source for source in _ALL}
RECOGNISED = (MOODLE, EXCHANGE, BLACKBOARD, BRIGHTSPACE, CANVAS)


def source_of(paths: Sequence[str]) -> Source:
    """Where files with these paths come from. Raises ArchiveError where the instructor must say it.

    A learning system names every file of its download, and a student a part of each name. So the names show a system
    only if all are of that system, and only of that one: no number of files that one student hands in decides.

    >>> source_of(["Jane Doe_123_assignsubmission_file_/04.ipynb"]).kind
    'moodle'
    """
    work = [path for path in paths if is_work(path)] or list(paths)
    counts = {source: source.named(work) for source in RECOGNISED}
    possible = [source for source in RECOGNISED if counts[source]]
    complete = [source for source in possible if counts[source] == len(work)]
    if len(complete) == 1:
        return complete[0]
    if not possible:
        return PLAIN_FOLDER
    named = " and ".join(f"{counts[source]} of {len(work)} are those of {source.label}" for source in possible)
    options = " or ".join(f"--from {source.kind}" for source in (*possible, PLAIN_FOLDER))
    raise ArchiveError(f"the file names do not show where it comes from: {named}. Add {options}")
