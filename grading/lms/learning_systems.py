"""Every system that submissions come from, and how to tell which. Add a new learning system here."""

from __future__ import annotations

from collections.abc import Sequence

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
RECOGNISED = (
    MOODLE,
    EXCHANGE,
    BLACKBOARD,
    BRIGHTSPACE,
    CANVAS,
)  # in this order: some of Moodle's names could be Canvas's too


def source_of(paths: Sequence[str]) -> Source:
    """Where files with these paths come from.

    >>> source_of(["Jane Doe_123_assignsubmission_file_/04.ipynb"]).kind
    'moodle'
    """
    work = [path for path in paths if is_work(path)] or paths
    return next((source for source in RECOGNISED if source.recognises(work)), PLAIN_FOLDER)
