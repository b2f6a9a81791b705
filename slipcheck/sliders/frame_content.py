"""What one frame of the sliders has to show, before it is drawn: the reference, the answer's traces, a sentence."""

from __future__ import annotations

import warnings

from slipcheck.exercise import Exercise, Parameters
from slipcheck.observe import Observation

from .scene import Picture


def setting(p: Parameters, exercise: Exercise) -> str:
    """The sliders' values in words."""
    return ", ".join(slider.in_words(name, getattr(p, name)) for name, slider in exercise.sliders.items())


def add_reference(picture: Picture, exercise: Exercise, p: Parameters) -> None:
    """What the reference and the theory give."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a single realization has no deviation
        expected = exercise.reference(p)
    view = exercise.shown_view
    picture.reference = view.reference(expected, p)
    picture.theory = view.theory(p)


def add_answer(picture: Picture, exercise: Exercise, observation: Observation, p: Parameters) -> None:
    """What the answer printed, drew or stored, as traces with times of their own, and its curves."""
    picture.answer, picture.answer_curves = exercise.shown_view.answer(exercise, observation, p)


def in_words(picture: Picture, exercise: Exercise, p: Parameters) -> str:
    """What the picture shows, with numbers and units, against theory."""
    rows = picture.answer
    if rows is None:
        return f"{setting(p, exercise)}: your answer gives nothing to draw here."
    values = rows[:, 1] if rows.ndim == 3 else rows
    return f"{setting(p, exercise)}: {exercise.shown_view.sentence(values, p)}".replace("-", "−")
