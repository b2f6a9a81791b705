"""Names that Python does not know."""

from __future__ import annotations

import ast
import re

from ..homoglyphs import ENGLISH, a_sign_of, first_foreign, in_plain_signs
from ..repairs.edit import sign_of
from ..values import kind_of
from .capitals import in_capitals
from .comments import in_a_comment, percent, slashes
from .counters import appends_to_itself, counter_around, name_in_brackets, number_of_the_round
from .crash import Crash, Explained
from .equation_names import as_in_an_equation
from .foreign_names import greek, of_numpy, of_other_languages, of_pi, of_pyplot, of_r
from .missing_quotes import without_quotes
from .missing_signs import colon, comparison, glued_names, no_equals_sign
from .named_arguments import argument_without_value
from .scope import (
    arguments_around,
    function_below,
    given_but_not_run,
    of_a_default,
    of_a_function,
    of_a_lost_result,
    of_an_unread_argument,
    of_another_place,
    of_self,
    starts_from_itself,
)
from .spellings import close_name, spelling_of, written_otherwise
from .texts import letter_of_a_text


def unknown_name(crash: Crash) -> Explained:
    """The first of ``REASONS`` that fits a name without a value."""
    match = re.search(r"name '(\w+)' is not defined", crash.text) or re.search(r"variable '(\w+)'", crash.text)
    if match is None:
        return None
    name = match[1]
    line = crash.source.splitlines()[(crash.failure.get("line") or 1) - 1]
    for reason in REASONS:
        explained = reason(crash, name, line)
        if explained is not None:
            return explained
    written = written_otherwise(name)
    if written is not None:
        return written
    if any(isinstance(node.func, ast.Name) and node.func.id == name for node in crash.within(ast.Call)):
        means = "Python itself does not have it, and no line before this one makes it."
        advice = "What should this line make? Look in the notebook for a line that makes the same thing."
        return "unknown name", f"Python has no function `{name}`.", means, advice
    return "unknown name", f"Python does not know the name `{name}`.", *_without_a_value(crash, name)


def _without_a_value(crash: Crash, name: str) -> tuple[str, str]:
    """What to say of a name that looks like no other, and what to try."""
    target = crash.statement.targets[0] if isinstance(crash.statement, ast.Assign) else None
    if isinstance(target, ast.Subscript) and getattr(target.value, "id", "") == name:
        place = f"`{crash.code(target)}` is a place of `{name}`, and there is no `{name}` yet."
        index = crash.code(target.slice)
        advice = f"Does one round need more than one value of `{name}`? If not, leave out `[{index}]`."
        if ast.unparse(target.slice) == ":":
            advice = "Leave out `[:]`: a new name takes no index."
        return f"{place} Python does not make it here.", advice
    if name in crash.exercise.replaced_names:
        means = f"`{name}` is not given: a line of your cell must give it a value."
        return means, "Write such a line above this one. The text says which value."
    alone = ", with the given parameters" if crash.exercise.given else ""
    advice = f"Which name of the exercise did you mean? If `{name}` is your own, give it a value first."
    if name in crash.exercise.words:
        advice = f"Which name belongs here in place of `{name}`?"
        if _is_drawn(crash, name):
            advice = f"A line above this one must give `{name}` its value: what does the text say of it?"
    if name in {equation.target for equation in crash.exercise.equations}:
        advice = f"Which line should give `{name}` its value? It must come before this one."
    return f"No line before this one gives it a value. The check runs this cell alone{alone}.", advice


