"""Sliders that run the student's own answer, beside the reference and the theory."""

from __future__ import annotations

import contextlib
import os
import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from slipcheck.course import Course
from slipcheck.diagnose.stopped import stopped
from slipcheck.exercise import Exercise, Parameters
from slipcheck.judge.parse import is_untouched
from slipcheck.observe import Observation, observe
from slipcheck.observe.sketch import Sketch
from slipcheck.runs import replaced_names
from slipcheck.sliders.debounce import Latest
from slipcheck.sliders.frame import Picture
from slipcheck.sliders.frame_content import add_answer, add_reference, picture_in_words, setting
from slipcheck.sliders.scene import Scene
from slipcheck.sliders.vertical_range import Limits, far_part, fitted, holds
from slipcheck.view import times

from . import answer_cell, run_cells
from .panel import NotYet
from .slider_widgets import BOX, image, made_button, made_slider, status_sentence, tended_handles

SECONDS = 3.0  # that one frame of the answer may take
OUTSIDE = " Part of it lies outside the picture: press Fit range."


def explore(course: Course, number: int) -> None:
    """Show sliders that run the answer of an exercise with other parameters.

    In autograding nobody moves one, so there it does nothing.
    """
    try:
        exercise = course.exercise(number)
    except KeyError as unknown:
        raise NotYet(unknown.args[0]) from None
    if not exercise.sliders:
        raise NotYet(f"Exercise {number} has no sliders: nothing in it changes with a parameter.")
    if not os.environ.get("NBGRADER_EXECUTION"):
        Explorer(course, exercise).show()


