"""Slips of loops and of own functions which the text alone shows for certain."""

from __future__ import annotations

from .lines.lost_results import changes_its_own_name, result_not_stored, results_exchanged
from .lines.returned_values import (
    nothing_returned,
    one_list_for_two,
    other_name_returned,
    result_never_read,
)
from .lines.shared_values import changed_before_it_is_read, rows_are_one_list
from .lines.unused_results import list_never_read, never_called
from .numbers.number_patterns import Finder
from .rounds.comprehensions import same_value_for_each
from .rounds.draws_in_loops import drawn_as_default
from .rounds.finished_loops import last_of_a_loop, last_time_repeated
from .rounds.index_for_a_time import index_for_a_time
from .rounds.loop_patterns import all_steps_at_once, asks_for_membership
from .rounds.lost_rounds import same_place_in_each_round

STRUCTURE: tuple[tuple[str, Finder], ...] = (
    ("all steps at once", all_steps_at_once),
    ("asks for membership", asks_for_membership),
    ("no return", nothing_returned),
    ("result not stored", result_not_stored),
    ("own name changed", changes_its_own_name),
    ("names exchanged", results_exchanged),
    ("drawn as a default", drawn_as_default),
    ("last of a loop", last_of_a_loop),
    ("last of a loop", last_time_repeated),
    ("counter for a time", index_for_a_time),
    ("same place in each round", same_place_in_each_round),
    ("same value for each", same_value_for_each),
    ("never called", never_called),
    ("list never read", list_never_read),
    ("rows are one list", rows_are_one_list),
    ("no copy", changed_before_it_is_read),
    ("other name returned", other_name_returned),
    ("stored under another name", result_never_read),
    ("one list for two", one_list_for_two),
)
