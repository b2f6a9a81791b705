"""What is said of a line whose formula is not the right one."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Slip
from slipcheck.judge.parse import parsed

from .known_slips import slip_by_formula
from .line_details import made_inside, more_exactly
from .line_facts import facts_of
from .loop_patterns import inner_loops
from .missing_axes import axis_needed
from .missing_pieces import extra_draw, made_of
from .special_lines import place_of, special_saying
from .special_loops import LONG, Saying
from .values import size_of, value_of
from .wrong_line import WrongLine

SAID = {  # what is wrong, with the piece; without it; and what to try
    "missing term": ("a term with {1} is missing.", "a term with {1} is missing.", "Compare the line with the text, term by term."),
    "extra term": ("`{0}` is one term too many.", "one term is too many.", "Compare the line with the text, term by term."),
    "sign by bracket": ("the minus in front of the bracket turns the sign of `{0}`.", "the minus in front of a bracket turns the sign of the marked piece.", "Which terms belong in this bracket?"),
    "sign": ("the sign in front of `{0}` is wrong.", "the sign in front of the marked piece is wrong.", "Compare the signs with the text."),
    "turned": ("`{0}` is the wrong way round.", "a difference is the wrong way round.", "Which of the two comes first in the text?"),
    "scope": ("`{1}` does not multiply `{0}`.", "`{1}` does not multiply the marked piece.", "Which terms belong in one bracket? Enclose them."),
    "missing factor": ("`{0}` is not multiplied by {1}.", "the factor with {1} is missing.", "Compare the line with the text, factor by factor."),
    "missing divisor": ("`{0}` is not divided by {1}.", "the division by {1} is missing.", "Compare the line with the text, factor by factor."),
    "extra factor": ("`{0}` is one factor too many.", "one factor is too many.", "Compare the line with the text, factor by factor."),
    "extra factors": ("{0} are too much.", "", "Compare the line with the text, factor by factor."),
    "extra divisor": ("`{0}` should not divide here.", "one division is too many.", "Does the formula in the text have this division?"),
    "divided": ("`{0}` is below the fraction line.", "the marked piece is below the fraction line.", "Does it belong above or below? Check the brackets too."),
    "multiplied": ("`{0}` multiplies where it should divide.", "the marked piece multiplies where it should divide.", "In the text, what is above the fraction line, and what is below?"),
    "upside down": ("`{0}` is upside down.", "a fraction is upside down.", "In the text, what is above the fraction line, and what is below?"),
    "other operator": ("in `{0}` the sign `{1}` is not the right one.", "the sign `{1}` is not the right one.", "Which sign belongs there?"),
    "other name": ("`{0}` is where another name belongs.", "", "Compare each name with the text."),
    "other number": ("the number `{0}` is not the right one.", "", "Compare it with the text."),
    "number for a formula": ("the number `{0}` is where a formula belongs.", "", "What does the text compute here, and from which names?"),
    "other entry": ("`{0}` is not the value that is needed here.", "the marked entry is not the one that is needed here.", "Which index belongs here? Say in words what each index counts."),
    "other value": ("`{0}` is not what is needed here.", "the marked piece is not what is needed here.", "Compare it with the text."),
    "missing power": ("the {1} of `{0}` is missing.", "the {1} is missing.", "How is a power written? Where does it belong?"),
    "times for power": ("`{0}` multiplies; it takes no power.", "a power is written as a product.", "Which sign writes a power?"),
    "power before division": ("in `{0}` the power comes first, then the division.", "the power comes first, then the division.", "Enclose the exponent in brackets."),
    "other power": ("the exponent is not the right one.", "the exponent is not the right one.", "Compare the exponent with the text."),
    "extra power": ("`{0}` has a power too many.", "there is a power too many.", "Compare the line with the text."),
    "other function": ("`{0}` is not the right function.", "", "Compare the function with the text."),
    "missing function": ("a function is missing around `{0}`.", "a function is missing around the marked piece.", "Compare the line with the text."),
    "extra function": ("`{0}` changes a value that was right.", "", "Does the text ask for `{0}` in this line?"),
    "call closed early": ("the bracket of `{0}` closes too early.", "", "What should be inside this bracket?"),
    "inside the loop": ("this line is inside the loop.", "", "When should it run: before the loop, or when the loop has ended?"),
    "outside the loop": ("this line is outside the loop.", "", "Move it into the loop: indent it like the lines that belong to the loop."),
    "once for all": ("this line runs once in each step, not once for each value of the list.", "", "Where in your cell would it run once for each value?"),
    "second value": ("this line gives `{0}` a second value.", "", "Delete one of the two lines."),
    "stands still": ("`{0}` is the same for each value of the list.", "", "Which name runs through the values? Use that name."),
    "part of it": ("`{0}` leaves out a part of `{1}`.", "", "Which values of `{1}` are needed here?"),
    "other size": ("`{0}` gets {1} here; {2} needed.", "", "Look at the marked piece: what decides how many values there are?"),
    "overwritten": ("this line gives `{0}` a new value in each round.", "", "Store the result of this line under another name."),
    "other draw": ("`{0}` draws other random numbers than the exercise asks for.", "", "Which function draws numbers from 0 to 1? Stretch and shift them."),
    "two draws": ("random numbers are drawn twice here.", "", "Draw once, then stretch and shift what you get."),
    "bracket too wide": ("`{1}` multiplies `{0}` too.", "`{1}` multiplies the marked piece too.", "Which terms belong in the bracket?"),
    "other argument": ("the argument `{0}` is not the right one.", "", "Which value should `{1}` have in this line?"),
    "missing argument": ("the argument `{0}` is missing.", "", "Which value should `{1}` have in this line?"),
    "brackets": ("the names and numbers are right, but the brackets are not.", "", "Which terms belong together? Enclose them."),
    "too few draws": ("`{0}` draws {1}; {2} needed.", "", "What must be in its brackets, so that it draws them all?"),
    "inside the inner loop": ("this line is inside the inner loop.", "", "Move it out of the inner loop."),
    "outside the inner loop": ("this line is outside the inner loop.", "", "Indent it like the other lines of the inner loop."),
    "piece": ("this line does not compute {{0}}.", "", "Work out the line by hand, from the innermost bracket. Which piece first differs from the text?"),
    "foreign function": ("`{0}` does not belong in {1}.", "", "The formula in the text has no such function. Write the line again, following the formula in the text."),
    "only a start": ("`{0}` is not the right start value.", "", "Which value does the text name at time 0?"),
}  # fmt: skip
WHY = {
    "scope": "A factor multiplies what is next to it. To multiply a whole sum, the sum needs brackets.",
    "power before division": "Without brackets Python takes the power before it divides.",
    "times for power": "A root is a power of one half.",
    "overwritten": "What it held before is lost, and the next lines need it.",
    "two draws": "Their sum or difference is not spread evenly: values near the middle come more often.",
    "inside the loop": "So it runs again in every round.",
    "outside the loop": "So it is carried out once, not in every round.",
    "inside the inner loop": "So it is carried out many times in each step, before the inner loop has done its work.",
    "outside the inner loop": "So it is carried out once in each step, not in every round of the inner loop.",
    "once for all": "So all values of the list are made with the same `{0}`.",
    "second value": "Line {1} has given it the right one.",
    "brackets": "Without brackets Python computes powers first, then products and quotients, then sums.",
    "bracket too wide": "The bracket encloses more than it should.",
}


DRAWS = {
    "randint": "It draws whole numbers only.",
    "integers": "It draws whole numbers only.",
    "random_integers": "It draws whole numbers only.",
    "choice": "It draws from a few given values only.",
    "randn": "Its numbers follow a bell curve: most lie near 0, and some lie far outside -1 and 1.",
    "normal": "Its numbers follow a bell curve: most lie near the middle, and they have no limits.",
    "standard_normal": "Its numbers follow a bell curve: most lie near 0, and some lie far outside -1 and 1.",
}


def formula_diagnosis(exercise: Exercise, source: str, wrong: WrongLine, setting: str = "") -> Diagnosis:
    """The diagnosis of a line that gives a wrong value, as written or in a ``setting`` of other parameters."""
    kind = _kind_of(source, wrong)
    slip = slip_by_formula(exercise, wrong) if kind != "second value" else None
    saying = _with_slip(wrong, _from_the_table(exercise, source, wrong, kind), slip)
    saying = more_exactly(exercise, source, wrong, saying, slip)
    named = slip if kind != "other entry" else None  # the index is the cause, and what the slip says its effect
    special = special_saying(exercise, source, wrong, named)
    if special is not None:
        saying = replace(special, means=special.means or saying.means, advice=special.advice or saying.advice)
    if wrong.equation.advice and "the text" in saying.advice and slip is None:
        saying = replace(saying, advice=wrong.equation.advice)
    facts = facts_of(exercise, wrong, saying.kind) if extra_draw(wrong) is None else ""
    facts = "" if slip is not None and slip.line else facts  # of several accepted values, none belongs to the slip
    if saying.kind == "other entry" and facts.startswith(f"So {saying.observed.split('of ')[-1].split(' is')[0]} "):
        facts = re.sub(r"^So `.*?` ", "So the new value ", facts)  # one text, of the wrong place and of the right one
    if setting:
        saying = _in_a_setting(exercise, source, wrong, saying, setting)
        facts = re.sub(r"^So ", f"With {setting}, ", facts) or f"With {setting} the line is wrong."
        if "is right with the given" not in saying.observed:
            facts = f"With the given parameters the line is right. {facts}"
    spot = spot_of(source, saying.node) or spot_of(source, wrong.statement)
    observed = f"Line {spot.line if spot else 0}: {saying.observed}"
    message = Message(observed, " ".join(filter(None, (saying.means, facts))), saying.advice)
    return Diagnosis(named.name if named else saying.kind, message, spot)


def _kind_of(source: str, wrong: WrongLine) -> str:
    """The kind of the fault, with what the loops around the line tell of it."""
    kind = wrong.fault.kind
    if kind == "inside the loop" and wrong.equation.depth == 1:
        return "inside the inner loop"
    if kind == "outside the loop" and wrong.equation.depth == 2 and wrong.fault.words == ("1",):
        return "outside the inner loop" if inner_loops(parsed(source) or ast.Module([], [])) else "once for all"
    return "stands still" if kind == "other entry" and _stands_still(wrong) else kind


def _from_the_table(exercise: Exercise, source: str, wrong: WrongLine, kind: str) -> Saying:
    """What the tables say of the kind, with the words of the fault."""
    with_piece, without, advice = SAID[kind]
    words = [_in_words(exercise, word) for word in wrong.fault.words]
    if kind in OF_AN_ARGUMENT:
        words = [words[0], words[0].split("=")[0]]
    used = _use_of_the_piece(source, wrong) if kind in MISSING_AROUND else None
    if used is not None:
        words[:1] = [used.id]
    is_short = not words or (len(words[0]) <= LONG and " and " not in words[-1])
    observed = (with_piece if is_short or not without else without).format(*words)
    if kind == "piece":
        observed = observed.format(wrong.equation.called)
    if kind in ("part of it", "other name") and (needed := axis_needed(wrong, wrong.fault.node)):
        advice += needed
    if kind == "once for all" and _fills_brackets(source, wrong.equation.target):
        advice = "Work out `{1}` inside the brackets that make the list, before `for`, or use a loop over the values."
        words = [*words[:1], wrong.equation.target]
    means = WHY.get(kind, "").format(*(words if kind != "once for all" else [wrong.equation.target]))
    if kind in OF_AN_ARGUMENT:
        means = exercise.arguments.get(words[1], "")
    elif kind == "other draw":
        means = DRAWS.get(words[0], "")
    elif kind == "other name" and words[0] in exercise.words:
        means = f"`{words[0]}` is {exercise.words[words[0]]}."
    elif kind == "extra function":
        means = made_inside(exercise, wrong)
    elif kind == "part of it":
        means = _taken_part(wrong)
    if kind == "other name" and words[0].isidentifier() and not _is_of_the_exercise(exercise, words[0]):
        advice = "Which value is needed here, and which name holds it?"
    if kind == "missing power" and "root" in words:
        advice = "How does the text take a root?"
    return Saying(kind, observed, used or place_of(wrong), means, advice.format(*words))


def _fills_brackets(source: str, name: str) -> bool:
    """Whether square brackets with a loop in them use the name."""
    lists = [node for node in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(node, ast.ListComp)]
    return any(isinstance(node, ast.Name) and node.id == name for made in lists for node in ast.walk(made.elt))


def _is_of_the_exercise(exercise: Exercise, name: str) -> bool:
    """Whether the text of the exercise has the name."""
    return name in {*exercise.words, *exercise.given, *exercise.loops, *exercise.counts}


OF_AN_ARGUMENT = ("other argument", "missing argument")
MISSING_AROUND = ("missing function", "missing factor", "missing divisor", "missing power", "scope")


def _taken_part(wrong: WrongLine) -> str:
    """What an index takes of the whole: how much, or from where on."""
    index = getattr(wrong.fault.node, "slice", None)
    lower = index.lower if isinstance(index, ast.Slice) else None
    if isinstance(lower, ast.Constant) and lower.value == 1:
        return "Python counts from 0, so the first value has the index 0."
    whole, names = wrong.fault.words[1], wrong.execution.names
    values = [value_of(ast.parse(text, mode="eval").body, names) for text in wrong.fault.words]
    if not all(isinstance(value, (list, np.ndarray)) for value in values):
        return ""
    sizes = [size_of(value) for value in values]
    return f"`{wrong.fault.words[0]}` has {sizes[0]}; `{whole}` has {sizes[1]}." if sizes[0] != sizes[1] else ""


def _use_of_the_piece(source: str, wrong: WrongLine) -> ast.Name | None:
    """The name in the line that stands for the whole piece: what is missing around it may well stand here."""
    piece = spot_of(source, wrong.fault.node)
    for line in ast.walk(parsed(source) or ast.Module([], [])):
        is_whole = isinstance(line, ast.Assign) and spot_of(source, line.value) == piece
        if is_whole and isinstance(line, ast.Assign) and line.lineno != wrong.statement.lineno:
            name = getattr(line.targets[0], "id", None)
            names = (node for node in ast.walk(wrong.statement) if isinstance(node, ast.Name))
            return next((node for node in names if node.id == name and isinstance(node.ctx, ast.Load)), None)
    return None


def _with_slip(wrong: WrongLine, saying: Saying, slip: Slip | None) -> Saying:
    """The same with the words of a known slip, where its formula is this line's."""
    if slip is None:
        return saying
    value = getattr(wrong.statement, "value", None)
    if slip.line and value is not None:
        return replace(saying, observed=slip.line, node=value, means=slip.message.means, advice=slip.message.next)
    keeps_advice = saying.kind in ("other entry", "power before division")
    is_said = " " in saying.kind and saying.kind in slip.message.means  # in the same words, of the marked piece
    means = "" if is_said else slip.message.means
    return replace(saying, means=means, advice=saying.advice if keeps_advice else slip.message.next)


