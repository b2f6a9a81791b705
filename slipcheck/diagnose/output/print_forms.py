"""Print commands whose values are right and whose form is not."""

from __future__ import annotations

import ast
import builtins
import re

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..numbers.number_patterns import Hit


def space_as_value(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A text of blanks among the values of a print, which puts a space on both sides of it by itself."""
    for node in ast.walk(tree):
        is_print = isinstance(node, ast.Call) and called(node) == "print" and "  " in observation.printed
        has_separator = any(keyword.arg == "sep" for keyword in getattr(node, "keywords", ()))
        values = node.args if isinstance(node, ast.Call) and is_print and not has_separator else []
        for value in values if len(values) > 1 else ():
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and not value.value.strip():
                means = "print adds a space between its values by itself, so now there are too many."
                return value, "a space is one of the printed values.", means, "Leave this value out."
    return None


def call_in_text(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """What should fill a text with values, inside its quotes: ``print("{:.3f} {:.4e}.format(t, i)")``."""
    lines = observation.source.splitlines()
    for node in ast.walk(tree):
        texts = node.args if isinstance(node, ast.Call) and called(node) == "print" else []
        for text in (text for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str)):
            match = re.search(r"\.format\s*\(.*\)\s*$|(?<=[a-z])\s*(%\s*\([\w, ]+\))\s*$", str(text.value))
            typed = (match[1] or match[0]).strip() if match is not None else ""
            column = lines[text.lineno - 1].find(typed)
            if not typed or column < 0:
                continue
            start = len(lines[text.lineno - 1][:column].encode())
            place = ast.Pass(
                lineno=text.lineno, col_offset=start, end_lineno=text.lineno, end_col_offset=start + len(typed.encode())
            )
            means = "So Python takes it for a part of the text, and fills in no values."
            return place, f"`{typed}` is inside the quotes.", means, "Move the closing quote: the text ends before it."
    return None


def blank_in_format(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A format that begins with a blank, which stands where a minus sign would."""
    if not re.search(r"(?m)^ |\S  +\S", observation.printed):
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue) and _form(node).startswith(" "):
            observed = f"there is a space between the colon and the format `{_form(node).strip()}`."
            means = "It prints a space in front of each number that has no minus sign."
            return node, observed, means, "Delete the space after the colon, in each format that has one."
    return None


def _form(node: ast.FormattedValue) -> str:
    return ast.unparse(node.format_spec)[2:-1] if isinstance(node.format_spec, ast.JoinedStr) else ""


