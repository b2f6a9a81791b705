"""Hostile submissions, file tricks, and honest work that looks odd: data for the grader's own test.

An ``Attack`` is an answer with the cells around it; a ``FileTrick`` writes files into a student's folder. ``ATTACKS``
and ``TRICKS`` may earn at most ``earned`` points; ``HONEST`` and ``ODD_FILES`` must earn exactly that.
"""

from . import (
    bombs,
    concealed,
    equal,
    exhaustion,
    exits,
    faked,
    files,
    flood,
    forged,
    hidden,
    honest,
    honest_forms,
    markup,
    network,
    notebooks,
    odd_files,
    output,
    patched,
    processes,
    reading,
    seams,
    shell,
    swamped,
    writing,
)
from .entry import Attack, FileTrick

# writing comes before reading, so that what one notebook leaves behind can be found by the next
MODULES = (equal, patched, faked, shell, exits, processes, writing, reading, forged, flood, output, exhaustion, network)
MODULES += (markup, hidden, bombs, concealed)
ATTACKS: tuple[Attack, ...] = tuple(entry for module in MODULES for entry in module.ATTACKS)
OF_FILES = (notebooks, files, seams, swamped)
TRICKS: tuple[FileTrick, ...] = tuple(entry for module in OF_FILES for entry in module.TRICKS)
HONEST: tuple[Attack, ...] = (*honest.HONEST, *honest_forms.HONEST, *concealed.HONEST)
ODD_FILES: tuple[FileTrick, ...] = tuple(odd_files.ODD_FILES)

__all__ = ["ATTACKS", "HONEST", "ODD_FILES", "TRICKS", "Attack", "FileTrick"]
