"""Every place that submissions come from, and which one a download comes from. A new learning system is added here."""

from __future__ import annotations

from collections.abc import Sequence

from .canvas import Canvas
from .exchange import Exchange
from .moodle import Moodle
from .plain_folder import PlainFolder
from .upload import LearningSystem, Source

CANVAS = Canvas()
MOODLE = Moodle()
EXCHANGE = Exchange()
PLAIN_FOLDER = PlainFolder()
LEARNING_SYSTEMS: tuple[LearningSystem, ...] = (CANVAS, MOODLE)
SOURCES: dict[str, Source] = {source.kind: source for source in (*LEARNING_SYSTEMS, EXCHANGE, PLAIN_FOLDER)}
RECOGNISED = (MOODLE, EXCHANGE, CANVAS)  # in this order: some of Moodle's names could be Canvas's too


def source_of(paths: Sequence[str]) -> Source:
    """Where files with these paths come from.

    >>> source_of(["Jane Doe_123_assignsubmission_file_/04.ipynb"]).kind
    'moodle'
    """
    return next((source for source in RECOGNISED if source.recognises(paths)), PLAIN_FOLDER)