def point_replaced(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Decimal points that are replaced by commas before the text is printed."""
    for node in ast.walk(tree):
        signs = [getattr(argument, "value", None) for argument in node.args] if isinstance(node, ast.Call) else []
        function = node.func if isinstance(node, ast.Call) else None
        if signs == [".", ","] and isinstance(function, ast.Attribute) and function.attr == "replace":
            means = "The exercise asks for numbers with a decimal point, as Python writes them."
            place = behind(function.value, node)
            return place, "`replace` turns each decimal point into a comma.", means, "Leave `replace` out."
    return None


def behind(first: ast.expr, whole: ast.AST) -> ast.Pass:
    """The place from the end of a piece to the end of what it begins."""
    ends = {"lineno": first.end_lineno or first.lineno, "col_offset": first.end_col_offset or first.col_offset}
    return ast.Pass(
        **ends, end_lineno=getattr(whole, "end_lineno", 0), end_col_offset=getattr(whole, "end_col_offset", 0)
    )


def no_format(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Names that print shows with all digits that Python chooses."""
    if any(_sets_digits(node) for node in ast.walk(tree)) or "[" in observation.printed:  # a whole array
        return None
    for node in ast.walk(tree):
        values = node.args if isinstance(node, ast.Call) and called(node) == "print" else []
        held = observation.variables.get(getattr(values[0], "id", "")) if values else None
        if len(values) > 1 and isinstance(held, str) and re.search(r"%\.?\d|\{", held):
            name = ast.unparse(values[0])
            means = f"print shows the text of `{name}` as it is, and the values after it with all their digits."
            return node, f"print puts no value into `{name}`.", means, "Use an f-string, as in the text."
        if len(values) > 1 and all(isinstance(value, (ast.Name, ast.Subscript)) for value in values):
            names = " and ".join(f"`{ast.unparse(value)}`" for value in values[:2])
            means = "So Python chooses how many digits it shows, and in which notation."
            advice = "Use an f-string. In its curly brackets a colon and a format come after each name."
            return node, f"{names} are printed without a format.", means, advice
    return None


def _sets_digits(node: ast.AST) -> bool:
    """Whether it makes a text of a number, or another number, with fewer digits."""
    is_call = isinstance(node, ast.Call) and called(node) in ("format", "round", "around", "format_float_scientific")
    return isinstance(node, (ast.JoinedStr, ast.Mod)) or is_call


def zeros_dropped(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A function that makes a text of a number without the zeros at its end."""
    mantissas = {len(match[1]) for match in re.finditer(r"\d\.(\d*)e[-+]", observation.printed)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) == "format_float_scientific" and len(mantissas) > 1:
            means = "So the printed numbers do not all have the same number of decimals."
            advice = "Print the number with a format in an f-string. A format keeps the zeros."
            return node, f"`{ast.unparse(node.func)}` leaves out zeros at the end of a number.", means, advice
    return None


def round_for_curly(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Round brackets in an f-string where the curly ones belong."""
    for node in ast.walk(tree):
        texts = node.values if isinstance(node, ast.JoinedStr) else []
        if len(texts) == 1 and isinstance(texts[0], ast.Constant):
            inside = re.search(r"\(\w+:\.?\d*[a-z]\)", str(texts[0].value))
            if inside is not None:
                means = "An f-string puts in a value only where curly brackets are. All else is printed as it is."
                observed = f"`{inside[0]}` has round brackets."
                return node, observed, means, "Which brackets belong around each name with its format?"
    return None


def round_for_a_format(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A rounded number that is printed without a format: it has no fixed number of decimals."""
    formatted = {
        id(part)
        for piece in ast.walk(tree)
        if isinstance(piece, ast.FormattedValue) and piece.format_spec is not None
        for part in ast.walk(piece)
    }
    printed = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in ("print", "str")]
    shown = [part for call in printed for part in ast.walk(call) if id(part) not in formatted]
    names = {part.id for part in shown if isinstance(part, ast.Name)}
    kept = [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign) and _name_of(node) in names]
    rounded = [part for part in (*shown, *kept) if isinstance(part, ast.Call) and called(part) == "round"]
    if not rounded:
        return None
    means = "Python still leaves out zeros at the end: it prints 0.01 for 0.010."
    advice = "Use a format: it sets the number of decimals."
    return rounded[0], "`round` does not set how many decimals are printed.", means, advice


def _name_of(line: ast.Assign) -> str:
    return getattr(line.targets[0], "id", "")


def width_in_format(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A format with a least width, which puts spaces before a number."""
    for node in ast.walk(tree):
        spec = node.format_spec if isinstance(node, ast.FormattedValue) else None
        form = ast.unparse(spec)[2:-1] if isinstance(spec, ast.JoinedStr) else ""
        width = re.match(r"[<>^ +]?(\d+)\.", form)
        if width is not None and "  " in f" {observation.printed}":
            observed = f"the format `:{form}` makes the number at least {width[1]} characters wide."
            means, advice = "It puts spaces in the free places.", "Leave the number before the point out."
            forms = [
                _form(part) for part in ast.walk(tree) if isinstance(part, ast.FormattedValue) and part is not node
            ]
            others = [f"`:{other}`" for other in forms if re.match(r"[<>^ +]?\d+\.", other)]
            if others:
                means = f"{means} {' and '.join(dict.fromkeys(others))} has such a number too."
                advice = "Leave the number before the point out, each time."
            return node, observed, means, advice
    return None


def two_prints(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Two prints in one block, of one number each, where a line of the output should hold both."""
    numbers = [line for line in observation.printed.splitlines() if re.search(r"\d", line)]
    for block in (node.body for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While, ast.FunctionDef))):
        values = [s.value for s in block if isinstance(s, ast.Expr)]
        prints = [value for value in values if isinstance(value, ast.Call) and called(value) == "print"]
        are_alone = all(len(call.args) == 1 and not call.keywords for call in prints)
        if len(prints) != 2 or not are_alone or not numbers or any(" " in line.strip() for line in numbers):
            continue
        first, second = prints
        observed = f"this line and line {second.lineno} print one number each."
        if first.lineno == second.lineno:
            observed = "this line has two prints, of one number each."
        means = "Each print begins a new line, so the two numbers are on two lines of the output."
        return first, observed, means, "Print both with one print."
    return None


def same_in_each_round(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A text that is made anew for each value of a for in brackets, and uses none of these values."""
    loops = [node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While))]
    stored = {
        node.id
        for loop in loops
        for node in ast.walk(loop)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "print"):
        for made in ast.walk(call):
            if not isinstance(made, (ast.GeneratorExp, ast.ListComp)):
                continue
            names = {
                node.id for clause in made.generators for node in ast.walk(clause.target) if isinstance(node, ast.Name)
            }
            read = [node.id for node in ast.walk(made.elt) if isinstance(node, ast.Name) and node.id in stored]
            if read and not names & {node.id for node in ast.walk(made.elt) if isinstance(node, ast.Name)}:
                counter = sorted(names)[0]
                means = (
                    f"`{read[0]}` does not change with `{counter}`: it keeps the value that it has before this line."
                )
                advice = "Print in the loop above instead, one line in each round, without this `for`."
                return made, "this `for` makes the same text again and again.", means, advice
    return None


def place_of_format(node: ast.FormattedValue, spec: str, source: str) -> ast.AST:
    """The curly brackets with this format; before Python 3.12 their node has the place of the whole text."""
    line = source.splitlines()[node.lineno - 1]
    found = list(re.finditer(rf"\{{[^{{}}]*:{re.escape(spec)}\}}", line))
    if len(found) != 1:
        return node
    start, end = (len(line[:k].encode()) for k in found[0].span())
    return ast.Pass(lineno=node.lineno, col_offset=start, end_lineno=node.lineno, end_col_offset=end)


def function_printed(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A name among the printed ones that no line makes, and that is a function or a type of Python's own."""
    made = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in ast.walk(tree):
        for value in node.args if isinstance(node, ast.Call) and called(node) == "print" else []:
            name = getattr(value, "id", "")
            if name in made or name in exercise.given or not callable(getattr(builtins, name, None)):
                continue
            function = f"`{getattr(builtins, name)}`"
            means = f"print shows it as {function}, not as a number."
            return value, f"`{name}` is a function of Python.", means, "Which name belongs in its place?"
    return None
