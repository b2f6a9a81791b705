"""What students are asked before they run anything: the options, and what is said of each, from predictions.toml."""

from __future__ import annotations

import tomllib
from itertools import count
from pathlib import Path

from slipcheck.prediction import Option, Prediction

FILE = Path(__file__).with_name("predictions.toml")


def read(file: Path) -> dict[int, tuple[Prediction, ...]]:
    """The questions of each exercise. Letters follow from the order, and go on from one question to the next."""
    questions: dict[int, list[Prediction]] = {}
    letters: dict[int, count[int]] = {}
    for row in tomllib.loads(file.read_text(encoding="utf-8"))["prediction"]:
        number = row["exercise"]
        following = letters.setdefault(number, count(ord("A")))
        options = tuple(
            Option(chr(next(following)), option["text"], option["feedback"], option.get("right", False))
            for option in row["option"]
        )
        questions.setdefault(number, []).append(Prediction(row["question"], options))
    return {number: tuple(several) for number, several in questions.items()}


PREDICTIONS = read(FILE)
