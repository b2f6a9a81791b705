"""The random numbers behind an answer's values: what is wrong with them where they are not those of the seed."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

import numpy as np

from helpers.model import Parameters, draws
from slipcheck.exercise import Message

NEAR, MOST_OF_THEM, FURTHER = 1e-6, 0.9, 4  # of the draws found in values; in FURTHER times as many of the sequence
Fault = tuple[str, Message, ast.Call | None]  # the cause, what is said of it, and the call to point at
Usual = tuple[np.ndarray, ...]  # the draws of the seed, in each form in which values show them
SEQUENCE = "After `np.random.seed`, `np.random.random` gives the numbers of one sequence, one after the other."
OTHER_ORDER = Message(
    "Your random numbers come from the sequence of the seed, but in another order than in the text.",
    f"{SEQUENCE} A second call, or a table of another shape, moves all later numbers to other places.",
    "Where does each value of the current get its one number?",
)
OWN_GENERATOR = Message(
    "This call makes a random generator of your own.",
    f"{SEQUENCE} Your own generator gives a different sequence.",
    "Which function of the text gives the next number after `np.random.seed`?",
)
SEED_GONE = (
    "The line with `np.random.seed` is gone: put it back. Which function of the text gives the next number after it?"
)
STRETCH = "The numbers of `np.random.random` lie between 0 and 1: stretch and shift them."
MADE_ANEW = Message(
    "This call makes a new random generator in every round of the loop.",
    "Each one starts its sequence anew. So all rounds get the same number.",
    "Which function of the text gives the next number after `np.random.seed`?",
)
PYTHONS_RANDOM = Message(
    "This number comes from Python's own module `random`.",
    "`np.random.seed` does not reach this module. So its numbers are not those of the text.",
    "Which function of the text gives the next number after `np.random.seed`?",
)
PYTHONS_SEED = Message(
    "This number comes from Python's own module `random`.",
    f"{SEQUENCE} This module has another sequence, and a seed of its own.",
    "Seed `np.random` as the text does. Which of its functions gives the next number?",
)
NO_SEED = Message(
    "No line of your cell sets the seed.",
    "Without a seed, you get different random numbers each time. The text asks for the numbers of one seed.",
    "Put the line with `np.random.seed` back, above the loop.",
)
OTHER_SEED = Message(
    "This is not the seed of the text.",
    f"{SEQUENCE} Another seed starts a different sequence.",
    "Compare your line with the seed with the line that was given.",
)
SIGNS = (  # how a call begins, and what it stands for
    (
        r"(np|numpy)\.random\.(default_rng|Generator)|default_rng",
        "other generator",
        OWN_GENERATOR,
    ),
    (r"((np|numpy)\.random\.)?RandomState", "other seed", OTHER_SEED),  # with the same seed, it gives the same numbers
    ("", "other generator", PYTHONS_RANDOM),
    (r"((np|numpy)\.)?(random\.)?seed", "other seed", OTHER_SEED),
)


def noise_of_points(candidates, p: Parameters, source: str) -> Fault | None:
    """What is wrong with the random numbers behind one trace."""
    traces = [points[1:] for points in candidates("points v") if points.shape[1] == p.step_end and _is_time(points[0])]
    return _wrong_noise(implied(traces[0], p), _shown(draws(p, (p.step_end,))), p, source) if traces else None


def noise_of_ensemble(candidates, p: Parameters, source: str) -> Fault | None:
    """What is wrong with the random numbers behind an ensemble that was drawn, if they are random at all."""
    tables = [table[1:] for table in candidates("ensemble") if table.shape == (p.n + 1, p.step_end)]
    xi = implied(tables[0], p) if tables else np.zeros(1)
    return _other_numbers(xi, _shown(draws(p, (p.step_end, p.n)).T), p, source) if _is_random(xi) else None


def noise_of_currents(candidates, p: Parameters, source: str) -> Fault | None:
    """What is wrong with the random numbers behind the array ``i``."""
    currents = candidates("i")
    if not currents or currents[0].size < p.step_end:
        return None
    xi = of_current(currents[0], p)
    return _wrong_noise(xi, (draws(p, xi.shape),), p, source)


def _is_time(x: np.ndarray) -> bool:
    """Whether what is drawn as x runs evenly from left to right, as the times of all steps do."""
    apart = np.diff(x)
    return bool(apart.size and apart.mean() > 0 and np.ptp(apart) < 1e-3 * apart.mean())


def _wrong_noise(xi: np.ndarray, usual: Usual, p: Parameters, source: str) -> Fault | None:
    if not np.isfinite(xi).all() or np.ptp(xi) > 20:
        return None
    if np.ptp(xi) < 1e-6:
        call = _generator_in_a_loop(source)
        return ("other generator", MADE_ANEW, call) if call is not None else None
    if np.all(np.diff(np.atleast_2d(xi)) > 0):
        observed = "The numbers in your currents rise from step to step."
        means = "So they are not random: random numbers come in no order."
        return "numbers in order", Message(observed, means, "Which function draws a random number?"), None
    low = xi.min()
    high = xi.max()
    different = len(np.unique(np.round(xi, 6)))
    if different <= 12:
        what, means = f"take {different} different values only", "Any value between -1 and 1 should be possible."
    elif high > 1.001 or low < -1.001:
        what, means = f"run from {low:.2f} to {high:.2f}", "They should lie between -1 and 1."
    elif not _is_spread_evenly(xi):
        what, means = "are not spread evenly between -1 and 1", "Every part of the interval should be equally likely."
    elif not _is_random(xi):
        what, means = "come again", "Each time step needs a random number of its own."
    else:
        return _other_numbers(xi, usual, p, source)
    observed = f"The random numbers behind your currents {what}."
    advice = "Which function draws them, and what is done to them afterwards?"
    return "random numbers", Message(observed, means, advice), _only_draw(source)


def _only_draw(source: str) -> ast.Call | None:
    """The one call that draws random numbers, if its function is not one that draws evenly: then another line is at fault."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    drawing = [call for call in calls if re.match(r"(np|numpy)\.random\.(?!seed\b)\w+$", ast.unparse(call.func))]
    is_even = any(re.search(r"\.(random|rand|random_sample|uniform)$", ast.unparse(call.func)) for call in drawing)
    return drawing[0] if len(drawing) == 1 and not is_even else None


