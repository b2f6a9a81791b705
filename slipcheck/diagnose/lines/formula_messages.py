"""What is said of a line whose formula is not the right one."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Slip
from slipcheck.judge.parse import parsed

from ..as_typed import typed_text
from ..formulas.pieces import called
from ..known_slips import slip_by_formula
from ..rounds.loop_patterns import inner_loops
from ..values import size_of, value_of
from .changed_values import of_a_changed_value
from .counted_times import of_a_counted_time
from .formula_sentences import DRAWS, GIVES, SAID, WHY
from .line_details import made_inside, more_exactly
from .line_facts import facts_of
from .marked_places import node_at_fault
from .missing_axes import axis_needed
from .missing_pieces import extra_draw, made_of
from .once_for_all import advice_for_brackets
from .own_names import name_of_the_line
from .special_lines import special_saying
from .special_loops import LONG, Saying
from .taken_in_turn import all_for_one
from .wrong_line import WrongLine


def formula_diagnosis(exercise: Exercise, source: str, wrong: WrongLine, setting: str = "") -> Diagnosis:
    """The diagnosis of a line that gives a wrong value, as written or in a ``setting`` of other parameters."""
    kind = _kind_of(source, wrong)
    slip = slip_by_formula(exercise, wrong) if kind not in OF_A_RIGHT_VALUE else None
    saying = _with_slip(wrong, _from_the_table(exercise, source, wrong, kind), slip)
    saying = more_exactly(exercise, source, wrong, saying, slip)
    saying = of_a_changed_value(exercise, source, wrong, saying)
    named = slip if kind != "other entry" else None  # the index is the cause, and what the slip says its effect
    special = special_saying(exercise, source, wrong, named)
    if special is not None:
        saying = replace(special, means=special.means or saying.means, advice=special.advice or saying.advice)
    if wrong.equation.advice and "the text" in saying.advice and slip is None and not _draws_in_a_range(wrong):
        saying = replace(saying, advice=wrong.equation.advice)
    facts = facts_of(exercise, wrong, saying.kind) if extra_draw(wrong) is None else ""
    is_of_several = "second division" in saying.means
    is_of_several = is_of_several or (slip is not None and bool(slip.line))
    facts = "" if is_of_several else facts  # of several accepted values, none belongs to the slip
    if saying.kind == "other entry" and facts.startswith(f"So {saying.observed.split('of ')[-1].split(' is')[0]} "):
        facts = re.sub(r"^So `.*?` ", "So the new value ", facts)  # one text, of the wrong place and of the right one
    if setting:
        saying = _in_a_setting(exercise, source, wrong, saying, setting)
        facts = re.sub(r"^So ", f"With {setting}, ", facts) or f"With {setting} the line is wrong."
        if "the given" not in f"{saying.observed} {saying.means}":
            facts = f"With the given parameters the answer is right. {facts}"
    spot = spot_of(source, saying.node) or spot_of(source, wrong.statement)
    if spot is not None and spot.line != wrong.statement.lineno:
        facts = re.sub(r"^So ", f"So in line {wrong.statement.lineno}, ", facts)
    observed = f"Line {spot.line if spot else 0}: {saying.observed}"
    message = Message(observed, " ".join(filter(None, (saying.means, facts))), saying.advice)
    return Diagnosis(named.name if named else saying.kind, message, spot)


def _draws_in_a_range(wrong: WrongLine) -> bool:
    """Whether the line gives limits to its draw, so that no number from 0 to 1 is drawn."""
    calls = (node for node in ast.walk(wrong.statement) if isinstance(node, ast.Call))
    return any(called(call) == "uniform" and call.args for call in calls)


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
    own = name_of_the_line(source, wrong.fault.node, wrong.statement) if kind in ("other size", "piece") else None
    if own and kind == "other size" and (of_a_loop := all_for_one(source, wrong, own)) is not None:
        return of_a_loop
    with_piece, without, advice = SAID[kind]
    words = [_in_words(exercise, word) for word in wrong.fault.words]
    if kind == "power before division":
        words[:1] = [typed_text(source, node_at_fault(wrong, source))]
    if kind in OF_AN_ARGUMENT:
        words = [words[0], words[0].split("=")[0]]
    used = _use_of_the_piece(source, wrong) if kind in MISSING_AROUND else None
    if used is not None:
        words[:1] = [used.id]
    is_short = not words or (len(words[0]) <= LONG and " and " not in words[-1])
    observed = (with_piece if is_short or not without else without).format(*words)
    if kind == "other size" and own:
        observed = observed.replace(f"`{wrong.equation.target}`", f"`{own}`", 1)
    if kind == "piece":
        gives = f"this line does not give `{own}` what line {wrong.statement.lineno} needs."
        observed = gives if own else observed.format(wrong.equation.called)
        quantity = exercise.words.get(words[1], "") if words and not own else ""
        if quantity and len(words[0]) <= LONG:
            observed, advice = f"`{words[0]}` is used where {quantity} belongs.", f"Which name holds {quantity}?"
    if kind in ("part of it", "other name") and (needed := axis_needed(wrong, wrong.fault.node)):
        advice += needed
    if kind == "once for all":
        advice = advice_for_brackets(source, wrong) or advice
    means = WHY.get(kind, "").format(*(words if kind != "once for all" else [wrong.equation.target]))
    if kind == "two draws" and not words:
        means = ""
    if kind in OF_AN_ARGUMENT:
        means = exercise.arguments.get(words[1], "")
    elif kind == "other draw":
        means = DRAWS.get(words[0], "")
    elif kind == "other function":
        right = ast.parse(wrong.equation.texts[0], mode="eval").body
        needed = called(right) if isinstance(right, ast.Call) else ""
        means = GIVES.get(f"{words[0]} for {needed}") or GIVES.get(words[0], "")
        advice = f"Which function gives {wrong.equation.called}?" if needed else advice
    elif kind == "other name" and words[0] in exercise.words:
        means = f"`{words[0]}` is {exercise.words[words[0]]}."
    elif kind == "other size":
        means = _shared_by_rows(*words[1:])
        is_turned = sorted(re.findall(r"\d+", words[1])) == sorted(re.findall(r"\d+", words[2])) and "rows" in words[1]
        advice = "In brackets with two sizes, the number of rows comes first." if is_turned else advice
    elif kind == "extra function":
        means = made_inside(exercise, wrong)
    elif kind == "part of it":
        means = _taken_part(wrong)
    elif kind == "other value" and (of_all := _one_of_all(wrong)):
        means, advice = of_all, "Which formula does the text have in this place?"
    if kind == "other name" and words[1:]:
        quantity = exercise.words.get(words[1], f"`{words[1]}`")
        observed, advice = f"`{words[0]}` is used where {quantity} belongs.", f"How does the text compute {quantity}?"
    elif kind == "other name" and words[0].isidentifier() and not _is_of_the_exercise(exercise, words[0]):
        advice = "Which value is needed here, and which name holds it?"
    if kind == "missing power" and "root" in words:
        advice = "How does the text take a root?"
    return Saying(kind, observed, used or node_at_fault(wrong, source), means, advice.format(*words))


def _one_of_all(wrong: WrongLine) -> str:
    """What it means that one entry of a list is taken where the right formula works with all of them."""
    node = wrong.fault.node
    right = ast.parse(wrong.equation.texts[0], mode="eval").body
    if node is not wrong.student.node or not isinstance(node, ast.Subscript) or isinstance(node.slice, ast.Slice):
        return ""
    whole = wrong.student.parts(node.value).values
    is_of_all = any(called(part) in ("sum", "mean") for part in ast.walk(right))
    is_entry = is_of_all and whole is not None and whole.size > (wrong.value.size if wrong.value is not None else 0)
    base = ast.unparse(node.value)
    return f"It is one value of `{base}`, and {wrong.equation.called} is made of all values." if is_entry else ""


def _shared_by_rows(given: str, needed: str) -> str:
    """What it means that one row of values is given where a table is needed."""
    table = re.match(r"(\d+) rows and (\d+) columns", needed)
    return f"Each of the {table[1]} rows would get the same values." if table and given == f"{table[2]} values" else ""


def _is_of_the_exercise(exercise: Exercise, name: str) -> bool:
    """Whether the text of the exercise has the name."""
    return name in {*exercise.words, *exercise.given, *exercise.loops, *exercise.counts}


OF_A_RIGHT_VALUE = ("second value", "right value changed")  # faults of a line after the one with the right value
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
    keeps_advice = saying.kind in ("other entry", "power before division", "scope")
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
    counted = of_a_counted_time(exercise, source, wrong, made, saying, names)
    if counted is not None:
        return counted
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
    """A text of a fault for a sentence: names that only the right formula has in words, many not listed."""
    text = " ".join(text.split())
    if text.count("`, `") > 1:
        return "the rest of the formula"
    return re.sub(r"`(v_before|i_in|U|XI|steps)`", lambda match: exercise.words.get(match[1], match[0]), text)
