"""Slips that can happen in any exercise and show in the answer's text. They only name what is wrong already."""

from __future__ import annotations

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message
from slipcheck.judge.judge import Case
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation

from .figures.second_figures import closed_too_early
from .lines.lost_results import value_not_stored
from .lines.shared_values import changed_with_another
from .lines.start_values import starts_with_zeros
from .numbers.imported_names import name_imported
from .numbers.number_patterns import (
    Finder,
    and_in_a_calculation,
    caret,
    decimal_comma,
    floor_division,
    modulo,
    signs_exchanged,
    text_for_number,
    trailing_comma,
)
from .numbers.overwritten_parameters import given_name_overwritten
from .output.print_forms import (
    blank_in_format,
    call_in_text,
    no_format,
    point_replaced,
    round_for_a_format,
    round_for_curly,
    same_in_each_round,
    space_as_value,
    two_prints,
    width_in_format,
    zeros_dropped,
)
from .output.print_patterns import (
    doubled_brackets,
    f_inside,
    format_outside,
    matlab_print,
    no_f,
    no_letter,
    no_new_line,
    pair_for_keyword,
    set_printed,
    values_not_called,
)
from .output.printed_words import (
    function_itself,
    name_as_text,
    never_shown,
    none_of_a_function,
    none_of_print,
    shown_by_name,
    value_without_place,
)
from .output.quoted_code import code_in_quotes
from .rounds.comprehensions import generator_printed, set_of_results
from .rounds.draws_in_loops import drawn_in_loop, seed_in_loop
from .rounds.loop_patterns import (
    all_in_each_round,
    compares,
    emptied_in_loop,
    no_step,
    other_name_gets_it,
    skipped_round,
)
from .same_fault import ALONE, others_with, same_in
from .structure_patterns import STRUCTURE


def general_slip(exercise: Exercise, observation: Observation) -> Diagnosis | None:
    """The first of these slips that the answer's text shows."""
    has_columns = any(output.command == "print" for output in exercise.outputs)
    table = (*TEXTS, *TABLE) if _is_printing(exercise) else TABLE
    return _first((*table, *SHOWN) if has_columns else table, exercise, observation)


def _is_printing(exercise: Exercise) -> bool:
    """Whether the exercise asks for printed values: a print beside a figure is the student's own."""
    return not any(output.command == "plot" for output in exercise.outputs)


def certain_slip(exercise: Exercise, observation: Observation) -> Diagnosis | None:
    """One that is the reason of a wrong value wherever it stands."""
    table = (*CERTAIN_PRINTS, *CERTAIN) if _is_printing(exercise) else CERTAIN
    return _first(table, exercise, observation)


def operator_in(exercise: Exercise, observation: Observation, line: int) -> Diagnosis | None:
    """An operator that does something else than it seems to, in a line that gives a wrong value."""
    diagnosis = _first(OPERATORS, exercise, observation)
    return diagnosis if diagnosis is not None and diagnosis.spot is not None and diagnosis.spot.line == line else None


def comma_before(exercise: Exercise, observation: Observation, line: int) -> Diagnosis | None:
    """A comma that makes several values, or a group, of what should be one, in a line above."""
    diagnosis = _first(COMMAS, exercise, observation)
    return diagnosis if diagnosis is not None and diagnosis.spot is not None and diagnosis.spot.line < line else None


def overwritten_parameter(exercise: Exercise, observation: Observation) -> Diagnosis | None:
    """A given parameter that gets a computed value."""
    table = (("given name overwritten", given_name_overwritten), ("parameter imported", name_imported))
    return _first(table, exercise, observation)


def standstill(case: Case) -> Diagnosis | None:
    """Why a quantity that should change in time never does, where the text shows it."""
    exercise = case.exercise
    if exercise.state is None or not {equation.target for equation in exercise.equations} & set(exercise.state.names):
        return None
    names = {name for part in exercise.parts for name in part.quantities}
    candidates = [candidate for name in names for candidate in case.candidates(case.runs[0], name)[:1]]
    if not any(_is_constant(candidate) for candidate in candidates):
        return None
    return _first(STANDING_STILL, exercise, case.runs[0].observation)


def _first(table: Table, exercise: Exercise, observation: Observation) -> Diagnosis | None:
    source = observation.source
    tree = parsed(source)
    if tree is None:
        return None
    for name, find in table:
        hit = find(tree, observation, exercise)
        if hit is not None:
            node, observed, means, advice = hit
            line = getattr(node, "lineno", 1)
            if name in ALONE:
                means = f"{means} {same_in(others_with(find, tree, line, observation, exercise))}".strip()
            return Diagnosis(name, Message(f"Line {line}: {observed}", means, advice), spot_of(source, node))
    return None


