"""The pictures of a run, drawn from the records of its figures in a sandbox where no student code was."""

from __future__ import annotations

import io
import json

from slipcheck.figure_description import figure_sentences
from slipcheck.observe.drawing import apart

from .plain_values import figure_of, is_png
from .results import POINTS, Record
from .sandbox import RunResult

FIGURES = 20  # subplots of one figure
ALT = 2_000  # characters of a picture's alternative text
LETTERS = 1_000_000  # of all pictures of one notebook, as they are kept


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
    shown = [
        ["png", pictures.get(int(text), ""), words.get(int(text), "")] if kind == "record" else [kind, text]
        for kind, text in record.outputs
    ]
    record.outputs = [output for output in shown if output[1]]


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
        record.observation.figures.append(apart(figure))
        words.append(figure_sentences(figure))
    return " ".join(words)[:ALT]
