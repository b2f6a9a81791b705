"""Slips that several exercises share: of the Euler step, of the random current, of showing V at its time."""

from __future__ import annotations

import re

import numpy as np

from helpers.model import GIVEN, PERIOD, Parameters, euler_step, random_current
from slipcheck.diagnose.wrong_formulas import Formula
from slipcheck.exercise import AcceptedVariant, Message, Slip


def slip(name, seen, means, try_next, source=None, **change) -> Slip:
    """A slip that is a variant of the reference; ``source``, a pattern or a predicate, tells it from its like."""
    predicate = source if source is None or callable(source) else lambda text: re.search(source, text) is not None
    return Slip(name, Message(seen, means, try_next), change=change, source=predicate)


def shape(name, seen, means, try_next, pattern, parts=()) -> Slip:
    """A slip that shows in the observation: ``pattern`` is a function of it and the parameters."""
    return Slip(name, Message(seen, means, try_next), pattern=pattern, parts=parts)


SHOWN_AFTER = AcceptedVariant(
    {"after": True},
    "You step first and show V afterwards, so each time stands beside V one step later, as in the source's template. "
    "That is accepted. In this series V(t) stands beside t: show, then step.",
)
NEW_CURRENT = AcceptedVariant(
    {"drive": "new"},
    "You drive step k with the current at the new time, as the source does. That is accepted. Eq. (1) uses the "
    "current at the old time, step k - 1; then the trace is the one of notebook 07.",
)


def leaves_out_the_input(text: str) -> bool:
    """Whether no line that computes with dt and el mentions a current."""
    lines = [line.split("#")[0] for line in text.splitlines() if "dt" in line and "el" in line]
    return bool(lines) and not any(re.search(r"\bi(_step|_mean)?\b", line) for line in lines)


class TimeForStep:
    """The Euler step with t in the place of dt; it asks the simulation for the time."""

    wants_time = True

    def __call__(self, v, i, p, t):
        return v + t / p.tau * (p.el - v + p.r * i)


def reset(v, i, p):
    """The reset condition, which this neuron does not have yet."""
    stepped = euler_step(v, i, p)
    return np.where(stepped > p.vth, p.vr, stepped)


