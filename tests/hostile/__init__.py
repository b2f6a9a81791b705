"""Hostile submissions, file tricks, and honest work that looks odd: data for the grader's own test.

An ``Attack`` is an answer with the cells around it; a ``FileTrick`` writes files into a student's folder. ``ATTACKS``
and ``TRICKS`` may earn at most ``earned`` points; ``HONEST`` and ``ODD_FILES`` must earn exactly that.
"""

from . import (
    bombs,
    carried,
    concealed,
    drawn,
    equal,
    exhaustion,
    exits,
    explained,
    faked,
    files,
    flood,
    forged,
    guessed,
    hidden,
    honest,
    honest_figures,
    honest_forms,
    malformed,
    markup,
    memory,
    network,
    notebooks,
    odd_files,
    output,
    patched,
    processes,
    reading,
    recorder,
    seams,
    shell,
    stored_markup,
    swamped,
    writing,
)
from .entry import Attack, FileTrick

# writing comes before reading, so that what one notebook leaves behind can be found by the next
MODULES = (equal, patched, faked, recorder, shell, exits, processes, writing, reading, memory, forged, flood, output)
MODULES += (exhaustion, network, markup, hidden, guessed, bombs, concealed, carried, drawn, explained)
ATTACKS: tuple[Attack, ...] = tuple(entry for module in MODULES for entry in module.ATTACKS)
OF_FILES = (notebooks, malformed, stored_markup, files, seams, swamped)
TRICKS: tuple[FileTrick, ...] = tuple(entry for module in OF_FILES for entry in module.TRICKS)
HONEST: tuple[Attack, ...] = (
    *honest.HONEST,
    *honest_forms.HONEST,
    *honest_figures.HONEST,
    *concealed.HONEST,
)
ODD_FILES: tuple[FileTrick, ...] = tuple(odd_files.ODD_FILES)

__all__ = ["ATTACKS", "HONEST", "ODD_FILES", "TRICKS", "Attack", "FileTrick"]
