"""A row of an answer as the course would write it: what is put in the place of a line that is at fault."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator

from slipcheck.exercise import Exercise
from slipcheck.judge.parse import parsed

ASSIGNED = re.compile(r"(\s*)(\w+)\s*[-+*/]?=(?!=)\s*")
ENTRY = re.compile(r"(\s*)(\w+)\s*\[.*\]\s*[-+*/]?=(?!=)")
COMMAND = re.compile(r"(\s*)((?:\w+\.)*)(\w+)\s*\(")
LOOP = re.compile(r"(\s*for\s+\w+\s+in\s+).*:\s*(#.*)?$")
DRAWN = re.compile(r"\b(U|XI)\b")  # what the formulas of the course draw
ANY_DRAW = {"U": "np.random.random()", "XI": "(2 * np.random.random() - 1)"}
SET_UP = {"title": '"title"', "legend": "", "seed": "{seed}"}  # commands beside the curves, and what they need
LABELS = ("xlabel", "ylabel")


def rows_of_the_course(row: str, exercise: Exercise) -> Iterator[str]:
    """The lines of the course that do what a row is to do."""
    loop, assigned, entry, command = (kind.match(row) for kind in (LOOP, ASSIGNED, ENTRY, COMMAND))
    if loop is not None:
        yield from (f"{loop[1]}{text}:" for texts in exercise.loops.values() for text in texts)
    elif assigned is not None:
        yield from assignments(assigned[2], row, exercise)
    elif entry is not None:
        yield from (f"{entry[1]}{equation.line}" for equation in exercise.equations if equation.line)
    elif command is not None:
        yield from _commands(command, exercise)


def assignments(name: str, row: str, exercise: Exercise) -> Iterator[str]:
    """The lines of the course that give a name its value, those in loops first.

    A line that draws random numbers is one only in the place of a row that draws some.
    """
    equations = [equation for equation in exercise.equations if equation.target == name and not equation.is_entry]
    for equation in sorted(equations, key=lambda equation: -equation.depth):
        formula = equation.texts[0]
        if "random" in row or not DRAWN.search(formula):
            yield f"{indent(row)}{name} = {DRAWN.sub(lambda drawn: ANY_DRAW[drawn[0]], formula)}"
    if not equations and hasattr(exercise.parameters, name):
        yield f"{indent(row)}{name} = {getattr(exercise.parameters, name)!r}"


def _commands(command: re.Match[str], exercise: Exercise) -> Iterator[str]:
    """A command as the course asks for it."""
    before, module, name = command.groups()
    if name == "append":
        yield from (f"{before}{each.line}" for each in exercise.equations if each.line and f"{each.target}." == module)
    asked = [output.shows for output in exercise.outputs if output.command == name]
    in_use = [shows for shows in asked if all(shown in command.string for shown in shows)]
    for shows in in_use or asked:
        marker = ', "k."' if name == "plot" else ""
        yield f"{before}{module}{name}({', '.join(shows)}{marker})"
    if name in SET_UP:
        yield f"{before}{module}{name}({SET_UP[name].format(seed=exercise.parameters.seed)})"


def is_not_asked_for(row: str, exercise: Exercise) -> bool:
    """Whether a row is a command of pyplot that the figure does not need."""
    command = COMMAND.match(row)
    needed = {*SET_UP, *LABELS, *(output.command for output in exercise.outputs)}
    return command is not None and command[2] == "plt." and command[3] not in needed


def names_read(row: str) -> set[str]:
    """The names that a row needs, beside those of Python itself."""
    tree = parsed(f"{row.strip()}{' pass' if row.endswith(':') else ''}") or ast.Module([], [])
    read = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    return {node.id for node in read} - set(dir(builtins)) - {"np", "plt"}


def indent(row: str) -> str:
    """The blanks that a row begins with."""
    return row[: len(row) - len(row.lstrip())]
