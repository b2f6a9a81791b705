"""Slips of the Euler step: each is the line that a student would type in place of the right one."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import count

import numpy as np

from helpers.model import Parameters, euler_step, membrane_potential
from slipcheck.diagnose.known_slips import Formula, compiled
from slipcheck.exercise import Slip

from .shared_fields import given_values
from .slip_rows import formula_rows, slip, written

EULER_FORMULA = Formula(
    "v + dt / tau * (el - v + r * i)",
    lambda v, i, p: {**given_values(p), "v": v, "i": i},
)
wrong_step = formula_rows("step", EULER_FORMULA)

TIME_FOR_STEP = "v + t / tau * (el - v + r * i)"
step_with_time = compiled(TIME_FOR_STEP, lambda v, i, p, t: {**given_values(p), "v": v, "i": i, "t": t})


def with_time_for_step(i: np.ndarray, p: Parameters, step=euler_step, start: float | None = None) -> np.ndarray:
    """The simulation in which the time stands in the place of the time step; it counts the steps itself."""
    steps = count()
    return membrane_potential(i, p, lambda v, i, p: step_with_time(v, i, p, next(steps) * p.dt), start)


def leaves_out_the_input(text: str) -> bool:
    """Whether no line that computes with dt and el mentions a current."""
    lines = [line.split("#")[0] for line in text.splitlines() if "dt" in line and "el" in line]
    return bool(lines) and not any(re.search(r"\bi(_step|_mean)?\b", line) for line in lines)


def has_the_mean_input(text: str) -> bool:
    """Whether a number in the text is what the mean current adds to the leak potential."""
    numbers = re.findall(r"(?<![\w.])\d*\.?\d+(?:e[-+]?\d+)?\b", text)
    return any(math.isclose(float(number), Parameters().r * Parameters().i_mean) for number in numbers)


EXACT_STEP = "el + r * {i} + (v - el - r * {i}) * np.exp(-dt / tau)"
FROM_REST = "el + r * {i} * (1 - np.exp(-t / tau))"
SOLUTIONS = (
    *(
        written("solution for a step", "this line is the solution of the equation for a constant current.", "The text asks for the Euler step, "
                "which needs no exponential function.", "How does the text get from V(t) to V(t + dt)?", EXACT_STEP.format(i=current))
        for current in ("i", "i_mean")
    ),
    *(
        written("solution from rest", "this line is the solution of the equation for a constant current.", "Here the current changes from step to step, "
                "and the membrane potential of the step before is not in this line.", "How does the text get from V(t) to V(t + dt)?", FROM_REST.format(i=current))
        for current in ("i", "i_mean")
    ),
)  # fmt: skip
EULER = (
    *SOLUTIONS,
    wrong_step("reset condition", "V is set back as soon as it passes the threshold.", "That is the reset condition, and the neuron of this "
               "part does not spike.", "Leave the reset out, with its condition: V may rise above the threshold.", f"np.where({EULER_FORMULA.text} > vth, vr, {EULER_FORMULA.text})"),
    wrong_step("starts from el", "V never gets further than one step away from el.", "Each step starts again from the leak potential, not from the "
               "value before.", "Which entry, or which name, holds the value before this step?",
               "el + dt / tau * (r * i)"),
    wrong_step("implicit step", "Each step is a little too small.", "The leak is taken at the new potential: that is the implicit (backward) Euler "
               "step.", "Where does the formula of the text take V: before the step or after it?",
               "(v + dt / tau * (el + r * i)) / (1 + dt / tau)"),
    wrong_step("old value twice", "V doubles in each step.", "The old V is counted twice: += adds it already.",
               "What should += add: the change alone, or the whole new value?", "v + v + dt / tau * (el - v + r * i)", source=r"\+="),
    wrong_step("old value twice", "V doubles in each step.", "The old V is counted twice.",
               "How often does the old V stand in the formula of the text?", "v + v + dt / tau * (el - v + r * i)"),
    slip("time for time step", "The steps grow with time.", "The time t is where the length of a step belongs.",
         "Which name is the length of one time step?", source=r"\bt\s*/|/\s*tau\s*\*\s*t\b|\*\s*t\s*/", formula=TIME_FOR_STEP, simulate=with_time_for_step),
    wrong_step("no resistance", "V hardly reacts to the input.", "The current is added without the resistance, so there is an "
               "ampere where a volt belongs.", "Which factor turns a current into a voltage?",
               "v + dt / tau * (el - v + i)"),
    wrong_step("input missing", "V does not react to the input.", "Without it V only relaxes to the leak potential.",
               "Which term of the equation brings in the input?", "v + dt / tau * (el - v)", source=leaves_out_the_input),
    wrong_step("current divided by r", "V does not react to the input.", "The current is divided by the resistance; a voltage is "
               "resistance times current.", "Look at the operator between r and the current.", "v + dt / tau * (el - v + i / r)", source=r"\bi\w*(\[[^]]*\])?\s*/\s*r\b"),
    wrong_step("sum of currents", "V hardly moves.", "The bracket is a sum of currents, and a voltage is needed there.", "Take the division "
               "by r away from the leak. Which factor turns the current into a voltage?", "v + dt / tau * ((el - v) / r + i)"),
    wrong_step("leak missing", "V rises on and on.", "Nothing pulls V back to the leak potential.",
               "Which two terms of the bracket make the leak?", "v + dt / tau * (r * i)"),
    wrong_step("step factor missing", "V jumps much too far in one step.", "The whole bracket is added, not the small part of it that "
               "belongs to one time step.", "Which fraction comes before the bracket?", "v + (el - v + r * i)"),
    wrong_step("tau missing", "V changes too little in each step.", "The bracket is multiplied by dt alone.",
               "How does the time constant enter?", "v + dt * (el - v + r * i)"),
    wrong_step("dt missing", "V changes too much in each step.", "The bracket is divided by tau, but not multiplied by the length of a time step.",
               "In the text, which fraction is in front of the bracket?", "v + (el - v + r * i) / tau"),
    wrong_step("fraction upside down", "V explodes.", "The fraction before the bracket is upside down.",
               "Should a longer time constant make the step larger or smaller?",
               "v + tau / dt * (el - v + r * i)"),
    wrong_step("dt times tau", "V hardly moves.", "dt and tau are multiplied.", "Which of the two is below the fraction line?",
               "v + dt * tau * (el - v + r * i)"),
    wrong_step("bracket missing", "The fraction applies to the first term only.", "Without brackets, multiplication comes before addition.",
               "Which terms should the fraction multiply? Enclose them in brackets.", "v + dt / tau * el - v + r * i"),
    wrong_step("leak sign", "V runs away from the leak potential.", "The sign of the leak is turned around.",
               "Without input current, should a V above the leak potential rise or fall?", "v + dt / tau * (v - el + r * i)"),
    wrong_step("leak sum", "V is pulled far down.", "el and v are added in the bracket.", "The leak is a difference.",
               "v + dt / tau * (el + v + r * i)"),
    wrong_step("input sign", "V falls where it should rise.", "The input is subtracted.", "Look at the sign before the input term.",
               "v + dt / tau * (el - v - r * i)"),
    wrong_step("minus step", "V falls where it should rise.", "The change is subtracted from V.", "Look at the sign after the old V.",
               "v - dt / tau * (el - v + r * i)", source=r"-=|(^|=)\s*\(?v\w*(\[[^]]*\])?\s*-"),
    wrong_step("old value lost", "V is only the change of one step.", "The change is stored as V; the old V is not part of it.",
               "The new value is the old value plus the change.", "dt / tau * (el - v + r * i)"),
    wrong_step("starts from el each time", "V always starts again from the leak potential.", "The change is added to el. It should be added to the membrane potential of the step before.",
               "Which name holds the membrane potential of the step before?", "el + dt / tau * (el - v + r * i)"),
    wrong_step("reset for leak", "V settles at the wrong level.", "The reset potential is where the leak potential belongs.",
               "Which of the parameters is the leak potential?", "v + dt / tau * (vr - v + r * i)"),
    wrong_step("threshold for leak", "V settles at the wrong level.", "The threshold is where the leak potential belongs.",
               "Which of the parameters is the leak potential?", "v + dt / tau * (vth - v + r * i)"),
    wrong_step("mean current", "V rises smoothly, as with a constant current.", "This number is `r` times the mean current, and stays the same when the current changes.",
               "Which formula of the text gives this voltage from the current of the step?", "v + dt / tau * (el - v + r * i_mean)", source=has_the_mean_input),
    wrong_step("mean current", "V rises smoothly, as with a constant current.", "The step uses the mean current, not the current of this "
               "step.", "Which name holds the current at this time?", "v + dt / tau * (el - v + r * i_mean)"),
    wrong_step("bracket around the factor", "V is multiplied by the bracket.", "The brackets enclose old value and fraction together.",
               "First multiply fraction and bracket, then add the old value.",
               "(v + dt / tau) * (el - v + r * i)"),
)  # fmt: skip


def not_updated_leak(v: np.ndarray, i: np.ndarray, p: Parameters) -> np.ndarray:
    """The leak of an array form that looks up an entry not computed yet, which still holds el."""
    return v + p.dt / p.tau * (p.el - p.el + p.r * i)


EULER_ARRAYS = tuple(row for row in EULER if row.name != "time for time step")  # there is no t
NOT_YET_COMPUTED = slip(
    "entry not computed yet",
    "V rises on and on.",
    "The leak uses the entry of the new time, which still holds its start value el.",
    "Each V on the right side belongs to the step before.",
    source=r"el\s*-\s*v\w*\[\s*(:\s*,\s*)?step(\s*\+\s*1)?\s*\]",
    step=not_updated_leak,
)
LOOP_FROM_ZERO = slip(
    "loop from 0",
    "The first value is changed.",
    "The loop starts at 0, so the first entry is computed from the last one: index -1.",
    "At which step does the first new value appear?",
    stored=lambda v, i, p: membrane_potential(i, p, start=euler_step(p.el, i[..., -1], p))[..., : i.shape[-1]],
)


def steps_by_formula(name: str) -> tuple[Slip, ...]:
    """The slips of the step of this name, for exercises in which it is no new topic."""
    return tuple(replace(row, change=None, about=name) for row in EULER if row.formula)
