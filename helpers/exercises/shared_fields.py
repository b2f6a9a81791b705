"""What the exercises of this course share: names, ranges of unseen parameters, accepted variants, presets.

Their predictions, which students make before they run anything, are in predictions.toml.
"""

from __future__ import annotations

import random
import tomllib
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np

from helpers.model import GIVEN, Parameters
from helpers.views import SLIDERS
from slipcheck.exercise import AcceptedVariant, Exercise, Expression, Message, StateVariable
from slipcheck.prediction import Option, Prediction

from .equations import WORDS
from .physical_quantities import UNIT_WORDS, UNITS
from .random_number_faults import noise_of_currents, noise_of_ensemble

STATE = StateVariable("V", ("v", "v_n"))


def _size(name: str, p: Parameters) -> float:
    return abs(getattr(p, name))


PLACES = {
    "mean": "v_mean", "var_n": "v_var_n", "var": "v_var", "std": "v_std", "band": "plot", "current": "i", "drawn": "i",
    "time": "t", "display": "plot", "spread": "v_var_n", "of": "v_std",
}  # fmt: skip
ARGUMENTS = {
    "ddof": "NumPy divides by n minus `ddof`.",
    "axis": "Axis 0 runs over the rows, the realizations; axis 1 runs over the columns, the times.",
    "endpoint": "Unless `endpoint` says otherwise, the last value is the end itself, and the spacing is not dt.",
    "num": "`num` says how many values there are.",
}
EXPRESSIONS = (
    *(Expression(name, partial(_size, name), (name,)) for name in ("n", "tau", "el", "r", "i_mean", "dt", "t_max")),
    Expression("step_end", lambda p: p.step_end, ("step_end", "t_max")),
    Expression("step_end - 1", lambda p: p.step_end - 1, ("step_end", "t_max")),
    Expression("t_max / dt", lambda p: p.t_max / p.dt, ("t_max",)),
    Expression("t_max - dt", lambda p: p.t_max - p.dt, ("t_max",)),
    Expression("n - 1", lambda p: p.n - 1, ("n",)),
    Expression("dt / tau", lambda p: p.dt / p.tau, ("tau",)),
    Expression("tau / dt", lambda p: p.tau / p.dt, ("tau",)),
    Expression("1 / dt", lambda p: 1 / p.dt, ("dt",)),
    Expression("r * i_mean", lambda p: p.r * p.i_mean, ("tau",)),
    Expression("the root of t_max / dt", lambda p: (p.t_max / p.dt) ** 0.5, ("t_max",), 0.005, is_code=False),
)


def _below_or_above(below: tuple[float, float], above: tuple[float, float]):
    return lambda chance: chance.choice([chance.uniform(*below), chance.uniform(*above)])


RANGES = {  # of unseen parameters: none of them holds the shown value
    "tau": _below_or_above((8e-3, 15e-3), (27e-3, 60e-3)),
    "el": _below_or_above((-75e-3, -64e-3), (-56e-3, -50e-3)),
    "r": _below_or_above((50e6, 80e6), (130e6, 200e6)),
    "i_mean": _below_or_above((8e-11, 19e-11), (31e-11, 45e-11)),
    "dt": lambda chance: chance.choice([0.4e-3, 0.5e-3, 0.7e-3, 1.3e-3, 1.6e-3, 1.9e-3]),
    "n": lambda chance: chance.choice([5, 6, 7, 8, 9, 11, 12]),
    "seed": lambda chance: chance.randrange(1, 2**31),
}


STEP_FIRST = AcceptedVariant(
    {"after": True},
    "Your loop makes the step first and shows V afterwards, so each time is beside the V of one step later. "
    "That is accepted. In these notebooks V(t) stands beside t: show it first, then make the step.",
)
NEW_CURRENT = AcceptedVariant(
    {"drive": "new"},
    "Your step uses the current at the new time. That is accepted. The equation of notebook 04 uses the current at the "
    "old time, one step before, as in notebook 07.",
)


def given_values(p: Parameters) -> dict[str, float]:
    """The plain names that an answer finds, with their values."""
    return {name: getattr(p, name) for name in GIVEN}


