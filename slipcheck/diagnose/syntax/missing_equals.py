"""Lines without their equals sign, and words behind a value."""

from __future__ import annotations

import builtins
import difflib
import keyword
import re

import matplotlib.pyplot as plt
import numpy as np

from ..crashes.foreign_names import FOREIGN
from .unreadable import Explained, Unreadable, known_names, text


def no_equals_sign(problem: Unreadable, line: int) -> Explained:
    """``r  100e6``"""
    code = problem.lines[line - 1]
    name = re.match(r"\s*([A-Za-z_]\w*(?:\[[^\[\]=]*\])?)\s+(?=[\w(\[{\"'.])", text(problem, line))
    if name is None or keyword.iskeyword(name[1]):
        return None
    rest = code[name.end() :]
    if name[1] in FOREIGN and problem.reads_on(line, f"{code[: name.start(1)]}print({rest})", is_repair=False):
        means = f"It is {FOREIGN[name[1]]}."
        observed = f"Python does not know `{name[1]}`."
        return "unknown name", observed, means, "Use Python's word in its place, with round brackets.", name.span(1)
    if _is_command(problem, name[1]) or re.match(r"[\w.\[\]]+\s*[-+*/]?=(?!=)", rest):
        return None
    for_the_sign = _word_for_the_sign(problem, line, name.end())
    if for_the_sign is not None:
        return for_the_sign
    if not problem.reads_on(line, f"{code[: name.end()]}= {rest}"):
        return None
    means = f"An equals sign gives `{name[1]}` the value after it."
    advice = f"Type it after `{name[1]}`."
    return "no equals sign", f"there is no equals sign after `{name[1]}`.", means, advice, name.span(1)


def _word_for_the_sign(problem: Unreadable, line: int, start: int) -> Explained:
    """``v becomes 3``: what begins behind the name."""
    code = problem.lines[line - 1]
    word = re.match(r"([A-Za-z]{2,})\s+(?=[\w(\[{\"'.-])", code[start:])
    if word is None or keyword.iskeyword(word[1]) or word[1] in known_names(problem):
        return None
    if not problem.reads_on(line, f"{code[:start]}= {code[start + word.end() :]}"):
        return None
    means = "In Python an equals sign gives a name its value."
    observed = f"the word `{word[1]}` comes after the name."
    return "word for a sign", observed, means, "Type the sign in its place.", (start, start + len(word[1]))


def word_in_front(problem: Unreadable, line: int) -> Explained:
    """``new v = 3``"""
    code = problem.lines[line - 1]
    word = re.match(r"(\s*)([A-Za-z]{2,})\s+(?=[A-Za-z_]\w*\s*=(?!=))", text(problem, line))
    if word is None or keyword.iskeyword(word[2]) or word[2] in known_names(problem) - {"set"}:
        return None
    if not problem.reads_on(line, f"{word[1]}{code[word.end() :]}"):
        return None
    means = "In Python the line begins with the name that gets the value."
    return "word too many", f"the word `{word[2]}` is in front of the name.", means, "Delete the word.", word.span(2)


def _is_command(problem: Unreadable, name: str) -> bool:
    """Whether it names a function, or nothing that the exercise or another line speaks of."""
    is_function = any(callable(getattr(package, name, None)) for package in (builtins, np, plt))
    exercise, root = problem.exercise, name.partition("[")[0]
    targets = {equation.target for equation in exercise.equations}
    is_known = root in {*exercise.words, *exercise.parameter_names, *exercise.given, *targets}
    is_used = len(re.findall(rf"(?<![\w.]){root}\b", problem.source)) > 1
    return not is_known and (is_function or not is_used)


def word_behind(problem: Unreadable, line: int) -> Explained:
    """``step_end = 150 steps``: a word that names no value, as one says it aloud."""
    code, bare = problem.lines[line - 1], text(problem, line)
    words = re.search(r"(?<=[\w)\]])\s+(([A-Za-z]{2,})(?:[ ,-]+[A-Za-z]+)+)[.!]?\s*$", bare)
    is_named = words is not None and (keyword.iskeyword(words[2]) or words[2] in known_names(problem))
    if words is not None and not is_named and problem.reads_on(line, code[: words.start()]):
        means = "Words in a code cell are a comment, and a comment begins with #."
        observed = f"the words `{words[1]}` come after a value."
        return "comment sign missing", observed, means, "Put a # in front of them.", words.span(1)
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
    return "word too many", f"the word `{word[1]}` comes after a value.", means, "Delete the word.", word.span(1)
