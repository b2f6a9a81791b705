"""Lines without their equals sign, and words behind a value."""

from __future__ import annotations

import builtins
import difflib
import keyword
import re

from .unreadable import Explained, Unreadable, blanked, text


def no_equals_sign(problem: Unreadable, line: int) -> Explained:
    """``r  100e6``"""
    code = problem.lines[line - 1]
    name = re.match(r"\s*([A-Za-z_]\w*(?:\[[^\[\]=]*\])?)\s+(?=[\w(\[{\"'.])", text(problem, line))
    if name is None or keyword.iskeyword(name[1]) or hasattr(builtins, name[1]):
        return None
    rest = code[name.end() :]
    if re.match(r"[\w.\[\]]+\s*[-+*/]?=(?!=)", rest) or not problem.reads_on(line, f"{code[: name.end()]}= {rest}"):
        return None
    means = f"An equals sign gives `{name[1]}` the value behind it."
    advice = f"Type it behind `{name[1]}`."
    return "no equals sign", f"there is no equals sign behind `{name[1]}`.", means, advice, name.span(1)


def word_behind(problem: Unreadable, line: int) -> Explained:
    """``step_end = 150 steps``: a word that names no value, as one says it aloud."""
    code, bare = problem.lines[line - 1], text(problem, line)
    word = re.search(r"(?<=[\w)\]])\s+([A-Za-z]{3,})(?=\s*(?:[,)\]]|$))", bare)
    known = known_names(problem)
    if word is None or keyword.iskeyword(word[1]) or word[1] in known:
        return None
    is_plural = word[1][:-1] in known and word[1].endswith("s")
    if difflib.get_close_matches(word[1], known, 1, 0.7) and not is_plural:
        return None
    if not problem.reads_on(line, f"{code[: word.start()]}{code[word.end() :]}"):
        return None
    means = "Python takes the word for a name, and no line gives it a value."
    return "word too many", f"the word `{word[1]}` is behind a value.", means, "Delete the word.", word.span(1)


def known_names(problem: Unreadable) -> set[str]:
    """The names of values, functions and arguments."""
    exercise, source = problem.exercise, "\n".join(map(blanked, problem.lines))
    named = re.findall(r"(?<![\w.])([A-Za-z_]\w*)(?=\s*(?:,\s*\w+\s*)*=(?!=)|\s+in\b|\s*\()", source)
    targets = {equation.target for equation in exercise.equations}
    own = {*exercise.given, *exercise.parameter_names, *exercise.arguments, *exercise.loops, *named}
    return own | targets | set(dir(builtins))
