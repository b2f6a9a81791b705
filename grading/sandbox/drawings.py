"""The pictures of a run, drawn from the records of its figures in a sandbox where no student code was."""

from __future__ import annotations

import hashlib
import io
import json
from collections import OrderedDict
from collections.abc import Callable

from slipcheck.figure_description import figure_sentences
from slipcheck.observe.drawing import lines_apart

from .inside.limits import RAN
from .plain_values import figure_of, is_png
from .results import POINTS, Record
from .sandbox import RunResult

FIGURES = 20  # subplots of one figure
ALT = 2_000  # characters of a picture's alternative text
LETTERS = 1_000_000  # of all pictures of one notebook, as they are kept
MOST_KEPT = 40_000_000  # bytes of what was drawn that a worker keeps


class KeptDrawings:
    """What was drawn from the records of a notebook's figures: many students of a class draw the same ones."""

    def __init__(self, size: int = MOST_KEPT):
        self.size = size
        self.results: OrderedDict[bytes, RunResult] = OrderedDict()  # the one that was used last comes last

    def drawn(self, records: list[dict], draw: Callable[[], RunResult]) -> RunResult:
        """What ``draw`` gives, or gave for equal records."""
        key = hashlib.sha256(json.dumps(records).encode()).digest()
        if key not in self.results:
            result = draw()
            if result.code != RAN:
                return result
            self.results[key] = result
        self.results.move_to_end(key)
        while len(self.results) > 1 and sum(len(result.output) for result in self.results.values()) > self.size:
            self.results.popitem(last=False)
        return self.results[key]


def add(record: Record, result: RunResult) -> None:
    """Put pictures in the places of the record's figures, and what can be seen in them into the observation.

    ``result`` is that of a run with the record's ``records``. Nothing in it is trusted or evaluated.
    """
    pictures: dict[int, str] = {}
    words: dict[int, str] = {}
    number = 0
    left = LETTERS
    for line in io.BytesIO(result.output):
        event = _event(line)
        picture = event.get("picture")
        if type(picture) is str and is_png(picture):
            left -= len(picture)
            pictures[number] = picture if left >= 0 else ""
        elif type(event.get("drawn")) is list and number < len(record.records):
            words[number] = _described(record, event["drawn"])
            number += 1
    outputs = [
        ["png", pictures.get(int(text), ""), words.get(int(text), "")] if kind == "record" else [kind, text]
        for kind, text in record.outputs
    ]
    record.outputs = [output for output in outputs if output[1]]


def _event(line: bytes) -> dict:
    try:
        event = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return event if type(event) is dict else {}


def _described(record: Record, drawn: list) -> str:
    """Add the subplots of a figure to the observation; what they show, in words."""
    words = []
    for figure in filter(None, map(figure_of, drawn[:FIGURES])):
        record.points += sum(len(artist["x"]) for artist in figure["artists"])
        if record.points > POINTS:
            figure["artists"] = []
        record.observation.figures.append(lines_apart(figure))
        words.append(figure_sentences(figure))
    return " ".join(words)[:ALT]
