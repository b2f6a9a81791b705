"""Trials of changes, but no more where they do not come to an end: their time would be lost."""

from __future__ import annotations

import time
from collections.abc import Sequence

from slipcheck.exercise import Parameters
from slipcheck.observe import Observation
from slipcheck.observe.failures import STOPPED
from slipcheck.observe.time_limit import LONGER_IN_BROWSERS, has_threads
from slipcheck.verdict import Rerun

from .large_arrays import makes_too_many

MOST_LOST = 8  # trials of one answer that were ended for the time or the output that they took
SECONDS = 12.0  # of processor time, for all trials: many times what ordinary answers take
LONGEST = 60.0  # s of the clock, for all trials: one that sleeps takes no processor time
LOST = ("endless", "output", "stopped")


def bounded(rerun: Rerun) -> Rerun:
    """The same, where no change is tried twice, or after several have been ended: then it counts as stopped.

    Nor is one tried that would make an array too large.
    An answer whose every change prints for a second, or never ends, would hold its grader for minutes.
    """
    most = SECONDS if has_threads() else LONGER_IN_BROWSERS * SECONDS
    lost = 0
    spent = 0.0
    passed = 0.0
    known: dict[tuple[str, Parameters, bool], Observation] = {}

    def attempt(sources: Sequence[str], p: Parameters, as_written: bool) -> list[Observation]:
        nonlocal lost, spent, passed
        new = [source for source in dict.fromkeys(sources) if (source, p, as_written) not in known]
        if lost >= MOST_LOST or spent > most or passed > LONGEST:
            made = list(map(_stopped, new))
        else:
            spent_before = time.process_time()
            began = time.monotonic()
            names = {name: getattr(p, name) for name in p.__dataclass_fields__}
            known.update(((source, p, as_written), _stopped(source)) for source in new if makes_too_many(source, names))
            new = [source for source in new if (source, p, as_written) not in known]
            made = rerun.attempt(new, p, as_written) if new else []
            spent += time.process_time() - spent_before
            passed += time.monotonic() - began
            lost += sum(run.failure is not None and run.failure["kind"] in LOST for run in made)
        known.update(((source, p, as_written), run) for source, run in zip(new, made, strict=True))
        return [known[source, p, as_written] for source in sources]

    def other(text: str) -> Rerun:
        assert rerun.other is not None
        return Rerun(rerun.other(text).record, attempt)

    return Rerun(rerun.record, attempt, other if rerun.other is not None else None)


def _stopped(source: str) -> Observation:
    return Observation(source, failure=dict(STOPPED))