def _shown(xi: np.ndarray) -> Usual:
    """The draws that show in the values at each time, before the step and after it."""
    return xi[..., :-1], xi[..., 1:]


def _other_numbers(xi: np.ndarray, usual: Usual, p: Parameters, source: str) -> Fault | None:
    """What is wrong with draws that look as they should, where they are not the usual ones."""
    if any(xi.shape == draw.shape and np.allclose(xi, draw, atol=NEAR) for draw in usual):
        return None
    if _share_of(xi, draws(p, (FURTHER * max(xi.size, p.n * p.step_end),))) > MOST_OF_THEM:
        return "other order of draws", OTHER_ORDER, None
    for sign, cause, message in SIGNS:
        call = _call(source, sign) if sign else _of_python(source)
        if call is not None and not (cause == "other seed" and _is_the_given_seed(call, p)):
            draw = _drawn_from(source, call) if message is OWN_GENERATOR else None
            if message is PYTHONS_RANDOM and _call(source, r"(np|numpy)\.random\.seed") is None:
                message = PYTHONS_SEED
            said = message if draw is None else _of_a_generator_above(draw, call)
            if message is OWN_GENERATOR and _call(source, r"(np|numpy)\.random\.seed") is None:
                said = replace(said, next=SEED_GONE)
            return cause, _with_the_stretch(said, draw or call), draw or call
    return ("no seed", NO_SEED, None) if call is None else None