EULER = (
    slip("reset condition", "V is set back as soon as it passes the threshold.", "The reset condition is in your code; the neuron of this "
         "part does not spike.", "Leave the reset out: V may rise above the threshold.", step=reset),
    slip("starts from el", "V never gets further than one step away from el.", "Each step starts again from the leak potential, not from the "
         "value before.", "Which entry, or which name, holds the value before this step?",
         step=lambda v, i, p: p.el + p.dt / p.tau * (p.r * i)),
    slip("old value twice", "V doubles in each step.", "The old V is counted twice: += adds it already.",
         "Use = with the old value on the right, or += with the change alone.",
         step=lambda v, i, p: v + v + p.dt / p.tau * (p.el - v + p.r * i)),
    slip("time for time step", "The steps grow with time.", "The time t stands where the length of a step belongs.",
         "Which name is the length of one time step?", step=TimeForStep()),
    slip("no resistance", "V hardly reacts to the input.", "The current is added without the resistance, so an ampere "
         "stands where a volt belongs.", "Which factor turns a current into a voltage?",
         step=lambda v, i, p: v + p.dt / p.tau * (p.el - v + i)),
    slip("input missing", "V does not react to the input.", "The term with the current does not reach V, or is far too small.",
         "Which term of the equation brings in the input?", source=leaves_out_the_input, step=lambda v, i, p: v + p.dt / p.tau * (p.el - v)),
    slip("current divided by r", "V does not react to the input.", "The current is divided by the resistance; a voltage is "
         "resistance times current.", "Look at the operator between r and the current.", source=r"/\s*r\b",
         step=lambda v, i, p: v + p.dt / p.tau * (p.el - v + i / p.r)),
    slip("leak missing", "V rises on and on.", "Nothing pulls V back to the leak potential.",
         "Which two terms of the bracket make the leak?", step=lambda v, i, p: v + p.dt / p.tau * (p.r * i)),
    slip("step factor missing", "V jumps much too far in one step.", "The whole bracket is added, not the small part of it that "
         "belongs to one time step.", "Which fraction comes before the bracket?", step=lambda v, i, p: v + (p.el - v + p.r * i)),
    slip("tau missing", "V changes too little in each step.", "The bracket is multiplied by dt alone.",
         "How does the time constant enter?", step=lambda v, i, p: v + p.dt * (p.el - v + p.r * i)),
    slip("dt missing", "V changes too much in each step.", "The bracket is divided by tau, but not multiplied by the step.",
         "How does the length of the time step enter?", step=lambda v, i, p: v + (p.el - v + p.r * i) / p.tau),
    slip("fraction upside down", "V explodes.", "The fraction before the bracket is upside down.",
         "Should a longer time constant make the step larger or smaller?",
         step=lambda v, i, p: v + p.tau / p.dt * (p.el - v + p.r * i)),
    slip("dt times tau", "V hardly moves.", "dt and tau are multiplied.", "Which of the two stands below the line?",
         step=lambda v, i, p: v + p.dt * p.tau * (p.el - v + p.r * i)),
    slip("bracket missing", "The fraction applies to the first term only.", "Without brackets, multiplication comes before addition.",
         "Which terms does the fraction multiply? Enclose them.", step=lambda v, i, p: v + p.dt / p.tau * p.el - v + p.r * i),
    slip("leak sign", "V runs away from the leak potential.", "The sign of the leak is turned around.",
         "If V is above the leak potential, should it rise or fall?", step=lambda v, i, p: v + p.dt / p.tau * (v - p.el + p.r * i)),
    slip("leak sum", "V is pulled far down.", "el and v are added in the bracket.", "The leak is a difference.",
         step=lambda v, i, p: v + p.dt / p.tau * (p.el + v + p.r * i)),
    slip("input sign", "V falls where it should rise.", "The input is subtracted.", "Look at the sign before the input term.",
         step=lambda v, i, p: v + p.dt / p.tau * (p.el - v - p.r * i)),
    slip("minus step", "V falls where it should rise.", "The change is subtracted from V.", "Look at the sign after the old V.",
         step=lambda v, i, p: v - p.dt / p.tau * (p.el - v + p.r * i)),
    slip("old value lost", "V is only the change of one step.", "The change is stored as V; the old V is not part of it.",
         "The new value is the old value plus the change.", step=lambda v, i, p: p.dt / p.tau * (p.el - v + p.r * i)),
    slip("starts from el each time", "V always starts again from the leak potential.", "The change is added to el, not to the last V.",
         "To which value is the change of this step added?", step=lambda v, i, p: p.el + p.dt / p.tau * (p.el - v + p.r * i)),
    slip("reset for leak", "V settles at the wrong level.", "The reset potential stands where the leak potential belongs.",
         "Which of the parameters is the leak potential?", step=lambda v, i, p: v + p.dt / p.tau * (p.vr - v + p.r * i)),
    slip("threshold for leak", "V settles at the wrong level.", "The threshold stands where the leak potential belongs.",
         "Which of the parameters is the leak potential?", step=lambda v, i, p: v + p.dt / p.tau * (p.vth - v + p.r * i)),
    slip("mean current", "V rises smoothly, as with a constant current.", "The step uses the mean current, not the current of this "
         "step.", "Which name holds the current at this time?", step=lambda v, i, p: v + p.dt / p.tau * (p.el - v + p.r * p.i_mean)),
    slip("bracket around the factor", "V is multiplied by the bracket.", "The brackets enclose old value and fraction together.",
         "First multiply fraction and bracket, then add the old value.",
         step=lambda v, i, p: (v + p.dt / p.tau) * (p.el - v + p.r * i)),
)  # fmt: skip


def given(p: Parameters) -> dict:
    return {name: getattr(p, name) for name in GIVEN}


