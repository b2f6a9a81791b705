"""Exercise 3: time and current with formats."""

import re

from helpers import views
from helpers.model import Parameters
from slipcheck.exercise import Part
from slipcheck.judge.print_rules import printed_as
from slipcheck.judge.quantities import Printed

from . import equations
from .references import sinusoidal
from .shared_fields import INPUT, lif_exercise
from .slip_rows import collects_text, in_loop, shape, slip

TIME, VALUE = r"-?\d+\.\d{3}", r"-?(?:[1-9]\.\d{4}e[-+]\d\d|0\.0000e\+00)"
LINE = rf"\s*(?:{TIME} {VALUE}|{VALUE} {TIME})\s*"  # in which order they stand is judged with the numbers


def lines(observation):
    return [line.strip() for line in observation.printed.splitlines() if line.strip()]


SLIPS = (
    shape("f missing", "Braces and names are printed, not values.", "The letter f before the quote is missing, so this is a plain text.",
          "Put an f before the first quote.", lambda observation, p: any("{" in line for line in lines(observation)) and not re.search(r"\{\{|\bf[\"']", observation.source)),
    shape("braces missing", "The names are printed, not their values.", "In an f-string, curly brackets hold what Python should compute.",
          "Put each name, with its format, in curly brackets.",
          lambda observation, p: bool(lines(observation)) and all(not any(c.isdigit() for c in line.replace(".3f", "").replace(".4e", "")) for line in lines(observation))),
    shape("no formats", "The values are printed with all their digits.", "No format is given after the name.",
          "After the name in the curly brackets comes a colon, then the format.",
          lambda observation, p: any("0.006" in line and "1.030536869268" in line for line in lines(observation))),
    shape("f for e", "The current is printed as 0.0000.", "With the letter f, a format shows a few decimals only, and the current is too small for them.",
          "Which letter stands for exponential notation?", lambda observation, p: any(line.endswith(" 0.0000") for line in lines(observation))),
    shape("both exponential", "The time is printed in exponential notation.", "The time should have three decimals.",
          "Which letter stands for plain decimals?", lambda observation, p: any(re.fullmatch(r"\d\.\d+e-\d+\s+\d\.\d+e-\d+", line) for line in lines(observation))),
    shape("print outside the loop", "One line is printed, of the last step.", "The print is outside the loop.",
          "Indent it like the lines above.", lambda observation, p: len(lines(observation)) == 1 and lines(observation)[0].startswith(f"{(p.step_end - 1) * p.dt:.3f}")
          and not in_loop(observation, "print") and not collects_text(observation)),
    shape("two lines", "Time and current are on separate lines.", "Each print begins a new line.", "Print both values with one print.",
          lambda observation, p: len(lines(observation)) == 2 * p.step_end and observation.source.count("print(") > 1),
    slip("mean for current", "The current is the same at all times.", "`i_mean` is the mean current; the current of this step has another name.",
         "Which name holds the current at this time?", current=lambda t, p: p.i_mean + 0 * t),
    slip("time in ms", "The first column is in milliseconds.", "The time is multiplied by 1000.", "Print the time in seconds.",
         factor=1e3, display=lambda t, i, v: (1e3 * t, i, v)),
    slip("step for t", "The first column counts 0, 1, 2.", "`step` is the number of the step, not the time.",
         "Which name holds the time in seconds?", display=lambda t, i, v: (range(len(t)), i, v)),
    slip("swapped", "The two columns are swapped.", "The exercise asks for the time first, then the current.", "Change the order in which your line shows them.",
         display=lambda t, i, v: (i, t, v)),
)  # fmt: skip

EXERCISE = lif_exercise(
    **INPUT,
    number=3,
    equations=equations.INPUT,
    outputs=equations.PRINT_TIME_AND_CURRENT,
    loops=equations.FROM_ZERO,
    title="Print formatting",
    parameters=Parameters(step_end=10),
    reference=sinusoidal,
    quantities=(Printed("t, i", ("3", "2e"), over_lines=True),),
    parts=(
        Part("numbers", "ten pairs are printed, time and current, and they are right", 1, quantities=("t, i",)),
        Part("format", "three decimals, a space, four decimals in exponential notation", 2,
             rules=(printed_as(LINE, "0.001 3.9695e-10"),)),
        Part("parameters", "right with other parameters too", 1, quantities=("t, i",), unseen_parameters=True),
    ),
    slips=SLIPS,
    hints=(
        "An f-string can hold several values. Each value can have a format, and you can put text between the values.",
        "Look at the brackets of `print`. An f-string with two pairs of curly brackets belongs there, one pair for each value. In a "
        "pair, the format follows the name and a colon.",
        "`print`: write the letter f and, with no space after the f, a text in quotes. In the quotes: first `t:.3f` in curly "
        "brackets, then one space, then `i:.4e` in curly brackets.",
    ),
    another="The older way does the same: `'{:.3f} {:.4e}'.format(t, i)`.",
    placeholders=1,
    view=views.PRINTED_CURRENT,
)  # fmt: skip
