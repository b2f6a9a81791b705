"""Run an answer's source with given values in a fresh namespace, and report what it did as plain data.

Only this package runs student code. The package does not know what is right.
"""

from __future__ import annotations

import contextlib
import io
import re
import time
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import matplotlib.pyplot as plt
import numpy as np

from .artist_record import Plain
from .displayed_figures import Drawn
from .exact_sketch import ExactSketch, needs_matplotlib
from .failures import FILENAME, STOPPED, failure_of
from .ipython_syntax import notebook_names
from .isolation import isolated
from .missing_modules import without_missing_imports
from .never_ending import never_ends, open_ended
from .other_cells import rebound
from .plain import to_plain
from .plot_arguments import NeedsFigureError
from .rewrite import rewritten
from .sketch import Sketch, SketchedImports
from .time_limit import (
    LONGER_IN_BROWSERS,
    OUTPUT,
    SECONDS_OF_ALL_TRIALS,
    SECONDS_PER_RUN,
    SECONDS_PER_SHORT_TRIAL,
    SECONDS_PER_TRIAL,
    SECONDS_WITHOUT_END,
    capped,
    has_threads,
    within,
)
from .tracer import Tracer

EXACT: Literal["exact"] = "exact"  # a sketch


@dataclass
class Observation:
    """What an answer did: JSON-serialisable.

    ``variables`` maps the names it left to plain values (see ``plain``); ``figures`` is a list as made by
    ``figures.describe``; ``failure`` is None or a dict with ``kind`` (syntax, error, endless, stopped),
    ``type``, ``message``, ``line``, ``text`` and ``place`` (line, column, end line, end column of the piece, or None);
    ``overwritten`` names what it replaced in shared modules, ``missing`` the modules that it imports and that are not
    there; ``recording`` is None or a ``Tracer``'s.
    """

    source: str
    printed: str = ""
    variables: dict[str, Any] = field(default_factory=dict)
    figures: list[Any] = field(default_factory=list)
    failure: dict[str, Any] | None = None
    overwritten: list[Any] = field(default_factory=list)
    warnings: list[Any] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    recording: dict[str, Any] | None = None

    @property
    def is_cut(self) -> bool:
        """Whether it printed as much as is kept, or more."""
        return len(self.printed) >= OUTPUT


class Witness:
    """Hears of prints and figures as the answer makes them; this one ignores them."""

    def printed(self, text: str) -> None:
        """A text was printed."""

    def drew(self, described: list[Plain]) -> None:
        """A figure was shown: a description for each subplot."""


