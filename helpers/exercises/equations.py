"""The right lines of the exercises: by them the line of an answer is found that gives another value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from slipcheck.exercise import Equation, Output

CURRENT = "i_mean * (1 + np.sin(2 * np.pi * t / 0.01))"
WORDS = {
    "step": "the number of the step",
    "t": "the time",
    "t_range": "the array of times",
    "[t] * n": "a list with the time repeated n times",
    "i": "the input current",
    "i_in": "the current",
    "i_mean": "the mean current",
    "random_num": "the random number",
    "U": "the random number",
    "XI": "the random number",
    "v": "the membrane potential",
    "v_before": "the value before this step",
    "j": "the number of the realization",
    "v_n": "the membrane potential of all realizations",
    "v_n.T": "the membrane potential with one column for each realization",
    "v_mean": "the mean",
    "v_var_n": "the squared differences",
    "v_var": "the variance",
    "v_std": "the standard deviation",
    "v_mean + v_std": "the mean plus the standard deviation",
    "v_mean - v_std": "the mean minus the standard deviation",
    "v_n[-1]": "the last realization",
    "el": "the leak potential",
    "vr": "the reset potential",
    "vth": "the firing threshold",
    "steps": "the number of steps",
    "n": "the number of realizations",
    "dt": "the time step",
    "tau": "the membrane time constant",
    "r": "the membrane resistance",
}
NOISE = "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * U - 1))"
NOISE_OF_XI = "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * XI)"
STEP = "v + dt / tau * (el - v + r * i)"
STEP_OF_ENTRY = "v_before + dt / tau * (el - v_before + r * i_in)"


def _in_list(names: Mapping[str, Any], index: Any) -> list[dict[str, Any]]:
    """Realization number ``index`` of a list, before its step."""
    return [{"v_before": names["v_n"][index], "i_in": names["i"]}]


def _in_array(names: Mapping[str, Any], index: Any) -> list[dict[str, Any]]:
    """The entry before ``index``, driven by the current of that time, or of the new one."""
    if index < 1:
        raise IndexError(index)
    v_before = names["v"][index - 1]
    return [{"v_before": v_before, "i_in": i_in} for i_in in _current_in_use_first(names, index)]


def _current_in_use_first(names: Mapping[str, Any], index: Any) -> list[float]:
    """The currents of both accepted times; a loop over ``i`` has the one that it uses in a name: that one first."""
    old, new = names["i"][index - 1], names["i"][index]
    if any(isinstance(value, float) and value == new for value in names.values()):
        return [new, old]
    return [old, new]


def _in_table(names: Mapping[str, Any], index: Any) -> list[dict[str, Any]]:
    """The column before the one of ``index``, as in an array."""
    rows, column = index
    if column < 1:
        raise IndexError(index)
    v_before = names["v_n"][rows, column - 1]
    return [{"v_before": v_before, "i_in": names["i"][rows, k]} for k in (column - 1, column)]


def _steps(names: Mapping[str, Any], index: Any) -> list[dict[str, Any]]:
    """How many time steps there are, as a whole number of a reasonable size."""
    steps = names["t_max"] / names["dt"]
    return [{"steps": int(steps)}] if 0 < steps < 5_000 else []


TEN_STEPS = Equation("step_end", ("10",), "the number of steps")
MORE_STEPS = Equation("step_end", ("25",), "the number of steps")
ALL_STEPS = Equation(
    "step_end", ("int(t_max / dt)",), "the number of steps", bind=_steps,
    advice="`step_end` should be how many steps of length `dt` fit into `t_max`, no more and no less.",
)  # fmt: skip
REALIZATIONS = Equation("n", ("50",), "the number of realizations")
TIME = Equation(
    "t", ("step * dt",), "the time of a step", depth=1,
    advice="The first step has the number 0 and the time 0, and each step takes `dt`. Work out this line for the first two steps.",
)  # fmt: skip
SINE = Equation("i", (CURRENT,), "the input current", depth=1)
START = Equation("v", ("el",), "the start value of V")
EULER = Equation("v", (STEP,), "the Euler step", depth=1)
WITH_RANDOM_NUMBER = "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)"
RANDOM_NUMBER = Equation(
    "random_num", ("2 * U - 1", "XI"), "the random number from -1 to 1", depth=1, carries=WITH_RANDOM_NUMBER, like="0.0",
    advice="What should become of a draw of 0, and of a draw of 1? Stretch, then shift.",
)  # fmt: skip
RANDOM_CURRENT = Equation("i", (WITH_RANDOM_NUMBER, NOISE, NOISE_OF_XI), "the random current", depth=1, like="0.0")
NOISY_CURRENT = Equation("i", (NOISE, NOISE_OF_XI), "the random current", depth=2, like="0.0")
START_OF_LIST = Equation("v_n", ("[el] * n",), "the list of start values")
EULER_IN_LIST = Equation(
    "v_n", (STEP_OF_ENTRY,), "the Euler step", is_entry=True, depth=2, bind=_in_list,
    line="v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)",
)  # fmt: skip
MEAN = Equation("v_mean", ("sum(v_n) / n",), "the sample mean", depth=1)
SQUARES = Equation("v_var_n", ("[(v - v_mean) ** 2 for v in v_n]",), "the squared differences from the mean", depth=1)
VARIANCE = Equation("v_var", ("sum(v_var_n) / (n - 1)",), "the sample variance", depth=1)
DEVIATION = Equation("v_std", ("v_var ** 0.5",), "the sample standard deviation", depth=1)
TIMES = Equation("t_range", ("np.linspace(0, t_max, num=steps, endpoint=False)",), "the array of times", bind=_steps)
CURRENTS = Equation("i", (NOISE, NOISE_OF_XI), "the random current", like="np.ones(step_end)")
TABLE_OF_CURRENTS = Equation("i", (NOISE, NOISE_OF_XI), "the random current", like="np.ones([n, step_end])")
START_OF_ARRAY = Equation("v", ("el * np.ones(step_end)",), "the array of start values")
EULER_IN_ARRAY = Equation(
    "v", (STEP_OF_ENTRY,), "the Euler step", is_entry=True, depth=1, bind=_in_array,
    line="v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step - 1])",
)  # fmt: skip
START_OF_TABLE = Equation("v_n", ("el * np.ones([n, step_end])",), "the array of start values")
EULER_IN_TABLE = Equation(
    "v_n", (STEP_OF_ENTRY,), "the Euler step", is_entry=True, depth=1, bind=_in_table,
    line="v_n[:, step] = v_n[:, step - 1] + dt / tau * (el - v_n[:, step - 1] + r * i[:, step - 1])",
)  # fmt: skip
MEAN_OF_TABLE = Equation("v_mean", ("np.mean(v_n, axis=0)", "sum(v_n) / n"), "the mean over realizations")
DEVIATION_OF_TABLE = Equation(
    "v_std", ("np.std(v_n, axis=0, ddof=1)", "np.std(v_n, axis=0)"), "the standard deviation over realizations"
)
INPUT = (TEN_STEPS, TIME, SINE)
PLOTTED_INPUT = (MORE_STEPS, TIME, SINE)
POTENTIAL = (TEN_STEPS, TIME, SINE, START, EULER)
PLOTTED_POTENTIAL = (ALL_STEPS, TIME, SINE, START, EULER)
RANDOM_TRACE = (ALL_STEPS, TIME, RANDOM_NUMBER, RANDOM_CURRENT, START, EULER)
LIST = (ALL_STEPS, REALIZATIONS, TIME, NOISY_CURRENT, START_OF_LIST, EULER_IN_LIST)
LIST_WITH_MEAN = (*LIST, MEAN)
LIST_WITH_DEVIATION = (*LIST_WITH_MEAN, SQUARES, VARIANCE, DEVIATION)
ARRAY = (ALL_STEPS, TIMES, CURRENTS, START_OF_ARRAY, EULER_IN_ARRAY)
ARRAY_BY_ENUMERATION = (*ARRAY[:-1], replace(EULER_IN_ARRAY, line=""))  # whose line depends on the loop
TABLE = (ALL_STEPS, REALIZATIONS, TIMES, TABLE_OF_CURRENTS, START_OF_TABLE, EULER_IN_TABLE)
TABLE_WITH_DEVIATION = (*TABLE, MEAN_OF_TABLE, DEVIATION_OF_TABLE)

PRINT_CURRENT = (Output("print", ("i",)),)
PRINT_TIME_AND_CURRENT = (Output("print", ("t", "i")),)
PRINT_TIME_AND_POTENTIAL = (Output("print", ("t", "v")),)
DRAW_CURRENT = (Output("plot", ("t", "i")),)
DRAW_POTENTIAL = (Output("plot", ("t", "v")),)
DRAW_LIST = (Output("plot", ("[t] * n", "v_n")),)
DRAW_MEAN = (*DRAW_LIST, Output("plot", ("t", "v_mean")))
DRAW_DEVIATION = (*DRAW_MEAN, Output("plot", ("t", "v_mean + v_std")), Output("plot", ("t", "v_mean - v_std")))
DRAW_ARRAY = (Output("plot", ("t_range", "v"), depth=0),)
DRAW_TABLE = (Output("plot", ("t_range", "v_n.T"), depth=0),)
DRAW_TABLE_AND_DEVIATION = (
    *DRAW_TABLE,
    Output("plot", ("t_range", "v_n[-1]"), depth=0),
    Output("plot", ("t_range", "v_mean"), depth=0),
    Output("plot", ("t_range", "v_mean + v_std"), depth=0),
    Output("plot", ("t_range", "v_mean - v_std"), depth=0),
)
FROM_ZERO = {"step": ("range(step_end)",)}
FROM_ZERO_EACH = {"step": ("range(step_end)",), "j": ("range(n)",)}
FROM_ONE = {"step": ("range(1, step_end)",)}
FROM_ONE_EACH = {"step": ("range(1, step_end)",), "j": ("range(n)",)}
ALL_BUT_ONE = {"step": ("range(step_end - 1)", "range(1, step_end)")}
