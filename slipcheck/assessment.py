"""The verdict on an answer: it is judged and, where something is wrong, diagnosed."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Sequence

import numpy as np

from slipcheck.judge.judge import Case, judge

from .diagnose import diagnose
from .exercise import Exercise
from .observe import Observation
from .observe.time_limit import OUTPUT, within
from .verdict import Rerun, Run, State, Verdict

MISSING = "Your answer imports `{name}`, which is not there where it was checked. The rest of it was checked without."
CUT = f"Your answer prints a lot. Only the first {OUTPUT:,} characters were looked at."

GAPS = "{missing} of the {points} points of your figure are nan (not a number). Nothing is drawn for them."


def assess(
    exercise: Exercise,
    runs: Sequence[Run],
    hidden: bool = False,
    rerun: Rerun | None = None,
    seconds: float | None = None,
    to_judge: float | None = None,
) -> Verdict:
    """The verdict on an answer from its runs: ``runs[0]`` as written, the rest at unseen parameters.

    Where these are ``hidden``, no message mentions a value, an expected number or a word of the answer there.
    ``rerun`` runs the answer again, to find out why something is wrong; it is asked only then.
    To find that out may take ``seconds``; a verdict does not wait for it any longer. The judgement itself may take
    ``to_judge`` seconds, or as many as it needs; then Endless is raised.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the answer's text, which is read again
        case = Case(exercise, runs, hidden)
        with contextlib.nullcontext() if to_judge is None else within(to_judge, __file__):
            verdict = judge(case)
        verdict.notes += notes_on(runs[0].observation)
        if verdict.state is not State.RIGHT:
            diagnose(case, verdict, rerun, seconds)
    return verdict


def notes_on(observation: Observation) -> list[str]:
    """What the student should know of a run, whatever the verdict is."""
    missing = [MISSING.format(name=name) for name in observation.missing]
    return [*([CUT] if observation.is_cut else []), *missing, *gaps_in(observation)]


def gaps_in(observation: Observation) -> list[str]:
    """How many points the figures cannot show, if any: the command that should draw them may be right."""
    drawn = [np.asarray(artist["y"], float) for figure in observation.figures for artist in figure["artists"]]
    values = np.concatenate([np.empty(0), *map(np.ravel, drawn)])
    missing = int(np.isnan(values).sum())
    return [GAPS.format(missing=missing, points=values.size)] if missing else []