def observe(
    source: str,
    values: Mapping[str, float],
    *,
    replacing: Mapping[str, float] | Iterable[str] = (),
    surroundings: Mapping[str, object] | None = None,
    seconds: float = SECONDS_PER_RUN,
    patient: bool = False,
    witness: Witness | None = None,
    draw: Callable[[Plain], list[Plain]] | None = None,
    keep: Iterable[str] | None = None,
    record: bool = False,
    sketch: bool | Sketch | Literal["exact"] = False,
) -> Observation:
    """Run ``source`` with ``values`` as its given names, and ``np`` and ``plt``.

    Top-level literal assignments to the names in ``replacing`` get the value in ``values`` instead; where it maps them
    to the numbers that they have in the text, so do these numbers wherever a name gets them (see ``rewrite.given``).
    Where ``seed`` is among them, so do seed arguments. ``surroundings`` holds functions, classes and modules that the
    answer may use. A ``witness`` is told of prints and figures as they come. ``draw`` is given the record of each
    figure (see ``figure_record``) as it is shown; the descriptions that it returns stand in the observation. ``keep``
    names the only variables to report, where a slider has no time for more; then, and with a witness, arrays stay
    arrays. ``record`` asks for what each piece of the text gives, which takes longer. With ``sketch`` no figure is
    made: what would be drawn is taken down, by that sketch or a new one, which is many times as fast; with the one that
    is EXACT, the figures are described as usual, or the run fails. With ``patient``, loops that end by themselves may
    take longer than ``seconds``.
    Nothing outside is changed: random state, figures, settings and shared modules are as before.

    >>> observe("v = 2 * tau\\nprint(v)", {"tau": 0.02}).printed
    '0.04\\n'
    >>> observe("n = 50\\nm = n + 1", {"n": 3}, replacing=["n"]).variables["m"]
    4
    """
    observation = Observation(source)
    try:
        in_text = replacing if isinstance(replacing, Mapping) else {}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd syntax: Python said it when the cell was run
            tree = rewritten(source, {name: values[name] for name in replacing}, in_text)
            absent, observation.missing = without_missing_imports(tree, ("np", "plt", *values))
            tree = SketchedImports().visit(tree) if sketch and "import" in source else tree
            may_never_end = open_ended(tree) if patient else None
            seconds = min(seconds, SECONDS_WITHOUT_END) if "while" in source and never_ends(tree) else seconds
            tracer = Tracer(tree) if record else None
            code = compile(tree, FILENAME, "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        observation.failure = failure_of(problem, source, kind="syntax")
        return observation
    out = _Printed(witness)
    tell = (witness or Witness()).drew
    drawn = Drawn(draw, tell)
    pyplot = ExactSketch(draw, tell) if sketch == EXACT else _pyplot(sketch)
    usual = {
        "__name__": "__main__",
        "np": np,
        "plt": pyplot,
        SketchedImports.NAME: pyplot,
        **notebook_names(drawn.display),
    }
    offered = {name: pyplot if value is plt else value for name, value in (surroundings or {}).items()}
    if sketch == EXACT and needs_matplotlib(tree, source, offered):
        observation.failure = failure_of(NeedsFigureError(), source)
        return observation
    namespace = {**usual, **offered, **absent, **values}
    for name, value in namespace.items():
        namespace[name] = rebound(value, namespace)
    given = dict(namespace)
    if tracer is not None:
        tracer.attach(namespace)
    before = NeedsFigureError.raised
    mentioned = None if witness is None else set(re.findall(r"\w+", source))
    shielded = isolated(observation.overwritten, observation.warnings, drawn.show, mentioned)
    with shielded, contextlib.redirect_stdout(capped(out)):
        try:
            with contextlib.redirect_stderr(io.StringIO()), within(seconds, FILENAME, may_never_end):
                exec(code, namespace)
        except BaseException as problem:  # SystemExit and KeyboardInterrupt too: the student's, not ours
            observation.failure = failure_of(problem, source)
        drawn.show()
        if isinstance(pyplot, ExactSketch):
            with contextlib.suppress(NeedsFigureError):
                pyplot.show()
            if NeedsFigureError.raised > before:  # here, or where the answer caught it
                observation.failure = failure_of(NeedsFigureError(), source)
        out.finish()
    if tracer is not None:
        tracer.detach()
        observation.recording = tracer.recording
    observation.overwritten += [
        name for name in dict.fromkeys(drawn.overwritten) if name not in observation.overwritten
    ]
    observation.printed = out.getvalue()
    observation.figures = drawn.figures + (pyplot.figures if isinstance(pyplot, Sketch) else [])
    observation.variables = {
        name: to_plain(value, unpacked=keep is None and witness is None)
        for name, value in namespace.items()
        if keep is None or name in keep
        if name in values or not (name.startswith("__") or (name in given and value is given[name]))
    }
    return observation


def trials(
    sources: Sequence[str],
    values: Mapping[str, float],
    replacing: Mapping[str, float],
    surroundings: Mapping[str, object] | None = None,
) -> list[Observation]:
    """What each of many small changes of an answer does in one quick run, without its figures being made.

    Those for which no time is left count as stopped.
    """
    began = time.process_time()
    most = SECONDS_OF_ALL_TRIALS if has_threads() else LONGER_IN_BROWSERS * SECONDS_OF_ALL_TRIALS
    seconds = SECONDS_PER_SHORT_TRIAL if replacing else SECONDS_PER_TRIAL
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


def _pyplot(sketch: bool | Sketch) -> Any:
    """What the answer gets as ``plt``."""
    if isinstance(sketch, Sketch):
        return sketch
    return Sketch() if sketch else plt


class _Printed(io.StringIO):
    """Keeps what is printed, and passes it to a witness line by line."""

    def __init__(self, witness: Witness | None):
        super().__init__()
        self.witness = witness
        self.line = ""

    def write(self, text: str) -> int:
        if self.witness is not None:
            lines, newline, self.line = (self.line + text).rpartition("\n")
            if newline:
                self.witness.printed(lines + newline)
        return super().write(text)

    def finish(self) -> None:
        """Pass on the last line, if it was not ended."""
        if self.witness is not None and self.line:
            self.witness.printed(self.line)