def _drawn_from(source: str, made: ast.Call) -> ast.Call | None:
    """The only call that draws from the generator which the other call makes, in another line."""
    tree = ast.parse(source)
    lines = [node for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    name = next((getattr(s.targets[0], "id", "") for s in lines if ast.dump(s.value) == ast.dump(made)), "")
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    draws = [call for call in calls if getattr(call.func.value, "id", "") == name]  # type: ignore[attr-defined]
    return draws[0] if name and len(draws) == 1 and draws[0].lineno != made.lineno else None


def _with_the_stretch(said: Message, call: ast.Call) -> Message:
    """With what is to be done to the numbers of the function that is asked for, where the call has limits."""
    if said is OTHER_SEED or not ast.unparse(call.func).endswith("uniform") or len(call.args) < 2:
        return said
    return replace(said, next=f"{said.next} {STRETCH}")


def _of_a_generator_above(draw: ast.Call, made: ast.Call) -> Message:
    name = ast.unparse(draw.func).partition(".")[0]
    observed = f"The random numbers come from `{name}`, the generator that line {made.lineno} makes."
    return Message(observed, OWN_GENERATOR.means.replace("Your own generator", f"`{name}`"), OWN_GENERATOR.next)


def _is_the_given_seed(call: ast.Call, p: Parameters) -> bool:
    """Whether a call sets the seed of the text, in whose place a run with another seed puts its own, or that one."""
    seed = ast.unparse(call.args[0]) if call.args else ""
    return seed in (str(Parameters().seed), str(p.seed))


def _generator_in_a_loop(source: str) -> ast.Call | None:
    """A call in a loop that makes a random generator of the student's own."""
    loops = [node for node in ast.walk(ast.parse(source)) if isinstance(node, (ast.For, ast.While))]
    calls = [node for loop in loops for node in ast.walk(loop) if isinstance(node, ast.Call)]
    return next((call for call in calls if re.match(SIGNS[0][0], ast.unparse(call.func))), None)


def _of_python(source: str) -> ast.Call | None:
    """The first call of a function of Python's own module `random`, under the name that its import gives it."""
    tree = ast.parse(source)
    modules = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name == "random"
    }
    functions = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "random"
        for alias in node.names
    }
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        module, _, function = ast.unparse(call.func).rpartition(".")
        if function != "seed" and (module in modules if module else function in functions):
            return call
    return None


def _call(source: str, sign: str) -> ast.Call | None:
    """The first call of a function whose name, as it is written, begins with the sign."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return next((call for call in calls if re.match(sign, ast.unparse(call.func))), None)


def _share_of(xi: np.ndarray, sequence: np.ndarray) -> float:
    """Which share of the values is in the sequence."""
    ordered = np.sort(sequence)
    after = np.clip(np.searchsorted(ordered, xi.ravel()), 1, len(ordered) - 1)
    apart = np.minimum(np.abs(ordered[after] - xi.ravel()), np.abs(ordered[after - 1] - xi.ravel()))
    return float(np.mean(apart < NEAR))


def implied(v: np.ndarray, p: Parameters) -> np.ndarray:
    """The draws xi that lead from each voltage to the next by the Euler rule: from shape (..., k + 1) to (..., k)."""
    i = ((v[..., 1:] - v[..., :-1]) * p.tau / p.dt - p.el + v[..., :-1]) / p.r
    return of_current(i, p)


def of_current(i: np.ndarray, p: Parameters) -> np.ndarray:
    """The draws xi behind currents: I = i_mean (1 + 0.1 sqrt(t_max / dt) xi), solved for xi."""
    return (i / p.i_mean - 1) / (0.1 * (p.t_max / p.dt) ** 0.5)


def _is_random(xi: np.ndarray) -> bool:
    """Whether draws are spread evenly, and none comes again."""
    return _is_spread_evenly(xi) and len(np.unique(xi)) == xi.size


def _is_spread_evenly(xi: np.ndarray) -> bool:
    """Whether draws lie in (-1, 1) with the same density everywhere, as far as chance allows."""
    m = xi.size
    if m < 20 or not np.isfinite(xi).all() or np.abs(xi).max() > 1 + 1e-6:
        return False
    ordered = np.sort(xi, axis=None)
    ks = np.abs((ordered + 1) / 2 - (np.arange(m) + 0.5) / m).max()
    edges = ordered[-1] > 1 - 25 / m and ordered[0] < -1 + 25 / m
    if ks > 2.5 / m**0.5 or not edges:
        return False
    return bool(abs(xi.mean()) <= 4.5 * (1 / 3 / m) ** 0.5 and abs((xi**2).mean() - 1 / 3) <= 4.5 * (4 / 45 / m) ** 0.5)