EULER_FORMULA = Formula(
    "v + dt / tau * (el - v + r * i)", ("v", "i", *GIVEN), lambda v, i, p: {**given(p), "v": v, "i": i}, (2, 0.5, 10)
)
CURRENT_FORMULA = Formula(
    "i_mean * (1 + np.sin(2 * np.pi * t / 0.01))", ("t", "i_mean", "dt", "t_max", "tau"),
    lambda t, p: {**given(p), "t": t}, (0, 1, 2, 4, 0.1, 0.001, 0.02, 10, 100),
)  # fmt: skip
NOISE_FORMULA = Formula(
    "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * u - 1))", ("i_mean", "t_max", "dt", "tau"),
    lambda xi, p: {**given(p), "u": (xi + 1) / 2}, (0, 0.5, 1, 2, 0.01, 10),
)  # fmt: skip
NOISE = (
    slip("random number from 0 to 1", "The current never falls below its mean.", "np.random.random() gives numbers from 0 to 1; "
         "they must be stretched and shifted.", "Which two operations turn the interval from 0 to 1 into the one from -1 to 1?",
         current=lambda xi, p: random_current((xi + 1) / 2, p)),
    slip("not shifted", "The current never falls below its mean, and rises too far.", "The numbers run from 0 to 2: stretched, not "
         "shifted.", "What must be subtracted?", current=lambda xi, p: random_current(xi + 1, p)),
    slip("not stretched", "The current varies only half as much as it should.", "The numbers run from -0.5 to 0.5: shifted, not "
         "stretched.", "How long is the interval from -1 to 1?", current=lambda xi, p: random_current(xi / 2, p)),
    slip("shifted too far", "The current never rises above its mean.", "The numbers run from -1 to 0.",
         "Stretch them before you shift.", current=lambda xi, p: random_current((xi - 1) / 2, p)),
    slip("brackets of the random number", "The numbers run from -2 to 0.", "The shift is doubled too.",
         "Which comes first, stretching or shifting?", current=lambda xi, p: random_current(xi - 1, p)),
    slip("no 0.1", "The current varies ten times too much.", "The factor 0.1 is missing.", "Compare the factors of the random term.",
         current=lambda xi, p: random_current(10 * xi, p)),
    slip("no square root", "The current varies too much.", "The ratio of times stands there without its root.",
         "A root is a power: which one?", current=lambda xi, p: random_current(xi * (p.t_max / p.dt) ** 0.5, p)),
    slip("no time ratio", "The current varies too little.", "The root of t_max / dt is missing.",
         "Compare the factors of the random term.", current=lambda xi, p: random_current(xi / (p.t_max / p.dt) ** 0.5, p)),
    slip("times 0.5", "The current varies too much.", "The ratio is multiplied by 0.5; a root is the power 0.5.",
         "Which operator is the power?", current=lambda xi, p: random_current(xi * 0.5 * (p.t_max / p.dt) ** 0.5, p)),
    slip("ratio upside down", "The current varies far too little.", "The ratio under the root is upside down.",
         "Which is larger, t_max or dt?", current=lambda xi, p: random_current(xi * p.dt / p.t_max, p)),
    slip("root of dt only", "The current varies too much.", "The power applies to dt alone, since it comes before the division.",
         "Enclose what the root is taken of.", current=lambda xi, p: random_current(xi * p.t_max / p.dt**0.5 / (p.t_max / p.dt) ** 0.5, p)),
    slip("no mean current", "The current is not of the size of i_mean.", "The factor i_mean is missing.",
         "What multiplies the whole bracket?", current=lambda xi, p: random_current(xi, p) / p.i_mean),
    slip("no one", "The current varies around 0, not around i_mean.", "The 1 in the bracket is missing.",
         "What is the current if the random number is 0?", current=lambda xi, p: random_current(xi, p) - p.i_mean),
    slip("bracket of the one", "The random term is not multiplied by the mean current.", "Without the bracket, i_mean multiplies the 1 only.",
         "Enclose the sum.", current=lambda xi, p: p.i_mean * 1 + random_current(xi, p) / p.i_mean - 1),
    slip("sinusoidal current", "The current is the regular one of the exercises before.", "The formula is the sinusoidal input.",
         "Use the equation of this notebook, with the random number.",
         current=lambda xi, p: p.i_mean * (1 + np.sin(2 * np.pi / PERIOD * np.arange(xi.shape[-1]) * p.dt)) + 0 * xi),
    slip("constant random number", "The same random number is used at every step.", "It is drawn once and then kept.",
         "Draw it inside the loop.", current=lambda xi, p: random_current(xi.reshape(-1)[0] + 0 * xi, p)),
    slip("seed in the loop", "The same random number comes at every step.", "The generator is seeded again in the loop, so it starts "
         "over each time.", "Seed once, before the loop.", source=r"(?m)^\s+np\.random\.seed",
         current=lambda xi, p: random_current(xi.reshape(-1)[0] + 0 * xi, p)),
)  # fmt: skip


EULER_ARRAYS = tuple(each for each in EULER if each.name != "time for time step")  # there is no t
NOISE_ARRAYS = tuple(each for each in NOISE if each.name not in ("seed in the loop", "sinusoidal current"))


def not_updated_leak(v, i, p):
    """The leak of an array form that looks up an entry not computed yet, which still holds el."""
    return v + p.dt / p.tau * (p.el - p.el + p.r * i)


NOT_YET_COMPUTED = slip(
    "entry not computed yet",
    "V rises on and on.",
    "The leak uses the entry of the new time, which still holds its start value el.",
    "Everything on the right side belongs to the step before.",
    source=r"el\s*-\s*v\w*\[\s*(:\s*,\s*)?step(\s*\+\s*1)?\s*\]",
    step=not_updated_leak,
)
__all__ = [
    "CURRENT_FORMULA",
    "EULER",
    "EULER_ARRAYS",
    "EULER_FORMULA",
    "NEW_CURRENT",
    "NOISE",
    "NOISE_ARRAYS",
    "NOISE_FORMULA",
    "NOT_YET_COMPUTED",
    "SHOWN_AFTER",
    "euler_step",
    "shape",
    "slip",
]
