"""What is printed in place of values: nothing, names, functions and None."""

from __future__ import annotations

import ast
import re

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..numbers.number_patterns import Hit


def shown_by_name(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Names that stand alone in a line, where something is to be printed."""
    if observation.printed:
        return None
    for k, line in enumerate(observation.source.splitlines(), 1):
        comment = re.match(r"(?P<code>[^#'\"]*\S[^#'\"]*)#.*\bprint\s*\(", line)
        if comment is not None:
            start = line.index("print", comment.end("code"))
            place = ast.Pass(lineno=k, col_offset=start, end_lineno=k, end_col_offset=len(line))
            return (
                place,
                "`print` comes after a #.",
                "Python ignores the rest of the line.",
                "Begin a new line with it.",
            )
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) == "print":
            means = "An equals sign gives `print` a new value. It is a function, and round brackets call it."
            advice = "Leave the equals sign out. Then type `del print` in an empty cell and run it once."
            return node, "`print` gets a value, and prints nothing.", means, advice
        if isinstance(node, ast.Expr) and isinstance(node.value, (ast.Name, ast.JoinedStr, ast.Tuple)):
            code = ast.unparse(node.value)
            if code == "print":
                means = "So it is named, and not carried out."
                return (
                    node,
                    "`print` has no round brackets.",
                    means,
                    "Put round brackets after it, and the values in them.",
                )
            means = "Without a command nothing is printed."
            if node is tree.body[-1]:
                means = "A notebook shows the last line of a cell as its result, but does not print it."
            return node, f"`{code}` is alone in this line.", means, "Which command prints values?"
    return None


def never_shown(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A text that is stored and not printed, or a function with a print that is not called."""
    if observation.printed:
        return None
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.JoinedStr):
            name = getattr(node.targets[0], "id", "")
            if name and name not in read:
                means = f"No line reads `{name}`, so nothing is printed."
                return node, f"a text is stored as `{name}`.", means, "Which command prints a text?"
        if isinstance(node, ast.FunctionDef) and node.name not in read and _prints(node):
            means = f"No line calls `{node.name}`, so its print is never carried out."
            return node, f"the function `{node.name}` is not called.", means, "Call it below its last line."
    return None


def _prints(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "print"]


def name_as_text(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A name in quotes in a print that shows no number."""
    if re.search(r"\d", observation.printed):
        return None
    made = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for call in _prints(tree):
        for text in ast.walk(call):
            word = text.value if isinstance(text, ast.Constant) else None
            name = word.strip() if isinstance(word, str) else ""
            if name in made and name in observation.printed:
                means = f"Quotes make a text of `{name}`: print shows the word, not its value."
                advice = "Leave out the quotes around the name."
                if any(isinstance(part, ast.JoinedStr) and text in part.values for part in ast.walk(call)):
                    advice = "Curly brackets around the name put in its value."
                return text, f"the name '{name}' is in quotes.", means, advice
    return None


def function_itself(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A function of the answer's own that is printed, and not called."""
    if "<function" not in observation.printed:
        return None
    functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for call in _prints(tree):
        for part in ast.walk(call):
            is_called = any(isinstance(other, ast.Call) and other.func is part for other in ast.walk(call))
            if isinstance(part, ast.Name) and part.id in functions and not is_called:
                means = f"So print shows the function, and not what it gives back: `<function {part.id} ...>`."
                observed = f"`{part.id}` has no round brackets."
                return part, observed, means, "Call it: its values go into round brackets after its name."
    return None


def value_without_place(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A text under a name whose numbers ask for one value twice, and for another never: ``"{0:.3f} {0:.4e}"``."""
    kept = {getattr(s.targets[0], "id", ""): s.value for s in ast.walk(tree) if isinstance(s, ast.Assign)}
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "format"):
        name = getattr(call.func.value, "id", None) if isinstance(call.func, ast.Attribute) else None
        text = kept.get(name or "")  # one that is in the call itself is looked at with its values
        written = text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else ""
        places = re.findall(r"\{(\d+)", written)
        unread = [k for k in range(len(call.args)) if str(k) not in places]
        if text is not None and unread and len(places) > len(set(places)):
            twice = next(place for place in places if places.count(place) > 1)
            means = f"`format` counts its values from 0, and the text asks for the value {twice} more than once."
            observed = f"the text never asks for the value {unread[0]}, `{ast.unparse(call.args[unread[0]])}`."
            return text, observed, means, "Which number should stand in each pair of curly brackets?"
    return None


def none_of_print(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """What print gives back, in another print: ``i = print(2 * x)`` and then ``print(i)``."""
    if "None" not in observation.printed:
        return None
    lines = [node for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    stored = {getattr(line.targets[0], "id", ""): line.value for line in lines if line.value in _prints(tree)}
    for call in _prints(tree):
        for part in (part for argument in call.args for part in ast.walk(argument)):
            if isinstance(part, ast.Name) and part.id in stored:
                means = f"So `{part.id}` holds nothing, and line {call.lineno} shows None."
                advice = f"Store the value itself as `{part.id}`, without print. Then print `{part.id}`."
                return stored[part.id], "`print` shows a value and gives none back.", means, advice
            if part in _prints(tree):
                means = f"So the print around it shows None in line {call.lineno}."
                return part, "`print` shows a value and gives none back.", means, "Leave out one of the two prints."
    return None


def none_of_a_function(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """What a function without ``return`` gives, in a print."""
    if "None" not in observation.printed:
        return None
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for call in _prints(tree):
        for part in (part for part in ast.walk(call) if isinstance(part, ast.Call) and called(part) in functions):
            function = functions[called(part)]
            if any(isinstance(node, ast.Return) and node.value is not None for node in ast.walk(function)):
                continue
            if _prints(function):
                means = f"`{function.name}` prints by itself and gives nothing back. So print shows None too."
                advice = f"Call `{function.name}` without a print around it."
                return part, f"the result of `{function.name}` is None.", means, advice
            means = f"So it gives nothing back, and the print in line {call.lineno} shows None."
            advice = f"What should `{function.name}` give back? Return it in a line below this one."
            return function.body[-1], f"the function `{function.name}` ends here without a `return`.", means, advice
    return None
