"""What comes out of the sandbox, read event by event. Nothing in it is trusted, nothing is evaluated.

An answer can write events too. So they have a fixed form and order, and none of them is about the sandbox or about
what is installed: the answer could say what it likes.
"""

from __future__ import annotations

import gc
import io
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from grading.sandbox.inside.limits import RAN, Limits
from grading.text import clean
from slipcheck.observe import Observation
from slipcheck.observe.displayed_figures import invisible
from slipcheck.observe.figures import MOST_FIGURES

from .plain_values import checked_failure, checked_value, figure_of, recording_of, texts_of
from .sandbox import RunResult

TEXT = 200_000  # characters that one run may print
DRAWN, NAMES = 50, 500  # figures of a run that are drawn, and variables that are kept
POINTS = 400_000  # of all figures together: all 50 neurons, drawn anew for each of them at each step
NOTES = 5
OUR_NOTES = re.compile(  # an answer that writes notes of its own can say no more than these
    r"A cell that you added takes too long; it was stopped\.|"
    r"A cell that you added gave [\w.]{1,60} a new value\. It was put back\."
)
TRIALS = 200
STRANGE = 100  # lines that are none of ours; where there are more, nothing that was said counts
PIECES = 1_000_000  # lists, dicts and quotes of one line: 16 MB of nothing else would take 0.5 GB to read
LIMIT = Limits()


