"""Exercise 1: a cup of tea cools."""

from __future__ import annotations

import numpy as np

from slipcheck.exercise import AcceptedVariant, Equation, Exercise, Expression, Message, Part, Slip, StateVariable
from slipcheck.judge.quantities import Printed
from slipcheck.sliders import traces
from slipcheck.view import Axis, Slider, View, times

from .model import Parameters, cooling_step, temperatures

GIVEN = ("dt", "k", "start", "room")
PARAMETERS = Parameters()


def reference(p: Parameters, *, step=cooling_step, after: bool = False) -> dict[str, np.ndarray]:
    """The printed pairs of time (s) and temperature (°C); ``after``: the temperature one step later."""
    values = temperatures(p, step)
    return {"t, temperature": np.column_stack([times(p), values[1:] if after else values[:-1]])}


def names(temperature, p: Parameters) -> dict:
    """The values of the names in the formula of one step."""
    return {name: getattr(p, name) for name in GIVEN} | {"temperature": temperature}


def in_theory(p: Parameters) -> list[np.ndarray]:
    """Newton's law without time steps: an exponential."""
    return [p.room + (p.start - p.room) * np.exp(-p.k * times(p))]


def in_words(values: np.ndarray, p: Parameters) -> str:
    """The end of the curve, against theory."""
    return f"your tea ends at {values[0, -1]:.1f} °C; theory expects {in_theory(p)[0][-1]:.1f} °C."


EXERCISE = Exercise(
    number=1,
    title="Cooling tea",
    parameters=PARAMETERS,
    reference=reference,
    quantities=(Printed("t, temperature", ("0", "2")),),
    parts=(
        Part("numbers", "ten times and temperatures are printed, and they are right", 2, ("t, temperature",)),
        Part("parameters", "right with other parameters too", 1, ("t, temperature",), unseen_parameters=True),
    ),
    slips=(
        Slip(
            "heats up",
            Message("Your tea gets hotter by itself.", "The sign of the change is turned.", "Which is warmer?"),
            change={"step": lambda value, p: value - p.dt * p.k * (p.room - value)},
            formula="temperature - dt * k * (room - temperature)",
        ),
        Slip(
            "room forgotten",
            Message("Your tea cools as if the room were at 0 °C.", "The room is missing.", "What does tea cool to?"),
            change={"step": lambda value, p: value - p.dt * p.k * value},
        ),
        Slip(
            "same loss each step",
            Message("Your tea loses as much in each step.", "The difference never changes.", "Which name changes?"),
            change={"step": lambda value, p: value + p.dt * p.k * (p.room - p.start)},
        ),
    ),
    hints=(
        "Hot tea cools fast, lukewarm tea slowly: the change depends on the difference to the room.",
        "A step adds the time step, times the rate, times a difference of two temperatures.",
    ),
    another="The change can be added in place: `temperature += ...` with the change alone on the right.",
    placeholders=1,
    varied_names=GIVEN,
    accepted_variants=(AcceptedVariant({"after": True}, "You step first and print afterwards. That is accepted."),),
    given=GIVEN,
    parameter_names=GIVEN,
    equations=(Equation("temperature", ("temperature + dt * k * (room - temperature)",), "the step", depth=1),),
    number_names=(*GIVEN, "temperature"),
    ranges={
        "dt": lambda chance: chance.choice([10.0, 20.0, 45.0]),
        "k": lambda chance: chance.uniform(0.003, 0.005),
        "start": lambda chance: chance.uniform(60, 80),
        "room": lambda chance: chance.uniform(5, 15),
    },
    units={"t, temperature": "°C"},
    state=StateVariable("T", ("temperature",)),
    expressions=tuple(Expression(name, lambda p, name=name: getattr(p, name), (name,)) for name in GIVEN),
    sliders={
        "k": Slider("k (10⁻³ per s)", 0, 10, 0.5, 1e-3, " × 10⁻³ per s"),
        "room": Slider("room (°C)", -10, 40, 1, 1, " °C"),
    },
    view=View(
        Axis(1.0, "temperature (°C)", (-15, 95), "theory"),
        lambda expected, p: expected["t, temperature"].T[1:],
        in_theory,
        traces.printed,
        in_words,
    ),
)
