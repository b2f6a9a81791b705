"""The rule about the form of printed lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from slipcheck.exercise import Message, Parameters
from slipcheck.observe import Observation

from .quantities import LINE
from .rules import Objection, Rule

NUMBER = r"[-+]?\d+\.?\d*(?:e[-+]?\d+)?"
WHICH = ("first", "second", "third")

NONE_PRINTED = Message(
    "Lines of the output read `None`.",
    "A function without a return gives back None.",
    "Which of your prints shows the result of a function?",
)

LIST_PRINTED = Message(
    "Each line of the output repeats the line before it, and adds one number.",
    "So the first number is printed again in every round.",
    "Print the number of this round alone.",
)


def without_none(observation: Observation, p: Parameters) -> Objection:
    """A line None for each step is no remark of the student's: it is what a function without a return gives."""
    empty = sum(line.strip() == "None" for line in observation.printed.splitlines())
    return ("format code", NONE_PRINTED) if empty >= p.step_end else None


def each_once(observation: Observation, p: Parameters) -> Objection:
    """No line repeats all numbers of the line before and adds one, as a list that is printed in each round does."""
    rows = [re.findall(NUMBER, line) for line in observation.printed.splitlines()]
    grown = sum(len(row) > 1 and row[: len(before)] == before != row for before, row in pairwise(rows))
    return ("list in each round", LIST_PRINTED) if grown >= p.step_end - 2 else without_none(observation, p)


def printed_as(pattern: str, example: str, slip: str = "format code") -> Rule:
    """Every printed line with numbers, if there is any, matches ``pattern``; at least one line a step does."""

    def rule(observation: Observation, p: Parameters) -> Objection:
        lines = [line.rstrip() for line in observation.printed.splitlines() if re.search(r"\d", line)]
        good = [line for line in lines if re.fullmatch(pattern, line)]
        if len(good) >= p.step_end:
            return without_none(observation, p)
        right = set(good)
        bad = next((line for line in lines if line not in right), "")
        if not bad:
            return slip, _too_few(len(good), p.step_end, example, "print" in observation.source)
        return slip, _unlike(bad, example, "\\t" in observation.source)

    return rule


def _too_few(count: int, needed: int, example: str, has_print: bool) -> Message:
    """Of lines that are right as far as there are any."""
    if not count:
        advice = (
            "Look at what your print shows, and whether it is carried out." if has_print else "Which command prints?"
        )
        return Message("No line with numbers is printed.", f"A line should look like `{example}`.", advice)
    lines = "1 line of numbers is" if count == 1 else f"{count} lines of numbers are"
    advice = "How often is your print carried out?"
    return Message(f"Only {lines} printed.", f"There should be {needed}, one for each step.", advice)


def _unlike(line: str, example: str, has_tab_code: bool = False) -> Message:
    """In what a printed line differs from the example."""
    line = line[:LINE]
    observed = f"A line of the output reads `{line[:60]}{'…' if len(line) > 60 else ''}`."
    expected = f"It should have the form of `{example}`."
    if re.search(r"\d\.\d+\.\d", line) and " " not in line.strip():
        return Message(observed, f"{expected} There is no space between the numbers.", "Print one space between them.")
    code = re.search(r"\w*:\.\d+[a-zA-Z]", line)
    if code is not None:
        means = f"{expected} The letters “{code[0]}” are printed as they are, in place of a value."
        return Message(observed, means, "Which brackets turn a name and its format into a value?")
    if re.search(r"(?<!\d)\.\d", line):
        means = f"{expected} The 0 in front of a point is missing."
        return Message(observed, means, "What takes this 0 away?")
    if re.search(r"\d,\d", line):
        means = f"{expected} The decimal sign should be a point; here it is a comma."
        return Message(observed, means, "What puts a comma in the place of the point?")
    if re.search(r"\{\w*(:[^}]*)?\}", line):
        means = f"{expected} Curly brackets are printed as they are, in place of values."
        return Message(observed, means, "Which letter in front of a quote makes a text put in values?")
    if re.search(r"\dE[-+]?\d", line):
        means = f"{expected} The exponent follows a small e; here it is a capital E."
        return Message(observed, means, "Which letter at the end of a format gives a small e?")
    plain = re.sub(r"\bnp\.\w+\(([^()]*)\)", r"\1", line)  # a number of NumPy within brackets shows its type
    numbers = re.findall(NUMBER, plain)
    expected_numbers = re.findall(NUMBER, example)
    if re.fullmatch(r"\(.*,.*\)", plain) or (plain.startswith("[") and len(numbers) == len(expected_numbers)):
        means = f"It is a group of values, with its brackets. A line should have the form of `{example}`."
        return Message(observed, means, "Print the values themselves, each with its format.")
    if len(numbers) != len(expected_numbers):
        advice = "Print both values in one line."
        if len(numbers) > len(expected_numbers):
            advice = "Which of these numbers does the exercise not ask for?"
        if len(numbers) > len(expected_numbers) and len(numbers) % len(expected_numbers) == 0:
            advice = "Each pair needs a line of its own. What separates the pairs in your output?"
        means = f"It should have {len(expected_numbers)} numbers, as in `{example}`; it has {len(numbers)}."
        if line.startswith("["):
            signs = "brackets, quotes and commas" if re.search("['\"]", line) else "brackets"
            means = f"It is a whole list, with its {signs}. A line should have the form of `{example}`."
            advice = "Print the entries one by one, each in a line of its own."
        return Message(observed, means, advice)
    gap = " There is a tab between the numbers; it should be one space." if re.search(r"\d\t+-?\d", line) else ""
    for place, (number, right) in enumerate(zip(numbers, expected_numbers, strict=True)):
        which = WHICH[min(place, 2)]
        if ("e" in number) != ("e" in right):
            kind = "exponential notation" if "e" in right else "plain decimals"
            return Message(
                observed,
                f"{expected} The {which} number should be in {kind}.{gap}",
                "Which letter at the end of a format stands for that?",
            )
        if "e" in number and float(number) and number.lstrip("-").startswith("0"):
            return Message(
                observed,
                f"{expected} In exponential notation the digit before the point is not 0; yours is {number}.",
                "Let the format write the exponent: which letter does that?",
            )
        if _decimals(number) != _decimals(right):
            means = f"{expected} {_counted(numbers[place:], expected_numbers[place:], place)}{gap}"
            if texts := re.findall(r"[^\W\d_]+", re.sub(NUMBER, " ", line)):
                means = f"{means} There is other text in the line, too: “{texts[0]}”."
            return Message(
                observed,
                means,
                "In a format such as `.2f`, the number after the point is the number of decimals.",
            )
    return _spaced(line, observed, has_tab_code)


