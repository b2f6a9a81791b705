"""What is said of a line whose formula is not the right one."""

from __future__ import annotations

import ast
import re
from typing import Any

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Slip
from slipcheck.judge.parse import parsed
from slipcheck.observe.recorder import corner
from slipcheck.observe.rewrite import is_literal

from .formulas.pieces import joined, same
from .repairs.edit import sign_of
from .replay import flat
from .values import evaluated
from .wrong_line import WrongLine

LONG = 44  # characters: a piece of more is not repeated in a sentence, since it is marked in the line above it
SAID = {  # what is wrong, with the piece; without it; and what to try
    "missing term": ("a term with {1} is missing.", "a term with {1} is missing.", "Compare the line with the text, term by term."),
    "extra term": ("`{0}` is one term too many.", "one term is too many.", "Compare the line with the text, term by term."),
    "sign by bracket": ("the minus in front of the bracket turns the sign of `{0}`.", "the minus in front of a bracket turns the sign of the marked piece.", "Which terms belong in this bracket?"),
    "sign": ("the sign in front of `{0}` is wrong.", "the sign in front of the marked piece is wrong.", "Compare the signs with the text."),
    "turned": ("`{0}` is the wrong way round.", "a difference is the wrong way round.", "Which of the two comes first in the text?"),
    "scope": ("`{1}` does not multiply `{0}`.", "`{1}` does not multiply the marked piece.", "Which terms belong in one bracket? Enclose them."),
    "missing factor": ("`{0}` is not multiplied by {1}.", "the factor with {1} is missing.", "Compare the line with the text, factor by factor."),
    "missing divisor": ("`{0}` is not divided by {1}.", "the division by {1} is missing.", "What is divided by what in the text?"),
    "extra factor": ("`{0}` is one factor too many.", "one factor is too many.", "Compare the line with the text, factor by factor."),
    "extra divisor": ("`{0}` should not divide here.", "one division is too many.", "What is divided by what in the text?"),
    "divided": ("`{0}` stands below the fraction line.", "the marked piece stands below the fraction line.", "Does it belong above or below? Check the brackets too."),
    "multiplied": ("`{0}` multiplies where it should divide.", "the marked piece multiplies where it should divide.", "What is divided by what in the text?"),
    "upside down": ("`{0}` is upside down.", "a fraction is upside down.", "What is divided by what in the text?"),
    "other operator": ("in `{0}` the sign `{1}` is not the right one.", "the sign `{1}` is not the right one.", "Which sign belongs there?"),
    "other name": ("`{0}` stands where another name belongs.", "", "Compare each name with the text."),
    "other number": ("the number `{0}` is not the right one.", "", "Compare it with the text."),
    "other entry": ("`{0}` is not the value that is needed here.", "the marked entry is not the one that is needed here.", "Which index belongs here? Say in words what each index counts."),
    "other value": ("`{0}` is not what is needed here.", "the marked piece is not what is needed here.", "Compare it with the text."),
    "missing power": ("the {1} of `{0}` is missing.", "the {1} is missing.", "How is a power written? Where does it belong?"),
    "times for power": ("`{0}` multiplies; it takes no power.", "a power is written as a product.", "Which sign writes a power?"),
    "power before division": ("in `{0}` the power comes first, then the division.", "the power comes first, then the division.", "Enclose the exponent in brackets."),
    "other power": ("the exponent is not the right one.", "the exponent is not the right one.", "Compare the exponent with the text."),
    "extra power": ("`{0}` has a power too many.", "there is a power too many.", "Compare the line with the text."),
    "other function": ("`{0}` is not the right function.", "", "Compare the function with the text."),
    "missing function": ("a function is missing around `{0}`.", "a function is missing around the marked piece.", "Compare the line with the text."),
    "extra function": ("`{0}` changes a value that was right.", "", "Compare the line with the text."),
    "call closed early": ("the bracket of `{0}` closes too early.", "", "What belongs inside this bracket? Count the brackets from the inside out."),
    "inside the loop": ("this line stands inside the loop.", "", "Move it in front of the loop."),
    "outside the loop": ("this line stands outside the loop.", "", "Move it into the loop, below the line that begins with for."),
    "second value": ("this line gives `{0}` a second value.", "", "Delete one of the two lines."),
    "stands still": ("`{0}` is the same in each round of the list.", "", "Which name runs through the values? Use that name."),
    "part of it": ("`{0}` leaves out a part of `{1}`.", "", "Which values of `{1}` are needed here?"),
    "other size": ("`{0}` gets {1} here; {2} needed.", "", "Look at the marked piece: what makes the number of values?"),
    "overwritten": ("this line gives `{0}` a new value in each round.", "", "Store the result of this line under another name."),
    "other draw": ("`{0}` draws other random numbers than the exercise asks for.", "", "Which function draws numbers from 0 to 1? Stretch and shift them."),
    "two draws": ("two random numbers are drawn here.", "", "Draw one number, then stretch and shift it."),
    "bracket too wide": ("`{1}` multiplies `{0}` too.", "`{1}` multiplies the marked piece too.", "Which terms belong in the bracket?"),
    "other argument": ("the argument `{0}` is not the right one.", "", "Look up what this argument does."),
    "missing argument": ("the argument `{0}` is missing.", "", "Look up what this argument does, and what happens without it."),
    "brackets": ("the names and numbers are right, but the brackets are not.", "", "Which terms belong together? Enclose them."),
    "too few draws": ("`{0}` draws {1}; {2} needed.", "", "What must be in its brackets, so that it draws them all?"),
    "inside the inner loop": ("this line stands inside the inner loop.", "", "Move it out of the inner loop."),
    "outside the inner loop": ("this line stands outside the inner loop.", "", "Indent it like the other lines of the inner loop."),
    "piece": ("this line does not give the right value.", "", "Work the line out by hand, from the inside: at which piece does it leave what you want?"),
    "foreign function": ("`{0}` does not belong here.", "", "Which operations does the text ask for? Use these alone."),
    "only a start": ("`{0}` is not the right start value.", "", "Which value does the text name at time 0?"),
}  # fmt: skip
WHY = {
    "scope": "A factor multiplies what stands next to it. To multiply a whole sum, the sum needs brackets.",
    "power before division": "Without brackets Python takes the power before it divides.",
    "times for power": "A root is a power of one half.",
    "part of it": "Python counts from 0, so the first value has the index 0.",
    "overwritten": "What it held before is lost, and the next lines need it.",
    "two draws": "Their sum or difference is not spread evenly: values near the middle come more often.",
    "inside the loop": "So it is carried out again in every round, and what the round before did is lost.",
    "outside the loop": "So it is carried out once, not in every round.",
    "inside the inner loop": "So it is carried out many times in each step, before the inner loop has done its work.",
    "outside the inner loop": "So it is carried out once in each step, not in every round of the inner loop.",
    "second value": "Line {1} has given it the right one.",
    "brackets": "Without brackets Python computes powers first, then products and quotients, then sums.",
    "bracket too wide": "The bracket encloses more than it should.",
}