def _in_a_setting(exercise: Exercise, source: str, wrong: WrongLine, saying: Saying, setting: str) -> Saying:
    """Of a line that is right as written: in which piece other parameters make it wrong."""
    if saying.kind != "piece":
        return saying
    changed = re.findall(r"(\w+) =", setting)
    made = made_of(exercise, source, wrong.fault.node, changed)
    names = " and ".join(f"`{name}`" for name in changed) or "seed"
    observed = f"`{' '.join(ast.unparse(made).split())}` is right with the given {names}, but not with others."
    advice = "Compare this piece with the text: what is there in its place?"
    return replace(saying, observed=observed, node=made, advice=advice)


def _stands_still(wrong: WrongLine) -> bool:
    """Whether the piece stands in a comprehension and does not use its name."""
    for node in ast.walk(wrong.statement):
        if isinstance(node, ast.ListComp) and any(part is wrong.fault.node for part in ast.walk(node.elt)):
            names = {part.id for part in ast.walk(node.elt) if isinstance(part, ast.Name)}
            return not names & {part.id for part in ast.walk(node.generators[0].target) if isinstance(part, ast.Name)}
    return False


def _in_words(exercise: Exercise, text: str) -> str:
    """A text of a fault for a sentence: names that only the right formula has are said in words, many are not listed."""
    text = " ".join(text.split())
    if text.count("`, `") > 1:
        return "the rest of the formula"
    return re.sub(r"`(v_before|i_in|U|XI|steps)`", lambda match: exercise.words.get(match[1], match[0]), text)