@dataclass
class Record:
    """One run: what was observed, its outputs in their order, and what an instructor should know.

    An output is ``("text", text)``, ``("png", picture, alternative text)``, or ``("record", number)``: the number of a
    figure among ``records`` that is still to be drawn.
    """

    observation: Observation
    outputs: list[list[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    strange: bool = False  # something came that our side never writes
    whole: bool = False  # the end was reached
    is_cut_off: bool = False  # there is an end, but the run did not end as one of ours does
    stage: int = 0  # of the last event, in their order (see STAGES)
    tampered: bool = False
    points: int = 0  # drawn so far
    trials: list[Observation] = field(default_factory=list)
    records: list[dict] = field(default_factory=list)  # of figures (see slipcheck.observe.figure_record)
    is_drawn: bool = False  # whether figures are drawn from their records: what is said of others was never seen


def read_record(result: RunResult, source: str, is_drawn: bool = False) -> Record:
    """The record of a run of ``source``. What is not as it should be is left out.

    With ``is_drawn`` its figures come as records, and of what it describes itself nothing counts as visible.
    """
    record = Record(Observation(source), is_drawn=is_drawn)
    gc.disable()  # it would look at millions of lists again and again
    try:
        _take_all(record, result)
    finally:
        gc.enable()
    if record.tampered:
        record.observation = Observation(source, failure=_failure("tampered", "Tampered"))
    elif not record.whole:
        record.observation.failure = failure(result)
    return record


def read_trials(result: RunResult, sources: Sequence[str]) -> list[Observation]:
    """What each of the trials did; one that did not come out counts as stopped."""
    record = Record(Observation(""))
    _take_all(record, result)
    made = record.trials[: len(sources)]
    missing = [Observation(source, failure=_failure("stopped", "")) for source in sources[len(made) :]]
    return [*(replace(seen, source=source) for seen, source in zip(made, sources, strict=False)), *missing]


def _take_all(record: Record, result: RunResult) -> None:
    strange = 0
    for line in io.BytesIO(result.output):
        if not _take(record, line.rstrip(b"\n")) and line.endswith(b"\n"):  # the last may have been cut off
            strange += 1
        if strange > STRANGE:
            record.tampered = True
            break
    record.strange = strange > 0
    record.is_cut_off = record.whole and result.code != RAN


def _take(record: Record, line: bytes) -> bool:
    """One event into the record; whether it was one."""
    if sum(map(line.count, (b"[", b"{", b'"'))) > PIECES:
        return False
    try:
        event = json.loads(line)
    except (ValueError, RecursionError):
        return False
    if type(event) is not dict or len(event) != 1:
        return False
    ((kind, content),) = event.items()
    if kind not in TAKERS or STAGES.get(kind, 0) < record.stage:
        return False
    record.stage = STAGES.get(kind, 0)
    return TAKERS[kind](record, content)


def _printed(record: Record, text) -> bool:
    if type(text) is not str or len(record.observation.printed) + len(text) > TEXT:
        return False
    text = clean(text)
    record.observation.printed += text
    if record.outputs and record.outputs[-1][0] == "text":
        text = record.outputs.pop()[1] + text
    record.outputs.append(["text", text])
    return True


def _figure(record: Record, content) -> bool:
    figure = figure_of(content)
    if figure is None or len(record.observation.figures) >= MOST_FIGURES:
        return False
    record.points += sum(len(artist["x"]) for artist in figure["artists"])
    if record.points > POINTS:
        figure["artists"] = []
    record.observation.figures.append(invisible(figure) if record.is_drawn else figure)
    return True


def _record(record: Record, content) -> bool:
    """A figure's record, which is drawn by ``drawings``; whether it is one is seen there."""
    if type(content) is not dict or not record.is_drawn or len(record.records) >= DRAWN:
        return False
    record.outputs.append(["record", str(len(record.records))])
    record.records.append(content)
    return True


def _note(record: Record, text) -> bool:
    if type(text) is not str or len(record.notes) >= NOTES or not OUR_NOTES.fullmatch(text):
        return False
    record.notes.append(text)
    return True


def _end(record: Record, content) -> bool:
    return type(content) is dict and content.keys() == END and _ended(record, content)


def _ended(record: Record, content: dict) -> bool:
    if record.whole or type(content.get("variables")) is not dict:
        return False
    variables = {name: checked_value(value) for name, value in list(content["variables"].items())[:NAMES]}
    record.observation.variables = variables
    record.observation.failure = checked_failure(content.get("failure"))
    record.observation.overwritten = texts_of(content.get("overwritten"))
    record.observation.warnings = texts_of(content.get("warnings"))
    record.whole = True
    return True


def _recording(record: Record, content) -> bool:
    recording = recording_of(content)
    if recording is None or record.observation.recording is not None:
        return False
    record.observation.recording = recording
    return True


def _trial(record: Record, content) -> bool:
    """What one changed text did; it is looked at as what a run does is."""
    of_trial = Record(Observation(""), points=record.points)
    if type(content) is not dict or type(content.get("figures")) is not list or len(record.trials) >= TRIALS:
        return False
    taken = _printed(of_trial, content.get("printed")) and all(_figure(of_trial, f) for f in content["figures"])
    taken = taken and _ended(of_trial, content)
    record.points = of_trial.points
    if not taken:
        of_trial.observation.failure = _failure("stopped", "")
    record.trials.append(of_trial.observation)
    return True


TAKERS = {
    "printed": _printed,
    "figure": _figure,
    "record": _record,
    "note": _note,
    "recording": _recording,
    "trial": _trial,
    "end": _end,
}
STAGES = {"note": 0, "printed": 1, "figure": 1, "record": 1, "recording": 2, "end": 3}
END = {"variables", "failure", "overwritten", "warnings"}  # what an end says


def failure(result: RunResult) -> dict:
    """Why a run that did not reach its end stopped, as ``Observation.failure``."""
    if result.timed_out or (result.signal == 9 and result.cpu > LIMIT.cpu - 1):
        return _failure("endless", "Endless")
    if len(result.output) >= LIMIT.file - 4096:
        return _failure("output", "TooMuchOutput")
    if result.signal == 9:
        return _failure("memory", "MemoryError")
    return _failure("ended", "Ended")


def _failure(kind: str, name: str) -> dict:
    return {"kind": kind, "type": name, "message": "", "line": None, "text": "", "place": None}