def _is_drawn(crash: Crash, name: str) -> bool:
    """Whether the line needs random numbers, and this is the only name in it without a value."""
    target = getattr(crash.statement.targets[0], "id", "") if isinstance(crash.statement, ast.Assign) else ""
    texts = [text for equation in crash.exercise.equations if equation.target == target for text in equation.texts]
    names = {node.id for text in texts for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    return bool({"U", "XI"} & names) and name not in names


def _arrow(crash: Crash, name: str, line: str) -> Explained:
    if not re.match(rf"\s*{name}\s*<-", line):
        return None
    means = "`<-` is the arrow of the language R. Python reads it as two signs, smaller than and minus."
    advice = "Python gives a value with one equals sign. Change each arrow."
    number, column = crash.failure["line"], line.index("<-")
    arrow = ast.Pass(lineno=number, col_offset=column, end_lineno=number, end_col_offset=column + 2)
    return "arrow", f"`{name}` gets no value.", means, advice, arrow


def _adds_to_it(crash: Crash, name: str, line: str) -> Explained:
    statement = crash.statement
    is_its_target = isinstance(statement, ast.AugAssign) and getattr(statement.target, "id", None) == name
    if not is_its_target or not isinstance(statement, ast.AugAssign) or _assigned_later(crash, name):
        return None
    sign = f"{sign_of(statement.op)}="
    means = f"`{sign}` starts from the old value of a name, and no line before this one gives `{name}` a value."
    advice = f"Does the text start from an old value here? Then `{name}` needs a start value in a line above."
    return "unknown name", f"`{sign}` finds no value of `{name}`.", means, advice


def _swapped(crash: Crash, name: str, line: str) -> Explained:
    """A parameter that gets a value made of a name without one: the two are in each other's place."""
    statement = crash.statement
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    if not isinstance(target, ast.Name) or target.id not in crash.exercise.given or name in crash.values.names:
        return None
    observed = f"`{target.id}` gets a value here, and `{name}` has none."
    means = f"`{target.id}` is a given parameter. The name that gets the value goes on the left of the equals sign."
    return "sides exchanged", observed, means, f"Which of the two, `{target.id}` or `{name}`, should get a value here?"


def _unit(crash: Crash, name: str, line: str) -> Explained:
    if name not in crash.exercise.unit_words or not re.search(rf"\d[\d.eE+-]*\s*\*?\s*{name}\b", line):
        return None
    means = f"`{name}` looks like a unit. Python has no units: write the number alone."
    advice = "Write the unit in a comment, after the sign #."
    return "unit in code", f"Python does not know the name `{name}`.", means, advice


def _another_twice(crash: Crash, name: str, line: str) -> Explained:
    twice = _given_twice(crash) if name in crash.exercise.parameter_names else None
    if twice is None:
        return None
    means = f"No line gives `{name}` a value, so line {crash.failure['line']} stops."
    return "name changed", f"`{twice.id}` gets a second value here.", means, "Which name belongs in this line?", twice


def _assigned_below(crash: Crash, name: str, line: str) -> Explained:
    """At the top level alone: in a loop, a line below may have run before."""
    is_in_loop = any(isinstance(node, (ast.For, ast.While)) for node in ast.walk(crash.tree))
    return None if is_in_loop else _too_early(crash, name, line)


def _too_early(crash: Crash, name: str, line: str) -> Explained:
    later = _assigned_later(crash, name)
    target = crash.statement.targets[0] if isinstance(crash.statement, ast.Assign) else None
    if isinstance(target, ast.Subscript) and getattr(target.value, "id", "") == name:
        return None
    if not later or name in _given_before(crash):
        return None
    if starts_from_itself(crash, name, later):
        means = f"Line {later} computes it from its old value, and no line gives it a first one."
        return "used too early", f"`{name}` has no start value.", means, f"Which value does `{name}` begin with?"
    means = f"It gets its value in line {later}, and Python runs the lines from top to bottom."
    advice = f"Change the order: `{name}` must have its value first."
    last = _last_of_several(crash)
    if last > later:
        means = f"Lines {later} to {last} give values to its names, and Python runs the lines from top to bottom."
        advice = f"Change the order: this line must come after line {last}."
    return "used too early", f"`{name}` is used before it has a value.", means, advice


def _given_before(crash: Crash) -> set[str]:
    """The names to which a line above gives a value, or that a line takes their value from."""
    line = crash.failure.get("line") or 0
    names = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Name)]
    above = {node.id for node in names if isinstance(node.ctx, ast.Store) and node.lineno < line}
    return above | {node.id for node in names if isinstance(node.ctx, ast.Del)}


def _last_of_several(crash: Crash) -> int:
    """The last of the lines below, outside all loops, that give a name of this line its value; 0 where they need it."""
    statement = crash.statement
    if statement is None or statement not in crash.tree.body or not isinstance(statement, (ast.Expr, ast.Assign)):
        return 0
    used = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    own = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    below = [s for s in crash.tree.body if isinstance(s, ast.Assign) and s.lineno > statement.lineno]
    makers = [s for s in below if getattr(s.targets[0], "id", "") in used - set(crash.values.names)]
    if not makers or any(isinstance(n, ast.Name) and n.id in own for s in makers for n in ast.walk(s.value)):
        return 0
    return makers[-1].lineno


