"""Hostile submissions, file tricks, and honest work that looks odd: data for the grader's own test.

An ``Attack`` is an answer with the cells around it; a ``FileTrick`` writes files into a student's folder.
"""

from . import equal, exits, faked, patched, processes, reading, shell, writing
from .entry import Attack, FileTrick

MODULES = (equal, patched, faked, shell, exits, processes, reading, writing)
ATTACKS: tuple[Attack, ...] = tuple(entry for module in MODULES for entry in module.ATTACKS)
TRICKS: tuple[FileTrick, ...] = ()
HONEST: tuple[Attack, ...] = ()

__all__ = ["ATTACKS", "HONEST", "TRICKS", "Attack", "FileTrick"]