class Explorer:
    """The widgets of one exercise, and the answer they run: always as it was last run."""

    def __init__(self, course: Course, exercise: Exercise):
        self.course = course
        self.exercise = exercise
        self.source: str | None = None
        self.needs_figure: str | None = None  # an answer that fails where its own figure is only sketched
        self.surroundings: dict[str, object] = {}
        self.cells_run = -1
        self.seed = exercise.parameters.seed
        self.random = "seed" in exercise.replaced_names
        parameters = exercise.parameters
        self.axis = exercise.slider_view.axis
        self.scene = Scene(exercise.slider_view, parameters.step_end * parameters.dt, course.style)
        self.picture: Picture | None = None
        self.words = self.failure = ""
        self.resetting = False
        self.frames = Latest(self.update)
        self._make_widgets()
        self.update()
        run_cells.after_each(self._answer_may_be_new)

    def _make_widgets(self) -> None:
        import ipywidgets as widgets

        self.sliders = {name: self._slider(name) for name in self.exercise.sliders}
        self.image = widgets.HTML(layout={"max_width": "100%"})
        self.text = widgets.HTML()
        buttons = [made_button("Reset", "Back to the values of the notebook", self._reset)]
        if self.random:
            buttons.append(made_button("New seed", "Other random numbers", self._new_seed))
        buttons.append(made_button("Fit range", "The vertical axis shows what is drawn now", self._fit))
        buttons.append(made_button("Whole range", "The vertical axis shows all that one slider can give", self._unfit))
        self.buttons = {button.description: button for button in buttons}
        row = widgets.HBox(buttons, layout={"flex_flow": "row wrap"})
        tended = tended_handles(self.exercise.sliders)
        self.box = widgets.VBox([*self.sliders.values(), row, self.image, self.text, tended])
        self.box.add_class(BOX)

    def _find_answer(self) -> bool:
        """Look for the answer among the cells as last run; whether it is another than before."""
        if self.cells_run == len(run_cells.cells()):
            return False
        self.cells_run = len(run_cells.cells())
        answer = answer_cell.find(self.course, self.exercise.number)
        before = self.source
        self.source = None if answer is None or is_untouched(self.exercise, answer.text) else answer.text
        self.surroundings = answer_cell.surroundings(self.course, answer)
        return self.source != before

    def _answer_may_be_new(self) -> None:
        if self._find_answer():
            self.update_soon()

    def _slider(self, name: str) -> Any:
        row = self.exercise.sliders[name]
        low = self.exercise.slider_view.lowest.get(name, row.low)
        return made_slider(row, self._first_value(name), low, self.update_soon)

    def _first_value(self, name: str) -> float:
        """The notebook's value, in the slider's unit."""
        value: float = round(getattr(self.exercise.parameters, name) / self.exercise.sliders[name].scale, 6)
        return value

    def _fit(self) -> None:
        if self.picture is not None:
            self._set_range(fitted(self.picture.values(), self.axis))

    def _unfit(self) -> None:
        self._set_range(self.axis.limits)

    def _set_range(self, limits: Limits) -> None:
        self.scene.limits = limits
        self._draw()

    def _reset(self) -> None:
        self.seed = self.exercise.parameters.seed
        self.resetting = True  # one frame for all sliders together
        for name, slider in self.sliders.items():
            slider.value = self._first_value(name)
        self.resetting = False
        self.scene.limits = self.scene.first_limits
        self.update_soon()

    def _new_seed(self) -> None:
        self.seed = random.Random().randrange(1, 10_000)
        self.update_soon()

    @property
    def parameters(self) -> Parameters:
        """The setting that the sliders show."""
        chosen = {name: slider.value * self.exercise.sliders[name].scale for name, slider in self.sliders.items()}
        whole = [name for name in chosen if self.exercise.sliders[name].whole]
        chosen |= {name: int(chosen[name]) for name in whole}
        return replace(self.exercise.parameters, seed=self.seed, **chosen)

    def update_soon(self) -> None:
        """Make a frame as soon as the sliders rest."""
        if not self.resetting:
            self.frames.ask()

    def update(self) -> None:
        """Make the frame of the sliders' values; keep the last picture where the answer fails."""
        self._find_answer()
        p = self.parameters
        picture = Picture(times(p))
        add_reference(picture, self.exercise, p)
        if self.source is None:
            self._show("Run your answer first. Until then only the reference is shown.", picture)
            return
        observation = self._observation(p)
        if observation.failure:
            self._tell_failure(observation, picture)
            return
        add_answer(picture, self.exercise, observation, p)
        self._show(picture_in_words(picture, self.exercise, p), picture)

    def _tell_failure(self, observation: Observation, reference: Picture) -> None:
        message = stopped(self.exercise, observation).message
        words = f"{message.observed} {message.means}".replace("`", "")
        text = f"{setting(self.parameters, self.exercise)}: {words}"
        if self.picture is None:
            self._show(text, reference)
        self.failure = text
        self.text.value = status_sentence(text)

    def _observation(self, p: Parameters) -> Observation:
        """A run of the answer. Where only its variables are shown, its own figure is not made, if it can do without."""
        if not self.exercise.slider_view.variables:
            return self._run(p)
        if self.source != self.needs_figure:
            observation = self._run(p, sketch=Sketch(keeps=False))
            if not observation.failure or observation.failure["kind"] != "error":
                return observation
            self.needs_figure = self.source  # it may use what a plot command returns
        with thinned(1):
            return self._run(p)

    def _run(self, p: Parameters, sketch: bool | Sketch = False) -> Observation:
        return observe(
            self.source or "",
            self.exercise.values(p),
            replacing=replaced_names(self.exercise),
            surroundings=self.surroundings,
            seconds=SECONDS,
            keep=self.exercise.slider_view.variables,
            sketch=sketch,
        )

    def _show(self, words: str, picture: Picture) -> None:
        self.words, self.picture, self.failure = words, picture, ""
        self._draw()

    def _draw(self) -> None:
        """The picture in the present vertical range, and its words."""
        if self.picture is None:
            return
        values = self.picture.answer_values()
        lost = not far_part(values, self.axis) and not holds(self.scene.limits, values, self.axis)
        words = self.words + (OUTSIDE if lost else "")
        self.image.value = image(self.scene.frame(self.picture), words)
        self.text.value = status_sentence(self.failure or words)

    def show(self) -> None:
        from IPython.display import display

        labels = ", ".join(self.exercise.sliders[name].label for name in self.sliders)
        view = {"version_major": 2, "version_minor": 0, "model_id": self.box.model_id}
        text = f"Sliders for {labels}. Run this cell to move them."
        display({"application/vnd.jupyter.widget-view+json": view, "text/plain": text}, raw=True)  # type: ignore[no-untyped-call]


@contextlib.contextmanager
def thinned(most: int) -> Iterator[None]:
    """Meanwhile, of tables with more columns than ``most``, ``plot`` draws the first ``most`` alone.

    The times a student waits for 2000 lines that nobody sees are then those of 50; what is computed stays the same.
    """
    usual = Axes.plot

    def plot(axes: Axes, *args: Any, **styles: Any) -> Any:
        return usual(axes, *(_first_columns(arg, most) for arg in args), **styles)

    patched: Any = Axes
    patched.plot = plot
    try:
        yield
    finally:
        patched.plot = usual


def _first_columns(arg: Any, most: int) -> Any:
    """
    >>> _first_columns(np.zeros((3, 70)), 50).shape, _first_columns("k.", 50)
    ((3, 50), 'k.')
    """
    return arg[:, :most] if type(arg) is np.ndarray and arg.ndim == 2 else arg
