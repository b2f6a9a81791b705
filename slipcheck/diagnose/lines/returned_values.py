"""What a function computes and does not give back, and one list under two names."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..crashes.nothing import gives_back, of_a_function
from ..formulas.pieces import called
from ..numbers.number_patterns import Hit


def other_name_returned(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A function that computes a new value under one name, reads it nowhere, and gives back an argument unchanged."""
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
        read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
        stored = {node.id: node.lineno for node in names if isinstance(node.ctx, ast.Store)}
        if any(isinstance(n, ast.Subscript) and isinstance(n.ctx, ast.Store) for n in ast.walk(function)):
            continue  # the argument may be changed in its places
        lost = sorted(set(stored) - read)
        for line in (node for node in ast.walk(function) if isinstance(node, ast.Return)):
            given = getattr(line.value, "id", "")
            if lost and given in {argument.arg for argument in function.args.args} - set(stored):
                observed = f"`{function.name}` gives back `{given}`, as it came in."
                means = f"Line {stored[lost[0]]} computes `{lost[0]}`, and no line uses it."
                return line, observed, means, "Which of the two should the function give back?"
    return None


def nothing_returned(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A function that gives nothing back, of which a line stores the result."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and not gives_back(node)]
    for line in (node for node in ast.walk(tree) if isinstance(node, ast.Assign)):
        call = line.value
        function = next((f for f in functions if isinstance(call, ast.Call) and called(call) == f.name), None)
        if function is not None and isinstance(call, ast.Call):
            _, observed, means, advice, node = of_a_function(function, call)
            return node, observed, means, advice
    return None


def result_never_read(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """The result of the only call of a function, under a name of the student's own that no line reads."""
    functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    calls = [called(node) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for line in (node for node in ast.walk(tree) if isinstance(node, ast.Assign)):
        name = getattr(line.targets[0], "id", "")
        function = called(line.value) if isinstance(line.value, ast.Call) else ""
        is_own = function in functions and calls.count(function) == 1
        if name and is_own and name not in read and name not in exercise.words:
            means = f"No line reads `{name}`. So nothing uses what `{function}` computes."
            advice = "Under which name do the other lines need this result?"
            return line, f"the result of `{function}` is stored as `{name}`.", means, advice
    return None


def one_list_for_two(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Two names that one line gives the same empty list, and to which others append."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    grown = {getattr(f.value, "id", "") for f in calls if isinstance(f, ast.Attribute) and f.attr == "append"}
    for line in (node for node in ast.walk(tree) if isinstance(node, ast.Assign) and len(node.targets) > 1):
        names = [target.id for target in line.targets if isinstance(target, ast.Name)]
        if isinstance(line.value, ast.List) and set(names) <= grown and len(names) > 1:
            observed = f"`{names[0]}` and `{names[1]}` are two names for one list."
            means = f"So what is appended to `{names[1]}` is in `{names[0]}` too."
            return line, observed, means, "Make a list for each of the two names, in a line of its own."
    return None
