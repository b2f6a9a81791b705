"""The content of one frame of the sliders, before it is drawn: the reference, the answer's traces, a sentence."""

from __future__ import annotations

import warnings

import numpy as np

from slipcheck.exercise import Exercise, Parameters
from slipcheck.observe import Observation

from .frame import Picture
from .vertical_range import far_part


def setting(p: Parameters, exercise: Exercise) -> str:
    """The sliders' values in words."""
    return ", ".join(slider.in_words(name, getattr(p, name)) for name, slider in exercise.sliders.items())


def add_reference(picture: Picture, exercise: Exercise, p: Parameters) -> None:
    """What the reference and the theory give."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a single realization has no deviation
        expected = exercise.reference(p)
    view = exercise.slider_view
    picture.reference = view.reference(expected, p)
    picture.theory = view.theory(p)


def add_answer(picture: Picture, exercise: Exercise, observation: Observation, p: Parameters) -> None:
    """What the answer printed, drew or stored, as traces with times of their own, and its curves."""
    picture.answer, picture.answer_curves = exercise.slider_view.answer(exercise, observation, p)


def picture_in_words(picture: Picture, exercise: Exercise, p: Parameters) -> str:
    """What the picture shows, with numbers and units, against theory."""
    values = picture.traces()[1]
    words = _without_numbers(values, exercise) or exercise.slider_view.sentence(values, p)
    return f"{setting(p, exercise)}: {words}".replace("-", "−")


def _without_numbers(values: np.ndarray, exercise: Exercise) -> str:
    """What is said of values that tell nothing as numbers; nothing of all others."""
    if not values.size:
        return "your answer gives nothing to draw here."
    far = far_part([values], exercise.slider_view.axis)
    if np.isnan(values).any():
        return "some of your values are not numbers (nan)."
    whose = "your values lie" if far == 1 else "some of your values lie"
    return f"{whose} far outside the picture." if far else ""
