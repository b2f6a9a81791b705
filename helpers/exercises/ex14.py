"""Exercise 14: mean and standard deviation over an axis."""

import numpy as np

from helpers import views
from helpers.model import sample_std
from slipcheck.exercise import AcceptedVariant, Message, Part
from slipcheck.judge.curve_rules import band_for_curves, kind_of_the_edge, tables_with_gaps
from slipcheck.judge.figure_rules import legend, visible
from slipcheck.judge.quantities import Curve, Variable, close
from slipcheck.observe.plain import as_array

from . import equations
from .euler_slips import steps_by_formula
from .figure_slips import FIGURE_SWAPPED
from .noise_slips import CLIPPED, NOISE_BY_FORMULA
from .physical_quantities import VOLTAGE, labels, unit_notes
from .references import in_tables
from .shared_fields import ARRAY_ENSEMBLE, NEW_CURRENT, lif_exercise
from .slip_rows import slip

BY_N = AcceptedVariant(
    {"std": lambda v_n: sample_std(v_n, ddof=0)},
    "Your deviation divides by n, as np.std does by itself. That is accepted. The sample standard deviation of notebook 10 divides by "
    "n - 1: that is ddof=1.",
)


def curves_drawn(observation, p):
    """The answer's own v_mean, and v_mean plus and minus its own v_std, are drawn against time."""
    mean, std = (as_array(observation.variables.get(name)) for name in ("v_mean", "v_std"))
    if mean is not None and std is not None and std.shape == () and mean.shape == (p.step_end,):
        std = np.broadcast_to(std, mean.shape)  # wrong, and drawn as it is
    missing = [name for name in ("v_mean", "v_std") if name not in observation.variables]
    if missing:
        return "no curves", Message(
            f"There is no `{missing[0]}` after your cell has run.",
            "The check looks for the curves by the values of `v_mean` and `v_std`.",
            "Use the names of the exercise.",
        )
    if mean is None or std is None or mean.shape != (p.step_end,) or std.shape != (p.step_end,):
        return "no curves", Message(
            "v_mean or v_std does not hold one value a time step.",
            "A curve needs one value at each time.",
            "Look at the axis over which mean and deviation are taken.",
        )
    with_gaps = [table[[0, row]] for table in tables_with_gaps(observation, VOLTAGE) for row in range(1, len(table))]
    drawn = [*Curve("v", VOLTAGE).candidates(observation, p), *with_gaps]
    curves = [curve for curve in drawn if curve.shape[1] == p.step_end]
    asked = {"the mean": mean, "mean plus deviation": mean + std, "mean minus deviation": mean - std}
    missing = {
        what: values
        for what, values in asked.items()
        if not any(
            close(curve[1], values) and np.abs(curve[0] - np.arange(p.step_end) * p.dt).max() < p.dt / 2
            for curve in curves
        )
    }
    if not missing:
        return None
    kinds = [kind_of_the_edge(observation, VOLTAGE, values[-1]) for values in missing.values()]
    if kinds[0] is not None and None not in kinds:
        return band_for_curves(list(missing), kinds[0])
    return "curve missing", Message(
        f"The curve of {next(iter(missing))} is not in the figure.",
        "Three curves are asked for: the mean, and the mean plus and minus the deviation.",
        "Compare what each plot command draws with these three, times first.",
    )


def before_the_loop(text: str) -> bool:
    """Whether the mean is computed above the last loop."""
    return 0 <= text.find("v_mean") < text.rfind("for ")