WITHOUT_VALUES = frozenset((  # kinds of which the values of the line say nothing
    "inside the loop", "outside the loop", "other size", "overwritten", "other draw", "two draws",
))  # fmt: skip
DRAWS = {
    "randint": "It draws whole numbers only.",
    "integers": "It draws whole numbers only.",
    "random_integers": "It draws whole numbers only.",
    "choice": "It draws from a few given values only.",
    "randn": "Its numbers follow a bell curve: most lie near 0, and some lie far outside -1 and 1.",
    "normal": "Its numbers follow a bell curve: most lie near the middle, and some lie far outside -1 and 1.",
    "standard_normal": "Its numbers follow a bell curve: most lie near 0, and some lie far outside -1 and 1.",
}


def formula_diagnosis(exercise: Exercise, source: str, wrong: WrongLine, setting: str = "") -> Diagnosis:
    """The diagnosis of a line that gives a wrong value, as written or in a ``setting`` of other parameters."""
    slip = slip_by_formula(exercise, wrong)
    kind = wrong.fault.kind
    if kind == "inside the loop" and wrong.equation.depth == 1:
        kind = "inside the inner loop"
    if kind == "outside the loop" and wrong.equation.depth == 2 and wrong.fault.words == ("1",):
        kind = "outside the inner loop"
    with_piece, without, advice = SAID[kind]
    words = [_in_words(exercise, word) for word in wrong.fault.words]
    is_short = not words or (len(words[0]) <= LONG and " and " not in words[-1])
    advice = advice.format(*words)
    sentence = (with_piece if is_short or not without else without).format(*words)
    spot = spot_of(source, _place(wrong)) or spot_of(source, wrong.statement)
    line = spot.line if spot else 0
    if _adds_to_it(wrong):
        statement: Any = wrong.statement
        sentence = f"`{sign_of(statement.op)}=` adds to what `{_target(wrong)}` holds already."
        advice = "From which value does this step start? With a plain equals sign the right side can name it."
    if kind == "other entry" and _stands_still(wrong):
        kind = "stands still"
        with_piece, without, advice = SAID[kind]
        sentence = with_piece.format(*words)
    if kind in ("other argument", "missing argument"):
        means = exercise.arguments.get(words[0].split("=")[0], "")
    else:
        means = WHY.get(kind, "").format(*words) or DRAWS.get(words[0] if kind == "other draw" else "", "")
    if slip is not None:
        means = slip.message.means
        advice = slip.message.next if not _adds_to_it(wrong) else advice
    has_entries = any(e.is_entry and e.target == wrong.equation.target for e in exercise.equations)
    if (
        kind == "overwritten"
        and has_entries
        and wrong.equation.target in ast.unparse(wrong.statement).split("=", 1)[-1]
    ):
        sentence = f"this line moves all values of `{_target(wrong)}` in each round."
        means = "Each round should fill one place of it, from the place before."
        advice = f"Which place gets the new value? Give `{_target(wrong)}` an index, on both sides."
    facts = _facts(exercise, wrong)
    own = _own_constant(exercise, source, wrong)
    if own is not None:
        spot = spot_of(source, own)
        line = own.lineno
        sentence = f"`{words[0] if words else ast.unparse(wrong.fault.node)}` does not get the value that is needed."
    given_by = _loop_values(source, wrong)
    if given_by is not None and slip is None:
        kind = "loop over other values"
        name, values = words[0], " ".join(ast.unparse(given_by).split())
        code = f"`{values}`" if len(values) <= LONG else "the marked piece"
        sentence = f"{code} gives `{name}` other values than those that are needed."
        advice = f"Through which values should `{name}` go?"
        spot = spot_of(source, given_by)
        line = given_by.lineno
    if setting and kind == "piece":
        code = " ".join(ast.unparse(wrong.fault.node).split())
        shown = [f"`{name}` is {getattr(exercise.shown, name):.6g}" for name in re.findall(r"(\w+) =", setting)]
        sentence = f"`{code}` is right only while {' and '.join(shown) or 'the seed stays'}."
        advice = "Compare this piece with the text: what stands there in its place?"
    if setting:
        facts = f"As written it is right; with {setting} it is not. {facts}"
    message = Message(f"Line {line}: {sentence}", " ".join(filter(None, (means, facts))), advice)
    return Diagnosis(slip.name if slip else kind, message, spot)