def _is_constant(values: np.ndarray) -> bool:
    """The last column of a print, the values of a figure without its times, or an array."""
    if values.ndim == 2:
        values = values[:, -1] if values.shape[1] <= 2 < values.shape[0] else values[1:]
    return values.size > 2 and bool(np.ptp(values) <= 1e-9 * np.abs(values).max())


def round_left_out(exercise: Exercise, observation: Observation) -> Diagnosis | None:
    """A word that leaves out rounds of a loop."""
    return _first((("round left out", skipped_round),), exercise, observation)


def unformatted(exercise: Exercise, observation: Observation) -> Diagnosis | None:
    """Why nothing is printed, or not in the form that is asked for."""
    if not observation.printed.strip():
        return _first((*PRINTS, *TEXTS, *TABLE), exercise, observation)
    return _first((*FORMS, *PRINTS, *TEXTS, *TABLE, *LAST_FORMS), exercise, observation)


def not_drawn(exercise: Exercise, observation: Observation) -> Diagnosis | None:
    """A figure that loses in each round what it holds, or gets names for values."""
    return _first((*EMPTIED, ("name in quotes", code_in_quotes)), exercise, observation)


def shared_values(exercise: Exercise, observation: Observation) -> Diagnosis | None:
    """A second name for an array that a line changes through it."""
    return _first((("no copy", changed_with_another),), exercise, observation)


def equals_plus(exercise: Exercise, observation: Observation) -> Diagnosis | None:
    """The two signs of += exchanged."""
    return _first(EXCHANGED, exercise, observation)


Table = tuple[tuple[str, Finder], ...]

COMMAS: Table = (("decimal comma", decimal_comma), ("trailing comma", trailing_comma))

CERTAIN: Table = (
    *COMMAS,
    ("caret", caret),
    ("and in a formula", and_in_a_calculation),
    ("name in quotes", code_in_quotes),
    *STRUCTURE,
)

CERTAIN_PRINTS: Table = (  # where an exercise is about what is printed
    ("quote", call_in_text),
    ("braces missing", round_for_curly),
    ("doubled brackets", doubled_brackets),
    ("set printed", set_printed),
    ("set printed", set_of_results),
    ("generator printed", generator_printed),
    ("print for a value", none_of_print),
    ("format arguments", value_without_place),
    ("no return", none_of_a_function),
    ("print outside the loop", same_in_each_round),
)

EMPTIED: Table = (("figure emptied", emptied_in_loop), ("figure emptied", closed_too_early))

WHOLE_NUMBERS: Table = (("floor division", floor_division), ("modulo", modulo))

EXCHANGED: Table = (("equals plus", signs_exchanged),)

OPERATORS: Table = (("caret", caret), *WHOLE_NUMBERS, *EXCHANGED)

TABLE: Table = (
    *CERTAIN,
    ("value not stored", value_not_stored),
    *WHOLE_NUMBERS,
    ("text as number", text_for_number),
    ("comparison for assignment", compares),
    ("given name overwritten", given_name_overwritten),
    ("seed in the loop", seed_in_loop),
    ("drawn in the loop", drawn_in_loop),
    ("pair for an argument", pair_for_keyword),
    ("command not called", values_not_called),
    ("round left out", skipped_round),
    ("all in each round", all_in_each_round),
    ("starts with zeros", starts_with_zeros),
)

TEXTS: Table = (  # of a print
    *CERTAIN_PRINTS,
    ("Matlab's print", matlab_print),
    ("format outside", format_outside),
    ("f inside the quotes", f_inside),
    ("no f-string", no_f),
    ("format without letter", no_letter),
)

FORMS: Table = (
    ("no new line", no_new_line),
    ("width in a format", width_in_format),
    ("space as a value", space_as_value),
    ("format code", blank_in_format),
    ("format code", point_replaced),
    ("two lines", two_prints),
    ("format code", zeros_dropped),
)
LAST_FORMS: Table = (("format code", no_format),)

SHOWN: Table = (
    ("value not printed", shown_by_name),
    ("value not printed", never_shown),
    ("name in quotes", name_as_text),
    ("function printed", function_itself),
)
PRINTS: Table = (*SHOWN, ("round for a format", round_for_a_format))  # the last changes no value that it shows

STANDING_STILL: Table = (
    ("comparison for assignment", compares),
    ("floor division", floor_division),
    ("stored under another name", other_name_gets_it),
    ("nothing changes", no_step),
)
