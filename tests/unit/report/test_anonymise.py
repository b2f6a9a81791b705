"""Names of students in the examples of the class's report, however an answer spells them."""

from __future__ import annotations

import pytest

from grading.gradebook.reader import StudentMarks
from grading.report import anonymise

SPELT = {  # a name, and how an answer may hold it
    "王 小明": ["plt.title('王小明的图')", "小明 = 1"],
    "Ada Lovelace": ["class AdaLovelacePlot: pass", "adalovelace = 1", "ADAPlot = 2"],
    "Jörg Müller": ["mueller_v = 1", "muller = 2", "JoergsPlot = 3", "mu\u0308ller = 4"],
    "Mueller Bøe": ["müller = 1", "boe_v = 2", "bøe = 3"],
}


@pytest.mark.parametrize(("name", "line"), [(name, line) for name in SPELT for line in SPELT[name]])
def test_a_name_is_gone_also_within_a_word_and_spelt_in_another_way(name, line):
    known = anonymise.names_of([StudentMarks("x1", "1", name)])
    assert anonymise.GONE in anonymise.without_names(line, known)


def test_words_of_the_exercises_stay_where_a_name_is_a_part_of_them():
    known = anonymise.names_of([StudentMarks("x1", "1", "Rang Plot Label")])
    line = "for step in range(step_end): plt.plot(t, v); plt.xlabel('time (s)')"
    assert anonymise.without_names(line, known) == line


def test_a_word_of_many_letters_takes_no_time():
    known = anonymise.names_of([StudentMarks("x1", "1", "Ada Lovelace")])
    assert anonymise.without_names("a" * 20_000, known) == "a" * 20_000
