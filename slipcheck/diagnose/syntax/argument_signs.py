"""Arguments of a call with another sign, or a word, in the place of a comma or an equals sign."""

from __future__ import annotations

import re

from .gaps import is_argument
from .unreadable import Explained, Unreadable, text

JOINS = re.compile(r"(,?)\s+(and|with|plus|und|&|\+)\s+(?=(\w+)\s*=(?!=)|[\"'])")


def word_for_a_comma(problem: Unreadable, line: int) -> Explained:
    """``plt.plot(t, v, "k." and alpha=0.1)``"""
    code, bare = problem.lines[line - 1], text(problem, line)
    words = [match for match in JOINS.finditer(code) if bare[match.start(2) : match.end(2)].strip()]
    if not words or line != problem.line:
        return None
    changed = code
    for match in reversed(words):
        changed = f"{changed[: match.start()]}, {changed[match.end() :]}"
    if not problem.reads_on(line, changed):
        return None
    word = words[0]
    means = "A comma separates the arguments of a function."
    advice = "Delete it." if word[1] else "Type a comma in its place."
    if len(words) > 1:
        means = f"{means} This line has {len(words)} such words."
    what = "word" if word[2].isalpha() else "sign"
    observed = f"the {what} `{word[2]}` comes before an argument."
    return "word for a comma", observed, means, advice, word.span(2)


def colon_for_equals(problem: Unreadable, line: int) -> Explained:
    """``plt.plot(t, v, label: "v")``"""
    code, bare = problem.lines[line - 1], text(problem, line)
    named = [match for match in re.finditer(r"[(,]\s*(\w+)\s*(:)", bare) if is_argument(problem, match[1])]
    if not named or line != problem.line:
        return None
    changed = code
    for match in named:
        changed = f"{changed[: match.start(2)]}={changed[match.end(2) :]}"
    if not problem.reads_on(line, changed):
        return None
    means = "An argument needs an equals sign between its name and its value."
    advice = "Type one in place of the colon." if len(named) == 1 else "Type one in place of each such colon."
    return "colon for an equals sign", f"a colon comes after `{named[0][1]}`.", means, advice, named[0].span(1)


def colon_for_a_slash(problem: Unreadable, line: int) -> Explained:
    """``sum(a) : b``"""
    code, bare = problem.lines[line - 1], text(problem, line)
    colon = re.search(r"(?<=[\w)\]])\s*(:)\s*(?=[\w(])", bare)
    if colon is None or line != problem.line or re.match(r"\s*(for|while|if|elif|else|def|with)\b", bare):
        return None
    if re.search(r"[(\[{]\s*\w*\s*$", bare[: colon.start()]):  # a part of a list or an array
        return None
    if not problem.reads_on(line, f"{code[: colon.start(1)]}/{code[colon.end(1) :]}"):
        return None
    means = "On paper that can be a division. Python divides with a slash."
    return "colon for a slash", "a colon is between two values.", means, "Type a slash in its place.", colon.span(1)
