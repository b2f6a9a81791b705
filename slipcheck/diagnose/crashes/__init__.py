"""What stopped an answer, explained from the piece that failed and from what its parts held at that moment."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from slipcheck.diagnosis import Diagnosis, quoted, spot_of, where
from slipcheck.exercise import Exercise, Message
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..same_fault import same_in
from ..values import KnownValues
from .arithmetic import arithmetic
from .attributes import attribute
from .calls import (
    FROM_0_TO_1,
    arguments,
    limits_of_a_draw,
    not_callable,
    options_in_a_dictionary,
    shape_in_pieces,
)
from .crash import Crash, Explained
from .foreign_names import roots_of_a_polynomial
from .formats import foreign_letter, format_code, format_place, text_for_number
from .indexing import not_subscriptable, not_whole
from .iterators import iterator
from .loop_values import row_as_index
from .loops import not_iterable
from .missing_keys import missing_key
from .names import unknown_name
from .nothing import nothing
from .out_of_range import no_such_axis, out_of_range
from .plot_formats import plot_format, two_texts
from .scope import local_names
from .shapes import array_for_number, sizes
from .sizes_asked import array_for_a_size
from .tuples import groups, several_under_one_name
from .zero import by_zero, overflow


def explain_crash(exercise: Exercise, observation: Observation) -> Diagnosis:
    """The diagnosis of an answer that stopped with an error while it ran."""
    failure = observation.failure or {}
    tree = parsed(observation.source) or ast.Module([], [])
    values = KnownValues(observation.variables, exercise.values(exercise.parameters))
    values.leave_out(local_names(tree, failure.get("place")))
    values.take_as_tuples(groups(tree))
    crash = Crash(exercise, observation.source, failure, tree, values)
    for kinds, explain in RULES:
        if crash.kind in kinds:
            explained = explain(crash)
            if explained is not None:
                slip, observed, means, advice, *piece = explained
                spot = spot_of(crash.source, piece[0]) if piece else crash.spot
                if not piece and (slip == "Greek letter" or advice.startswith("Did you mean")):
                    means = f"{means} {same_in(_lines_with_it_too(crash))}".strip()
                return Diagnosis(slip, Message(f"{where(spot)}: {observed}", means, advice), spot)
    words = re.sub(r"\s+", " ", f"{crash.kind}: {crash.text}").strip().rstrip(".: ")
    observed = f"{where(crash.spot)} stops with {quoted(words)}."
    is_alone = crash.statement in tree.body
    means = "Python could not carry out this line, so nothing below it was run." if is_alone else ""
    means = _what_it_uses(crash) or means
    return Diagnosis("error", Message(observed, means, "Compare the marked piece with the text."), crash.spot)


def _what_it_uses(crash: Crash) -> str:
    """What the names hold that the piece that failed uses."""
    root = crash.node or crash.statement
    names = [node.id for node in ast.walk(root) if isinstance(node, ast.Name)] if root is not None else []
    data = {name for name, value in crash.values.names.items() if value is not None and not isinstance(value, dict)}
    known = [name for name in dict.fromkeys(names) if name in data][:MOST_NAMES]
    return " ".join(f"`{name}` is {crash.described(name, crash.values.names[name])}." for name in known)


def _lines_with_it_too(crash: Crash) -> list[int]:
    """The other lines that read the name, or ask for the attribute, that Python does not know."""
    name = re.search(r"(?:name|variable|attribute) '(\w+)'", crash.text)
    known = [node for node in ast.walk(crash.tree) if isinstance(node, (ast.Name, ast.Attribute))]
    word = name[1] if name is not None else ""
    alike = [node for node in known if word == getattr(node, "id", getattr(node, "attr", ""))]
    failed = {ast.unparse(node) for node in alike if node.lineno == crash.failure.get("line")}
    if len(failed) != 1 or any(isinstance(node.ctx, ast.Store) for node in alike):
        return []
    lines = {node.lineno for node in alike if ast.unparse(node) in failed}
    return sorted(lines - {crash.failure.get("line")})


def _ellipsis(crash: Crash) -> Explained:
    if "ellipsis" not in crash.text.lower():
        return None
    return (
        "blank left",
        "there is still a `...`.",
        "The three dots stand for something that you write.",
        "Replace them.",
    )


def _import(crash: Crash) -> Explained:
    match = re.search(r"No module named '([\w.]+)'", crash.text)
    part = re.search(r"cannot import name '(\w+)' from '([\w.]+)'", crash.text)
    if match is None and part is not None:
        means = f"So line {crash.failure['line']} stops with an error."
        return "import", f"there is no `{part[1]}` in `{part[2]}`.", means, "Does this exercise need it?"
    if match is None:
        return None
    name = match[1]
    means = f"The check has NumPy and Matplotlib, and not `{name}`, even where your notebook has it."
    return "import", f"`{name}` cannot be imported.", means, "Solve the exercise without it."


def _negative_size(crash: Crash) -> Explained:
    if "negative dimensions" not in crash.text:
        return None
    call = next(crash.within(ast.Call), None)
    if call is not None and called(call) in FROM_0_TO_1:
        return limits_of_a_draw(crash, call)
    observed = f"`{crash.code(call)}` asks for a negative number of values."
    return "negative size", observed, "No array has fewer than 0 values.", "How many values should there be?"


def _input(crash: Crash) -> Explained:
    means = "Nobody types while the check runs."
    return "input", "`input` waits for something to be typed.", means, "Write the value into this line instead."


def _file(crash: Crash) -> Explained:
    name = re.search(r"'([^']+)'\s*$|^([^' ]+) not found", crash.text.rstrip("."))
    named = f"`{name[1] or name[2]}`" if name is not None else "this file"
    observed = f"there is no file or folder {named}."
    return "file", observed, "The check has no files beside the answer.", "Does the text ask for this line?"


def _calls_in(function: ast.FunctionDef) -> list[ast.Call]:
    return [node for node in ast.walk(function) if isinstance(node, ast.Call)]


def _recursion(crash: Crash) -> Explained:
    advice = "These exercises need no function that calls itself."
    functions = [node for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef)]
    line = crash.failure.get("line") or 0
    around = [node for node in functions if node.lineno <= line <= (node.end_lineno or 0)]
    function = next((node for node in around if node.name in map(called, _calls_in(node))), None)
    if function is None or any(isinstance(node, (ast.If, ast.IfExp)) for node in ast.walk(function)):
        return "recursion", "a function calls itself again and again.", "It never ends.", advice
    means = f"Each call of `{function.name}` makes the next one, and no condition ends them."
    return "recursion", f"the function `{function.name}` calls itself again and again.", means, advice


MOST_NAMES = 3  # of which a message says what they hold
ANY_VALUE = ("TypeError", "ValueError", "IndexError", "UFuncTypeError", "_UFuncNoLoopError", "AxisError")

RULES: tuple[tuple[tuple[str, ...], Callable[[Crash], Explained]], ...] = (
    (("TypeError", "ValueError"), _ellipsis),
    (ANY_VALUE, roots_of_a_polynomial),
    (("TypeError", "ValueError", "AttributeError"), nothing),
    (ANY_VALUE, several_under_one_name),
    (("TypeError",), iterator),
    (("TypeError", "ValueError"), foreign_letter),
    (("TypeError", "ValueError"), options_in_a_dictionary),
    (("TypeError",), shape_in_pieces),
    (("NameError", "UnboundLocalError"), unknown_name),
    (("TypeError",), not_callable),
    (("TypeError", "IndexError"), not_subscriptable),
    (("TypeError", "ValueError", "UFuncTypeError"), text_for_number),
    (("TypeError", "ValueError"), array_for_a_size),
    (("IndexError",), row_as_index),
    (("TypeError", "IndexError", "ValueError"), not_whole),
    (("TypeError",), not_iterable),
    (("ValueError",), _negative_size),
    (ANY_VALUE, sizes),
    (("AxisError",), no_such_axis),
    (("IndexError",), out_of_range),
    (("ZeroDivisionError",), by_zero),
    (("ModuleNotFoundError", "ImportError"), _import),
    (ANY_VALUE, array_for_number),
    (("TypeError", "ValueError", "AttributeError"), two_texts),
    (("TypeError", "ValueError", "AttributeError"), plot_format),
    (("TypeError", "ValueError"), text_for_number),
    (("ValueError", "TypeError"), format_code),
    (("KeyError",), missing_key),
    (("IndexError",), format_place),
    (ANY_VALUE, arithmetic),
    (("TypeError", "AttributeError", "ValueError"), arguments),
    (("AttributeError",), attribute),
    (("OverflowError",), overflow),
    (("RecursionError",), _recursion),
    (("EOFError",), _input),
    (("FileNotFoundError", "PermissionError"), _file),
)
