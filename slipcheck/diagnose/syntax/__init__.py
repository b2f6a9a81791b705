"""Why Python cannot read an answer: from its own words and from the characters of the line."""

from __future__ import annotations

import re
from collections.abc import Callable

from slipcheck.diagnosis import Diagnosis, Spot, spot_at, where
from slipcheck.exercise import Exercise, Message
from slipcheck.observe import Observation

from .argument_signs import colon_for_a_slash, colon_for_equals, word_for_a_comma
from .assignments import assigned, call_on_the_left
from .bracket_signs import curly_index, sign_in_an_index
from .brackets import braces_without_text, empty_index, f_string, slice_in_round_brackets, unclosed
from .characters import apostrophe_in_text, backslash, leading_zero, lookalike, no_quotes, quote
from .copied import (
    after_a_backslash,
    bare_comprehension,
    curly_block,
    fence,
    goes_on_below,
    line_number,
    quotes_in_text,
    word_of_python,
)
from .foreign import digits_in_groups, foreign, prompt, sentence, transposed
from .function_heads import head_of_a_function, outside
from .gaps import letter_for_e, space_after_prefix
from .layout import indentation
from .left_over import dots_left, no_name
from .statements import closed_early, colon, condition, missing_sign, order
from .unreadable import Explained, Unreadable


def explain_syntax(exercise: Exercise, observation: Observation) -> Diagnosis:
    """The diagnosis of an answer that Python cannot read."""
    return explained_with_repair(exercise, observation)[0]


def explained_with_repair(exercise: Exercise, observation: Observation) -> tuple[Diagnosis, str | None]:
    """The same, with the text after the repair that it speaks of, where one is known."""
    failure = observation.failure or {}
    place = failure.get("place")
    problem = Unreadable(
        exercise, observation.source, failure["type"], failure["message"], failure.get("line") or 1, place
    )
    for explain in RULES:
        for line in _lines_to_look_at(problem):
            explained = explain(problem, line)
            if explained is not None:
                slip, observed, means, advice, columns = explained
                named = re.match(r"line (\d+) begins", observed)
                if named:
                    line = int(named[1])
                    observed = "this line" + observed[observed.index(" begins") :]
                spot = _spot(problem, line, columns)
                diagnosis = Diagnosis(slip, Message(f"{where(spot)}: {observed}", means, advice), spot)
                return diagnosis, problem.read[-1] if problem.read else None
            problem.read.clear()
    spot = _spot(problem, problem.line, None)
    words = re.sub(r"\s+", " ", problem.text).partition(". ")[0].strip().rstrip(".")  # after it, Python only guesses
    observed = f"{where(spot)}: Python cannot read this line ({words})."
    message = Message(
        observed,
        "It stopped reading at the marked piece.",
        "Compare the piece, and what comes just before it, with a similar line in this notebook.",
    )
    return Diagnosis("syntax", message, spot), None


def _lines_to_look_at(problem: Unreadable) -> list[int]:
    """The line that Python points to, then the one before: a bracket may have been left open there."""
    return [problem.line, problem.line - 1] if problem.line > 1 else [problem.line]


def _spot(problem: Unreadable, line: int, columns: tuple[int, int] | None) -> Spot | None:
    if columns is not None:
        return spot_at(problem.source, line, columns[0], line, columns[1], in_bytes=False)
    if problem.place and problem.place[0] == line:
        start, end_line, end = problem.place[1:]
        return spot_at(problem.source, line, start, end_line, end, in_bytes=False)
    return spot_at(problem.source, line, 0, line, 10**6, in_bytes=False)


RULES: tuple[Callable[[Unreadable, int], Explained], ...] = (
    fence,
    curly_block,
    digits_in_groups,
    lookalike,
    backslash,
    after_a_backslash,
    prompt,
    line_number,
    no_name,
    indentation,
    space_after_prefix,
    braces_without_text,
    f_string,
    apostrophe_in_text,
    quotes_in_text,
    no_quotes,
    word_of_python,
    dots_left,
    sign_in_an_index,
    curly_index,
    foreign,
    goes_on_below,
    bare_comprehension,
    transposed,
    sentence,
    quote,
    colon_for_equals,
    word_for_a_comma,
    slice_in_round_brackets,
    colon_for_a_slash,
    empty_index,
    closed_early,
    unclosed,
    letter_for_e,
    order,
    condition,
    call_on_the_left,
    head_of_a_function,
    assigned,
    outside,
    colon,
    missing_sign,
    leading_zero,
)
