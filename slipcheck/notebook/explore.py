"""Sliders that run the student's own answer, beside the reference and the theory."""

from __future__ import annotations

import contextlib
import os
import random
from collections.abc import Callable
from typing import Any

from slipcheck.course import Course
from slipcheck.diagnose.stopped import stopped
from slipcheck.exercise import Exercise, Parameters
from slipcheck.judge.parse import is_untouched
from slipcheck.observe import Observation, observe
from slipcheck.runs import replaced_names
from slipcheck.sliders.debounce import Latest
from slipcheck.sliders.fast_tables import thinned
from slipcheck.sliders.frame_content import add_answer, add_reference, in_words, setting
from slipcheck.sliders.scene import Picture, Scene
from slipcheck.view import Slider, times

from . import answer_cell, run_cells
from .panel import NotYet

WIDTH = 680  # pixels
SECONDS = 3.0  # that one frame of the answer may take


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
        import ipywidgets as widgets

        self.course = course
        self.exercise = exercise
        self.source: str | None = None
        self.surroundings: dict[str, object] = {}
        self.cells_run = -1
        self.seed = exercise.parameters.seed
        self.random = "seed" in exercise.replaced_names
        shown = exercise.parameters
        self.scene = Scene(exercise.shown_view, shown.step_end * shown.dt, course.style)
        self.sliders = {name: self._slider(widgets, name) for name in exercise.sliders}
        self.image = widgets.Image(format="png", width=WIDTH, height=380, layout={"max_width": "100%"})
        self.text = widgets.HTML()
        self.buttons = [self._button(widgets, "Reset", "Back to the values of the notebook", self._reset)]
        if self.random:
            self.buttons.append(self._button(widgets, "New seed", "Other random numbers", self._new_seed))
        self.resetting = False
        self.frames = Latest(self.update)
        self.box = widgets.VBox([*self.sliders.values(), widgets.HBox(self.buttons), self.image, self.text])
        self.update()
        run_cells.after_each(self._answer_may_be_new)

    def _find_answer(self) -> bool:
        """Look for the answer among the cells as last run; whether it is another than before."""
        if self.cells_run == len(run_cells.cells()):
            return False
        self.cells_run = len(run_cells.cells())
        answer = answer_cell.find(self.course, self.exercise.number)
        before = self.source
        self.source = None if answer is None or is_untouched(self.exercise, answer.text) else answer.text
        self.surroundings = answer_cell.surroundings(answer)
        return self.source != before

    def _answer_may_be_new(self) -> None:
        if self._find_answer():
            self.update_soon()

    def _slider(self, widgets: Any, name: str) -> Any:
        row = self.exercise.sliders[name]
        kind = widgets.IntSlider if row.whole else widgets.FloatSlider
        low = self.exercise.shown_view.lowest.get(name, row.low)
        slider = kind(
            value=getattr(self.exercise.parameters, name) / row.scale,
            min=low,
            max=row.high,
            step=row.step,
            description=row.label,
            readout_format=_readout_format(row),
            style={"description_width": "9em"},
            layout={"width": f"{WIDTH}px", "max_width": "100%"},
        )
        slider.observe(lambda _change: self.update_soon(), names="value")
        return slider

    def _button(self, widgets: Any, label: str, tooltip: str, action: Callable[[], None]) -> Any:
        button = widgets.Button(description=label, tooltip=tooltip)
        button.on_click(lambda _button: action())
        return button

    def _reset(self) -> None:
        self.seed = self.exercise.parameters.seed
        self.resetting = True  # one frame for all sliders together
        for name, slider in self.sliders.items():
            slider.value = round(getattr(self.exercise.parameters, name) / self.exercise.sliders[name].scale, 6)
        self.resetting = False
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
        return self.exercise.parameters.but(seed=self.seed, **chosen)

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
            self._say("Run your answer first. Until then only the reference is shown.", picture)
            return
        observation = self._observation(p)
        if observation.failure:
            message = stopped(self.exercise, observation).message
            words = f"{message.observed} {message.means}".replace("`", "")
            text = f"{setting(p, self.exercise)}: {words}"
            self._say(text, None if self.image.value else picture)
            return
        add_answer(picture, self.exercise, observation, p)
        outside = "" if self.scene.holds(picture) else " Part of it lies outside the picture."
        self._say(in_words(picture, self.exercise, p) + outside, picture)

    def _observation(self, p: Parameters) -> Observation:
        variables = self.exercise.shown_view.variables
        with thinned(1) if variables else contextlib.nullcontext():  # then nothing is read from the answer's own figure
            return observe(
                self.source or "",
                self.exercise.values(p),
                replacing=replaced_names(self.exercise),
                surroundings=self.surroundings,
                seconds=SECONDS,
                keep=variables,
            )

    def _say(self, text: str, picture: Picture | None) -> None:
        if picture is not None:
            self.image.value = self.scene.frame(picture)
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        self.text.value = (
            "<div role='status' aria-live='polite' style='line-height:1.4;min-height:4.2em;"
            f"max-width:{WIDTH}px'>{escaped}</div>"  # room for three lines, so that nothing below jumps
        )

    def show(self) -> None:
        from IPython.display import display

        labels = ", ".join(self.exercise.sliders[name].label for name in self.sliders)
        view = {"version_major": 2, "version_minor": 0, "model_id": self.box.model_id}
        text = f"Sliders for {labels}. Run this cell to move them."
        display({"application/vnd.jupyter.widget-view+json": view, "text/plain": text}, raw=True)  # type: ignore[no-untyped-call]


def _readout_format(row: Slider) -> str:
    """How the number beside a slider is written."""
    if row.whole:
        return "d"
    return ".1f" if row.step < 1 else ".0f"