SLIPS = (
    CLIPPED,
    FIGURE_SWAPPED,
    slip("ddof", "v_std is several times too large.", "ddof is what is subtracted from n, not the number to divide by.",
         "n minus which number is asked for?", source="ddof", std=lambda v_n: v_n.std(axis=0, ddof=1) * (len(v_n) - 1) ** 0.5),
    slip("sum not divided", "v_std is several times too large.", "The sum of the squares is not divided.",
         "What is below the fraction line in the text?", std=lambda v_n: v_n.std(axis=0, ddof=1) * (len(v_n) - 1) ** 0.5),
    slip("factor of the variance", "v_std is a little too large.", "This factor corrects a variance that is divided by n. A deviation is the root of a variance.",
         "What must be done with this factor before it fits a deviation?",
         source=lambda text: "ddof" not in text and "sqrt" not in text,
         line="the deviation is multiplied by n / (n - 1).", formula="np.std(v_n, axis=0) * n / (n - 1)", std=lambda v_n: v_n.std(axis=0) * len(v_n) / (len(v_n) - 1)),
    slip("factor of the variance", "v_std is a little too large.", "With `ddof=1` the deviation is made with n - 1 already. It needs no further factor.",
         "Does the text ask for this factor?", line="the deviation is multiplied by n / (n - 1).", source=r"ddof",
         formula="np.std(v_n, axis=0, ddof=1) * n / (n - 1)", std=lambda v_n: v_n.std(axis=0, ddof=1) * len(v_n) / (len(v_n) - 1)),
    slip("deviation of the current", "v_std is far too small.", "`v_std` is the deviation of the currents.", "Which array holds the potentials?",
         of="i"),
    slip("before the simulation", "v_mean stays at the leak potential.", "The statistics are computed before the loop has filled v_n.",
         "Compute them after the loop.", source=before_the_loop, mean=lambda v_n: 0 * v_n[0] + v_n[0, 0], std=lambda v_n: 0 * v_n[0]),
    slip("no axis for the deviation", "v_std is a single number.", "Without an axis, numpy takes the deviation over everything.",
         "Name the axis of the realizations.", std=lambda v_n: v_n.std(ddof=1)),
    slip("no axis for the deviation", "v_std is a single number.", "Without an axis, numpy takes the deviation over everything.",
         "Name the axis of the realizations.", std=lambda v_n: v_n.std()),
    slip("bracket of n - 1", "v_std is not a number.", "Without brackets around n - 1, 1 is subtracted from the variance, which becomes negative.",
         "Put brackets around all that is below the fraction line.", source=r"/\s*n\s*-\s*1", std=lambda v_n: np.sqrt(v_n.var(axis=0) - 1)),
    slip("wrong axis of the mean", "v_mean has one value a realization.", "The mean is taken over time.", "Which axis are the realizations?",
         mean=lambda v_n: v_n.mean(axis=1)),
    slip("wrong axis", "v_mean and v_std have one value a realization.", "Mean and deviation are taken over time, not over the realizations.", "Which axis are the realizations?",
         mean=lambda v_n: v_n.mean(axis=1), std=lambda v_n: v_n.std(axis=1, ddof=1)),
    slip("wrong axis", "v_mean and v_std have one value a realization.", "Mean and deviation are taken over time, not over the realizations.", "Which axis are the realizations?",
         mean=lambda v_n: v_n.mean(axis=1), std=lambda v_n: v_n.std(axis=1)),
    slip("wrong axis of the deviation", "v_std has one value a realization.", "The deviation is taken over time.", "Which axis are the realizations?",
         std=lambda v_n: v_n.std(axis=1, ddof=1)),
    slip("no axis", "v_mean is one number.", "Without an axis, numpy averages over everything.", "Name the axis of the realizations.",
         mean=lambda v_n: v_n.mean()),
    slip("no axis", "v_mean and v_std are single numbers.", "Without an axis, numpy averages over everything.", "Name the axis of the realizations.",
         mean=lambda v_n: v_n.mean(), std=lambda v_n: v_n.std(ddof=1)),
    slip("no axis", "v_mean and v_std are single numbers.", "Without an axis, numpy averages over everything.", "Name the axis of the realizations.",
         mean=lambda v_n: v_n.mean(), std=lambda v_n: v_n.std()),
    slip("variance for deviation", "v_std is far too small.", "`v_std` is the variance, in V²: its root is missing.", "Which function gives the deviation?",
         std=lambda v_n: v_n.var(axis=0, ddof=1)),
    slip("variance for deviation", "v_std is far too small.", "`v_std` is the variance, in V²: its root is missing.", "Which function gives the deviation?",
         std=lambda v_n: v_n.var(axis=0)),
    slip("standard error", "v_std is too small.", "`v_std` is the standard error of the mean, which is smaller than the deviation.", "The standard deviation over the realizations is asked for. Is anything divided once too often?",
         std=lambda v_n: v_n.std(axis=0, ddof=1) / len(v_n) ** 0.5),
    slip("one realization", "v_mean is one of the traces.", "`v_mean` is one row, not the mean of all.", "Average over all rows.",
         mean=lambda v_n: v_n[-1]),
    slip("sum for mean", "v_mean is n times too large.", "`v_mean` is the sum: it is not divided by n.", "Which function averages?", mean=lambda v_n: v_n.sum(axis=0)),
    slip("median", "v_mean is close, but not the mean.", "The median is the value in the middle, not the mean.", "Which function averages?", mean=lambda v_n: np.median(v_n, axis=0)),
)  # fmt: skip

EXERCISE = lif_exercise(
    **ARRAY_ENSEMBLE,
    number=14,
    equations=equations.TABLE_WITH_DEVIATION,
    outputs=equations.DRAW_TABLE_AND_DEVIATION,
    loops=equations.FROM_ONE_EACH,
    title="Mean and standard deviation",
    reference=in_tables,
    quantities=(Variable("i", kind="array", transposed=True), Variable("v_mean", kind="values"), Variable("v_std", kind="values")),
    parts=(
        Part("numbers", "v_mean and v_std are right", 2, quantities=("v_mean", "v_std")),
        Part("figure", "mean, and mean plus and minus deviation, can be seen; legend and axis labels", 2,
             rules=(visible(VOLTAGE, 3), curves_drawn, legend(3, 8), *labels(VOLTAGE)), remarks=unit_notes(VOLTAGE)),
        Part("parameters", "right with other parameters, n and seed too", 1, quantities=("v_mean", "v_std"), unseen_parameters=True),
    ),
    accepted_variants=(NEW_CURRENT, BY_N, AcceptedVariant({**NEW_CURRENT.change, **BY_N.change}, f"{NEW_CURRENT.note} {BY_N.note}")),
    slips=(*SLIPS, *NOISE_BY_FORMULA, *steps_by_formula("v_n")),
    hints=(
        "At each time there are n values, one for each realization. Take the mean and the deviation over these n values.",
        "Look at the five lines with a `...`. The realizations are axis 0 of `v_n`. `np.std` divides by n, and with `ddof=1` by n - 1. In the plots, "
        "`t_range` is x.",
        "`v_mean`: write `np.mean` and a pair of brackets. In the brackets: `v_n` and `axis=0`, with a comma in between.\n"
        "`v_std`: write `np.std` and a pair of brackets. In the brackets: `v_n`, `axis=0` and `ddof=1`, with commas in between.\n"
        'The first `plt.plot(...)`: write `t_range`, `v_mean`, `"C0"` and `label="mean"`, in this order, with commas in between.\n'
        'The second `plt.plot(...)`: write `t_range`, `v_mean + v_std`, `"C7"` and `label="deviation"`, in this order, with commas in between.\n'
        'The third `plt.plot(...)`: write `t_range`, `v_mean - v_std` and `"C7"`, in this order, with commas in between.',
    ),
    another="Arrays have methods for this: `v_n.mean(axis=0)` and `v_n.std(axis=0, ddof=1)`.",
    placeholders=5,
    view=views.TABLE_WITH_DEVIATION,
)  # fmt: skip