def _own_constant(exercise: Exercise, source: str, wrong: WrongLine) -> ast.stmt | None:
    """The line that gives a name of the student's own its number, where this name is what is wrong."""
    name = getattr(wrong.fault.node, "id", None)
    known = {*exercise.given, *exercise.words, *(equation.target for equation in exercise.equations)}
    tree = parsed(source)
    if name is None or name in known or tree is None:
        return None
    lines = [s for s in tree.body if isinstance(s, ast.Assign) and getattr(s.targets[0], "id", None) == name]
    return lines[0] if len(lines) == 1 and is_literal(lines[0].value) else None


def _place(wrong: WrongLine) -> ast.AST:
    """The node at fault; of a term that `+=` and the right side both hold, the one on the right."""
    node = wrong.fault.node
    statement = wrong.statement
    if isinstance(statement, ast.AugAssign) and getattr(node, "col_offset", -1) == statement.target.col_offset:
        same_text = [part for part in ast.walk(statement.value) if ast.unparse(part) == ast.unparse(node)]
        return same_text[0] if same_text else node
    return node


def _adds_to_it(wrong: WrongLine) -> bool:
    """Whether += adds to another value than the one that the right line starts from."""
    statement = wrong.statement
    if not isinstance(statement, ast.AugAssign) or not isinstance(statement.target, ast.Subscript):
        return False
    is_target = getattr(wrong.fault.node, "col_offset", -1) == statement.target.col_offset
    return is_target and wrong.fault.kind in ("other entry", "other name", "other value")


