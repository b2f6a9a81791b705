"""Try many small changes to an answer, each in one quick run."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from . import Observation, observe
from .time_limit import LONGER_IN_BROWSERS, has_threads

SECONDS = 0.3  # of processor time, for one as written
SHORT_SECONDS = 0.1  # for one with the values of a short run, which takes milliseconds
ALL_SECONDS = 3.0  # for all: several times what ordinary answers take, so that a slow machine says the same
STOPPED = {"kind": "stopped", "type": "", "message": "", "line": None, "text": "", "place": None}


def trials(
    sources: Sequence[str],
    values: Mapping[str, float],
    replacing: Mapping[str, float],
    surroundings: Mapping[str, object] | None = None,
) -> list[Observation]:
    """What each text does, without its figures being made; those for which no time is left count as stopped."""
    began = time.process_time()
    most = ALL_SECONDS if has_threads() else LONGER_IN_BROWSERS * ALL_SECONDS
    seconds = SHORT_SECONDS if replacing else SECONDS
    made = []
    for source in sources:
        if time.process_time() - began > most:
            made.append(Observation(source, failure=dict(STOPPED)))
            continue
        observation = observe(
            source, values, replacing=replacing, surroundings=surroundings, seconds=seconds, sketch=True
        )
        made.append(observation)
    return made
