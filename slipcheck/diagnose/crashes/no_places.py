"""What has no places, or places that cannot change: a set, an enumeration, a tuple."""

from __future__ import annotations

import ast

from .crash import Crash, Explained


def unchangeable(crash: Crash, node: ast.Subscript, means: str) -> Explained:
    """A place of what cannot be changed: at the line that makes it, where one does."""
    name = crash.code(node.value)
    assigned = [n for n in ast.walk(crash.tree) if isinstance(n, ast.Assign)]
    makers = [n for n in assigned if any(getattr(target, "id", "") == name for target in n.targets)]
    observed = f"`{crash.code(node)}` cannot get a new value."
    if len(makers) != 1:
        return "tuple changed", observed, means, f"Make a list of `{name}`."
    means = f"{means} So line {crash.failure['line']} stops: it gives `{crash.code(node)}` a new value."
    return "tuple changed", f"`{name}` should be a list.", means, "What makes a list?", makers[0].value


def place_of_a_set(crash: Crash, node: ast.Subscript) -> Explained:
    """A place of a set: at the line that makes it, where one does."""
    name = crash.code(node.value)
    assigned = [n for n in ast.walk(crash.tree) if isinstance(n, ast.Assign)]
    makers = [n.value for n in assigned if any(getattr(target, "id", "") == name for target in n.targets)]
    sets = [made for made in makers if isinstance(made, (ast.Set, ast.SetComp))]
    observed = f"`{crash.code(node)}` asks for a place of a set."
    if len(sets) != 1:
        return "curly brackets", observed, "A set has no places.", f"Make a list of `{name}`."
    means = f"They make a set, which has no places. So line {crash.failure['line']} stops."
    return "curly brackets", f"`{name}` is made with curly brackets.", means, "Which brackets make a list?", sets[0]


def index_of_enumerate(crash: Crash, node: ast.Subscript) -> Explained:
    """Square brackets behind ``enumerate(...)``, or behind a name that holds its result."""
    observed = f"`{crash.code(node)}` takes places of an enumeration."
    means = "`enumerate` gives its pairs one after the other. They have no places."
    argument = node.value.args[0] if isinstance(node.value, ast.Call) and node.value.args else None
    if argument is None:
        return "index of an enumeration", observed, means, "Loop through the pairs with `for`."
    name = crash.code(argument)
    observed = "the square brackets follow `enumerate(...)`."
    means = f"`enumerate` gives its pairs one after the other, and has no places. `{name}` has places."
    advice = f"Move the square brackets to `{name}`, inside the round brackets."
    return "index of an enumeration", observed, means, advice