def _loop_values(source: str, wrong: WrongLine) -> ast.expr | None:
    """What a loop or a comprehension goes through, where it gives its values to the name that is a wrong one here."""
    name = getattr(wrong.fault.node, "id", None)
    if wrong.fault.kind != "other name" or name is None:
        return None
    for node in ast.walk(wrong.statement):
        if isinstance(node, ast.comprehension) and getattr(node.target, "id", None) == name:
            return node.iter
    line = wrong.statement.lineno
    for node in ast.walk(parsed(source) or ast.Module([], [])):
        if isinstance(node, ast.For) and node.lineno < line <= (node.end_lineno or 0):
            values = node.target.elts[1:] if isinstance(node.target, ast.Tuple) else []
            if name in [getattr(target, "id", None) for target in values]:
                return node.iter
    return None


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


def slip_by_formula(exercise: Exercise, wrong: WrongLine) -> Slip | None:
    """The known slip whose formula gives the same values as the line."""
    if wrong.fault.kind in WITHOUT_VALUES:
        return None
    hits = [slip for slip in exercise.slips if slip.formula and _gives(slip.formula, wrong)]
    named = [slip for slip in hits if slip.source is not None and slip.source(wrong.student.text)]
    plain = [slip for slip in hits if slip.source is None]
    return next(iter((*named, *plain)), None)


def _gives(formula: str, wrong: WrongLine) -> bool:
    """Whether the formula gives the line's values, or what follows from them."""
    node = ast.parse(formula, mode="eval").body
    carries = wrong.equation.carries and ast.parse(wrong.equation.carries, mode="eval").body
    values = []
    student = []
    for execution, names in zip(wrong.executions, wrong.bound, strict=True):
        more = {"v": names.get("v_before", names.get("v")), "i": names.get("i_in", names.get("i"))}
        value = evaluated(node, {**names, **more, "u": names.get("U")})
        own = wrong.student.at(execution)
        if carries and own is not None and own.size == 1:
            result = evaluated(carries, {**names, wrong.equation.target: float(own[0])})
            own = None if result is None else flat(float(result))
        if value is None or own is None:
            return False
        values.append(flat(corner(value) if isinstance(value, np.ndarray) else float(value)))
        student.append(own)
    return same(joined(values), joined(student))


def _facts(exercise: Exercise, wrong: WrongLine) -> str:
    """Both values, of the first execution in which they clearly differ."""
    if wrong.fault.kind in WITHOUT_VALUES:
        return ""
    value, right = wrong.value, wrong.right
    if value is None or right is None or value.size != right.size or not value.size:
        return ""
    gaps = np.abs(value - right)
    if not np.isfinite(right).all() or not gaps.max() > 1e-9 * np.abs(right).max():
        return ""
    k = int(np.argmax(gaps > 1e-3 * np.maximum(np.abs(right), 1e-3 * np.abs(right).max())))
    unit = "" if wrong.fault.kind == "other function" else exercise.units.get(wrong.equation.target, "")
    yours, expected = (f"{text} {unit}".strip() for text in apart(float(value[k]), float(right[k])))
    target = f"`{_target(wrong)}`"
    if value.size > 1:
        return f"So the first wrong value of {target} is {yours}; it should be {expected}."
    step = wrong.execution.names.get("step")
    is_state = exercise.state is not None and wrong.equation.target in exercise.state.names
    if is_state and isinstance(getattr(wrong.statement, "value", None), ast.Name):
        return ""
    if is_state and isinstance(step, int) and step > 0:  # its own earlier values may be wrong too
        return f"So {target} becomes {yours}{_when(wrong)}; a right line gives {expected} from the same values."
    return f"So {target} becomes {yours}{_when(wrong)}; it should become {expected}."


def _when(wrong: WrongLine) -> str:
    step = wrong.execution.names.get("step")
    if not isinstance(step, int) or not wrong.equation.depth:
        return ""
    inner = wrong.execution.names.get("j")
    return f" at step {step}" + (f" for j = {inner}" if wrong.equation.depth > 1 and isinstance(inner, int) else "")


def _target(wrong: WrongLine) -> str:
    """What the line gives a value to, as it is written."""
    statement = wrong.statement
    node = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
    return ast.unparse(node) if node is not None else wrong.equation.target


def apart(candidate: float, expected: float, digits: int = 4) -> tuple[str, str]:
    """Both numbers with as few digits as show that they differ, at least ``digits``.

    >>> apart(1.03054e-10, 1.0305368e-10, 6), apart(1.0, 2.0, 4)
    (('1.03054e-10', '1.030537e-10'), ('1', '2'))
    """
    pairs = [(f"{candidate:.{k}g}", f"{expected:.{k}g}") for k in range(digits, 18)]
    return next((pair for pair in pairs if pair[0] != pair[1]), pairs[-1])
