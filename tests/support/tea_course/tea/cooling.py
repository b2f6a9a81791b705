"""Exercise 1: a cup of tea cools."""

import numpy as np

from slipcheck.exercise import Exercise, Message, Part, Slip
from slipcheck.judge.quantities import Printed
from slipcheck.sliders import traces
from slipcheck.view import Axis, Slider, View, times

from .model import Parameters, cooling_step


def reference(p: Parameters, *, step=cooling_step) -> dict[str, np.ndarray]:
    """The printed pairs of time and temperature."""
    values = [p.start]
    for _ in range(1, p.step_end):
        values.append(step(values[-1], p))
    return {"t, temperature": np.column_stack([times(p), values])}


HOTTER = Message("Your tea gets hotter by itself.", "The sign of the change is turned.", "Which is warmer?")
EXERCISE = Exercise(
    number=1,
    title="Cooling tea",
    parameters=Parameters(),
    given=("dt", "k", "start", "room"),
    reference=reference,
    quantities=(Printed("t, temperature", ("0", "2")),),
    parts=(
        Part("numbers", "ten times and temperatures are printed, and they are right", 2, ("t, temperature",)),
        Part("parameters", "right with other parameters too", 1, ("t, temperature",), unseen_parameters=True),
    ),
    slips=(Slip("heats up", HOTTER, {"step": lambda value, p: value - p.dt * p.k * (p.room - value)}),),
    hints=(
        "Hot tea cools fast, lukewarm tea slowly: the change depends on the difference to the room.",
        "A step adds the time step, times the rate, times a difference of two temperatures.",
    ),
    placeholders=1,
    ranges={"dt": (10.0, 25.0), "k": (0.003, 0.005), "start": (60.0, 80.0), "room": (5.0, 15.0)},
    sliders={"room": Slider("room (°C)", -10, 40, 1, 1, " °C")},
    view=View(
        Axis(1.0, "temperature (°C)", (-15, 95), "theory"),
        reference=lambda expected, p: expected["t, temperature"].T[1:],
        answer=traces.printed,
        theory=lambda p: [p.room + (p.start - p.room) * np.exp(-p.k * times(p))],
        sentence=lambda values, p: f"your tea ends at {values[0, -1]:.1f} °C.",
    ),
)