def _counted(numbers: Sequence[str], expected: Sequence[str], start: int) -> str:
    """How many decimals the numbers have that should have others, from the place ``start`` of the line on.

    >>> _counted(["0.0", "2.500e-10"], ["0.001", "3.9695e-10"], 0)
    'The first number should have 3 decimals; yours has 1. The second number should have 4; yours has 3.'
    """
    texts: list[str] = []
    for place, (number, right) in enumerate(zip(numbers, expected, strict=True), start):
        if _decimals(number) != _decimals(right):
            many = f"{_decimals(right)}" if texts else f"{_decimals(right)} decimals"
            texts.append(f"The {WHICH[min(place, 2)]} number should have {many}; yours has {_decimals(number)}.")
    return " ".join(texts)


def _spaced(line: str, observed: str, has_tab_code: bool) -> Message:
    """Where the numbers are right and what stands around them is not."""
    places = list(re.finditer(NUMBER, line))
    gap = line[places[0].end() : places[1].start()] if len(places) > 1 else ""
    numbers = [number.lstrip("+") for number in re.findall(NUMBER, line)]
    expected = f"It should read `{' '.join(numbers)}`."
    if re.search(r"\+\d[^ ]* .*\+\d|^\s*\+\d", line):
        means = f"{expected} There is a plus sign in front of a number."
        return Message(observed, means, "Which sign in your format puts it there?")
    around = [line[: places[0].start()].strip(), line[places[-1].end() :].strip()] if places else []
    texts = [f"“{text}”" for text in (around[0], gap.strip(), around[1]) if text] if any(around) else []
    if texts:
        means = f"{expected} There is other text in the line: {', '.join(texts)}."
        return Message(observed, means, "Print the numbers and one space between them, and no other text.")
    if gap == " ":
        return Message(
            observed,
            f"{expected} There is something before or after the numbers.",
            "Print the two numbers and one space.",
        )
    if not gap.strip():
        if "\t" in gap:
            means = f"{expected} There is a tab between the numbers; use one space."
            advice = "Delete the tab in the quotes, and type one space."
            if has_tab_code:
                advice = "In the quotes, `\\t` stands for a tab. Type one space in its place."
            return Message(observed, means, advice)
        if gap.strip(" "):
            means = f"{expected} There is an unusual space between the numbers; use an ordinary one."
            return Message(observed, means, "Delete it, and type an ordinary space with your keyboard set to English.")
        means = f"{expected} There are {len(gap)} spaces between the numbers; use one."
        advice = "What in your code puts spaces there?"
        if not gap:
            means, advice = f"{expected} There is no space between the numbers.", "Print one space between them."
        return Message(observed, means, advice)
    means = f"{expected} There is “{gap}” between the numbers; use one space."
    return Message(observed, means, "Which piece of your code puts these characters there?")


def _decimals(number: str) -> int:
    return len(number.split("e")[0].partition(".")[2])
