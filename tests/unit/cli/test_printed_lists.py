"""What a grading run prints at its end is readable, and no student fills it."""

from __future__ import annotations

from grading.summary import LONGEST, _list

FLOOD = [f"aaa: junk{k}.ipynb is no notebook." for k in range(60)]


def test_one_student_s_remarks_leave_room_for_another_s():
    others = ["zoe: 04 is a copy.", "zoe: 05 is a copy."]
    lines = _list("Worth a look", [*FLOOD, *others])
    assert lines[-4:] == [f"  {text}" for text in (FLOOD[37], *others, "... and 22 more.")]
    assert len(lines) == LONGEST + 2


def test_a_short_list_is_printed_as_it_is():
    sentences = ["zoe: one.", *FLOOD[:30], "zoe: two."]
    assert _list("Flagged", sentences)[1:] == [f"  {text}" for text in sentences]


def test_of_more_students_than_fit_each_has_one_line():
    lines = _list("Worth a look", [f"{who}: {k}" for who in range(LONGEST + 5) for k in range(3)])
    assert lines[1:-1] == [f"  {who}: 0" for who in range(LONGEST)]