def with_steps(p: Parameters, fewest: int, most: int, chance: random.Random) -> Parameters:
    """``p`` with another ``t_max``, so that there are about ``fewest`` to ``most`` steps, however they are counted.

    ``int(t_max / dt)``, rounding and counting up all give the same number; ``//`` gives one less, as with the notebook's
    own parameters.

    >>> with_steps(Parameters(dt=0.7e-3), 56, 56, random.Random(1)).step_end
    56
    """
    step_end = chance.randint(fewest, most)
    while True:
        t_max = step_end * p.dt
        if int(t_max / p.dt) == len(np.arange(0, t_max, p.dt)) == step_end != int(t_max // p.dt):
            return p.but(t_max=t_max, step_end=step_end)
        step_end += 1


DRAWN_IN_LOOP = Message(
    "Random numbers are drawn inside the loop.",
    "So the currents that drive V are not those stored in `i`.",
    "Draw all of them once, before the loop, and use `i` in it.",
)
MODEL = ("dt", "tau", "el", "r", "i_mean")
INPUT: dict[str, Any] = {"varied_names": ("dt", "i_mean"), "sliders": ("i_mean",)}
POTENTIAL: dict[str, Any] = {"varied_names": MODEL, "sliders": ("tau", "i_mean")}
# Steps: with more than 100 the random term may be below -1, and the current negative. So many show it in every draw.
BOTH_SIGNS = (155, 185)
BOTH_SIGNS_OF_MANY = (110, 130)  # in an ensemble; one in lists takes too long with so many
RANDOM_TRACE: dict[str, Any] = {
    "varied_names": (*MODEL, "t_max", "seed"),
    "steps": BOTH_SIGNS,
    "sliders": ("tau", "i_mean"),
}
ARRAY_TRACE: dict[str, Any] = {
    **RANDOM_TRACE,
    "drawn_in_loop": DRAWN_IN_LOOP,
    "diagnose_random_numbers": noise_of_currents,
}
LIST_ENSEMBLE: dict[str, Any] = {
    "varied_names": (*MODEL, "t_max", "n", "seed"),
    "steps": (25, 35),
    "sliders": ("tau", "i_mean", "n"),
    "diagnose_random_numbers": noise_of_ensemble,
}
ARRAY_ENSEMBLE: dict[str, Any] = {
    **LIST_ENSEMBLE,
    "steps": BOTH_SIGNS_OF_MANY,
    "drawn_in_loop": DRAWN_IN_LOOP,
    "diagnose_random_numbers": noise_of_currents,
}


def predictions_in(file: Path) -> dict[int, tuple[Prediction, ...]]:
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


PREDICTIONS = predictions_in(Path(__file__).with_name("predictions.toml"))


def multiple_of_dt(k: int) -> Expression:
    """The time of step ``k``."""
    return Expression(f"{k} * dt", lambda p: k * p.dt, ("dt",))


def lif_exercise(*, sliders: tuple[str, ...] = (), **fields) -> Exercise:
    """An exercise of this course: ``fields`` are those of ``Exercise``, ``sliders`` the names of some."""
    steps = fields.get("parameters", Parameters()).step_end
    ends = [multiple_of_dt(k) for k in (steps, steps - 1)]  # of as many steps as the text asks for
    shared = {
        "parameters": Parameters(),
        "given": GIVEN,
        "given_examples": "`i_mean` or `el`",
        "number_names": (*GIVEN, "v", "i", "n", "step_end"),
        "ranges": RANGES if "varied_names" in fields else {},
        "with_steps": with_steps,
        "joined_names": ("dt", "t_max", "step_end") if "steps" in fields else (),
        "units": UNITS,
        "words": WORDS,
        "places": PLACES,
        "arguments": ARGUMENTS,
        "unit_words": UNIT_WORDS,
        "times": ("t", "t_range"),
        "counts": ("n", "step_end"),
        "state": STATE,
        "expressions": EXPRESSIONS if "steps" in fields else (*EXPRESSIONS, *ends),
        "predictions": PREDICTIONS.get(fields["number"], ()),
        "sliders": {name: SLIDERS[name] for name in sliders},
    }
    return Exercise(**{**shared, **fields})