def _misspelled(crash: Crash, name: str, line: str) -> Explained:
    known = [other for other in crash.values.names if not other.startswith("__") and other != name]
    known += [other for other in arguments_around(crash) if other != name]
    if any(getattr(call.func, "id", "") == name for call in crash.within(ast.Call)):  # no number is called
        known = [other for other in known if kind_of(crash.values.names.get(other)) == "a function"]
    close = close_name(name, [*known, "np", "plt"])
    of_the_exercise = {*crash.exercise.words, *crash.exercise.parameter_names, *crash.exercise.loops}
    if not close or {name, close} <= of_the_exercise:  # two names of the text, of which none is misspelled
        return None
    foreign = first_foreign(name)
    if foreign is not None and in_plain_signs(name) == close:
        _, letter, plain = foreign
        means = f"It looks like `{close}`, but its `{letter}` is {a_sign_of(letter)}, not the ordinary `{plain}`."
        advice = f"{ENGLISH} the name again."
        return "look-alike character", f"Python does not know the name `{name}`.", means, advice
    defined = _defined(crash, close)
    if defined is not None and name in crash.exercise.parameter_names and close not in crash.exercise.parameter_names:
        means = f"Line {defined.lineno} gives its value to another name, `{close}`."
        advice = f"The exercise calls it `{name}`: type the name again in line {defined.lineno}, letter by letter."
        return "unknown name", f"`{name}` has no value.", means, advice, defined
    means = f"There is a name `{close}`. {spelling_of(name, close)}"
    return "unknown name", f"Python does not know the name `{name}`.", means, f"Did you mean `{close}`?"


def _defined(crash: Crash, name: str) -> ast.Name | None:
    """The place where a line of the answer gives this name its value."""
    names = (node for node in ast.walk(crash.tree) if isinstance(node, ast.Name))
    return next((node for node in names if node.id == name and isinstance(node.ctx, ast.Store)), None)


def _of_brackets(crash: Crash, name: str, line: str) -> Explained:
    counter = name_in_brackets(crash, name)
    return None if counter is None else ("unknown name", f"Python does not know the name `{name}`.", *counter)


def _of_a_counter(crash: Crash, name: str, line: str) -> Explained:
    """A counter of the exercise's, where the loop around counts with another name that nothing reads."""
    counter = number_of_the_round(crash, name)
    if counter is not None:
        return "unknown name", f"`{name}` has no value.", *counter
    return _of_the_loop(crash, name, line) if name in crash.exercise.loops else None


def _of_the_loop(crash: Crash, name: str, line: str) -> Explained:
    counter = counter_around(crash, name)
    return None if counter is None else ("unknown name", f"Python does not know the name `{name}`.", *counter)


REASONS = (
    _arrow, greek, slashes, percent, letter_of_a_text, function_below, of_self, of_a_default, argument_without_value,
    appends_to_itself, of_an_unread_argument,
    of_a_function, of_another_place, of_a_lost_result, _of_brackets, _adds_to_it, _unit, _swapped,
    no_equals_sign, colon, _assigned_below, in_a_comment, comparison,
    without_quotes, as_in_an_equation, of_pi, of_r, of_other_languages, of_pyplot, _another_twice, _too_early,
    _of_a_counter, in_capitals, glued_names, _misspelled,
    of_numpy, _of_the_loop, given_but_not_run,
)  # fmt: skip


def _given_twice(crash: Crash) -> ast.Name | None:
    """The second place at top level in which a parameter gets a value."""
    given: set[str] = set()
    for statement in crash.tree.body:
        for target in statement.targets if isinstance(statement, ast.Assign) else ():
            if isinstance(target, ast.Name) and target.id in crash.exercise.parameter_names:
                if target.id in given:
                    return target
                given.add(target.id)
    return None


def _assigned_later(crash: Crash, name: str) -> int | None:
    names = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Name) and node.id == name]
    lines = [node.lineno for node in names if isinstance(node.ctx, ast.Store)]
    line = crash.failure.get("line") or 0
    return min((n for n in lines if n > line), default=None)
