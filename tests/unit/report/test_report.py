"""The class report: numbers as constructed, nobody named in an example, no page that a student could take over."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.__main__ import main
from grading.config import database_of
from grading.gradebook.reader import StudentMarks
from grading.paths import stems
from grading.report import anonymise, report
from grading.report.attention import needs_attention
from grading.report.class_data import MISSING, Classroom, Entry, Learner
from grading.report.distribution import distribution_of
from grading.report.misconceptions import summaries, to_go_over
from grading.report.similarity import similar_groups
from grading.states import ExerciseState
from grading.submissions.answer_lines import without_comments
from grading.submissions.course_notebooks import solved
from tests.support.small import EVIL, STEM, small_course

TODAY = date(2026, 3, 1)


@pytest.fixture
def course(tmp_path) -> Path:
    return small_course(tmp_path / "course")


def report_of(course: Path) -> dict:
    assert main(["report", str(course)]) == 0
    return json.loads((course / "report.json").read_text(encoding="utf-8"))


def html(course: Path) -> str:
    return report.report_page(report.make_report(course, database_of(course), TODAY))


class Reader(HTMLParser):
    """What a browser makes of a page."""

    def __init__(self, text: str):
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))


def test_states_marks_and_slips_are_those_of_the_store_and_the_gradebook(course):
    content = report_of(course)
    states = {student["id"]: student["exercises"][STEM]["state"] for student in content["students"]}
    assert states == {
        "ada": "right", "ben": "untouched", "cleo": "partly", "dan": "wrong", "eve": "crashed", "finn": "endless",
        "gus": "syntax", "hal": "missing", "ivy": "failed", "jon": "wrong",
    }  # fmt: skip
    marks = {student["id"]: student["score"] for student in content["students"]}
    assert (marks["ada"], marks["cleo"], marks["hal"]) == (4, 1, None)  # cleo's has a penalty of a point
    slips = {slip["slip"]: slip["students"] for slip in content["exercises"][3]["slips"]}
    assert slips == {"typed dt / tau": 1, "no resistance": 2, "unknown name": 1, "endless loop": 1, "colon": 1}


def test_a_slip_of_more_students_comes_first_and_is_counted_once_a_student(course):
    first = report_of(course)["exercises"][3]["slips"][0]
    assert (first["slip"], first["students"]) == ("no resistance", 2)
    assert first["share"] == pytest.approx(2 / 7)
    assert "r" in first["message"]["means"] + first["message"]["next"] + first["message"]["observed"]


def test_exercises_to_go_over_again_come_in_the_order_of_points_lost(course):
    content = report_of(course)
    exercises = {exercise["stem"]: exercise for exercise in content["exercises"]}
    assert content["go_over_again"] == [STEM]  # nobody tried the others
    assert (exercises[STEM]["tried"], exercises[STEM]["stuck"]) == (7, 6)
    assert exercises[STEM]["lost"] == pytest.approx(22 / 28)  # ada 4 and cleo 2 of 4 points; ben did not try it
    assert exercises[STEM]["untried"] == pytest.approx(1 / 8)


def test_what_many_who_tried_lost_points_in_comes_before_what_few_tried():
    half = Entry(ExerciseState.PARTLY, 2.0, 4.0)
    none = Entry(ExerciseState.WRONG, 0.0, 4.0)
    class_ = Classroom([*(learner(f"s{k}", half) for k in range(9)), learner("t", half, none)], 60)
    assert [exercise.number for exercise in to_go_over(summaries(class_))] == [1, 2]
    assert summaries(class_)[1].untried == pytest.approx(0.9)


def test_an_example_names_nobody_and_quotes_no_comment(course):
    slip = next(row for row in report_of(course)["exercises"][3]["slips"] if row["slip"] == "unknown name")
    text = json.dumps(slip, ensure_ascii=False)
    assert not re.search(r"eve|turing|secret", text, re.IGNORECASE)
    assert "volt" in slip["example"]
    assert anonymise.GONE in slip["example"]


names = st.sampled_from(["Ada", "ÉMILE", "o'neil", "s1234567", "Ångström"])


@given(names, st.sampled_from(["x = '{}'", "{}_v = 1", "f'{} is here'", "x = 1 # {}", "'''\n{}\n'''", "x = 'it''s {}"]))
def test_no_name_of_the_class_is_left_in_an_example_wherever_it_stands(name, place):
    known = anonymise.names_of([StudentMarks("x1", "1", name)])
    example = anonymise.example(STEM, place.format(name) + "\nv = 3", known)
    assert not anonymise.named(example, known)
    assert "v = 3" in example


@given(st.text(alphabet="ab'\"#\\\n ", max_size=60))
def test_without_comments_a_text_keeps_its_lines_beginnings(text):
    bare = without_comments(text)
    assert len(bare) <= len(text)
    if "#" not in text:
        assert bare == text


@given(st.lists(st.floats(0, 60), min_size=1))
def test_every_mark_is_counted_in_one_range(marks):
    assert sum(bin.students for bin in distribution_of(marks, 60).bins) == len(marks)


def learner(name: str, *entries: Entry) -> Learner:
    return Learner(StudentMarks(name, handed_in=True), dict(zip(stems(), entries, strict=False)))


def wrote(answer: str, seconds: float = 0.1, state: str = "wrong") -> Entry:
    return Entry(ExerciseState(state), seconds=seconds, answer=answer)


OTHERS = [learner(f"s{k}", wrote(f"x{k} = el * {k} + 1\ny{k} = x{k} - vr\nz{k} = y{k} / 3.5")) for k in range(5)]
COPIED = "held_back = el * 77 - vr\nsecond_try = held_back + 3.14\nprint(second_try, 'so far')"
COMMON = ["x0 = el * 0 + 1", "y1 = x1 - vr", "z2 = y2 / 3.5", "print(x0, y1)"]
ALIKE = {  # what two students wrote, whether they are named together
    "same": (COPIED, COPIED, True),
    "other comments and spaces": (COPIED, COPIED.replace(" = ", "=").replace("\n", "  # mine\n\n"), True),
    "one line differs": (COPIED, COPIED.replace("77", "78"), False),
    "the solution": (solved("01_defining_parameters"), solved("01_defining_parameters"), False),
    "short": ("v = el * 3", "v = el * 3", False),
    "lines that others wrote too": ("\n".join(COMMON), "\n".join(COMMON), False),
}


@pytest.mark.parametrize("case", ALIKE)
def test_answers_are_alike_where_they_share_lines_that_nobody_else_wrote(case):
    one, other, is_named = ALIKE[case]
    groups = similar_groups(Classroom([*OTHERS, learner("ann", wrote(one)), learner("bob", wrote(other))], 60))
    assert [group.students for group in groups] == ([("ann", "bob")] if is_named else [])


def test_an_answer_that_many_wrote_is_not_suspicious():
    assert not similar_groups(Classroom([*OTHERS, *(learner(f"t{k}", wrote(COPIED)) for k in range(5))], 60))


def test_a_run_far_longer_than_the_others_is_told_and_one_that_timed_out_is_not():
    slow = [learner("slow", wrote("a", 9.0)), learner("endless", wrote("b", 9.0, "endless"))]
    items = needs_attention(Classroom([*OTHERS, *slow], 60)).slow
    assert [item.student for item in items] == ["slow"]


def test_what_the_engine_flagged_and_could_not_grade_is_worth_a_look(course):
    items = report_of(course)["worth_a_look"]
    assert [(item["student"], item["why"]) for item in items["flagged"]] == [("dan", "tried something")]
    assert [(item["student"], item["stem"]) for item in items["failed"]] == [("ivy", STEM)]


def test_the_page_has_no_script_and_names_with_markup_are_text(course):
    text = html(course)
    tags = Reader(text).tags
    assert not {"script", "iframe", "object", "link", "img"} & {tag for tag, _ in tags}
    assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]
    assert EVIL not in text
    assert "&lt;script&gt;" in text
    policy = next(attributes["content"] for tag, attributes in tags if attributes.get("http-equiv"))
    assert policy == "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def test_every_cell_of_the_matrix_has_a_sign_and_a_word_and_every_header_a_scope(course):
    text = html(course)
    cells = re.findall(r'<td class="(\w+)">(.)[\d.]*<i>([\w ]+)</i></td>', text)
    assert len(cells) == 10 * 14
    assert {state for state, _, _ in cells} == {"right", "partly", "wrong", "crashed", "syntax", "endless", "untouched",
        "missing", "failed"}  # fmt: skip
    assert len({(sign, word) for _, sign, word in cells}) == 9
    assert all(
        attributes.get("scope") in ("row", "col", "rowgroup") for tag, attributes in Reader(text).tags if tag == "th"
    )


def test_the_drawing_of_the_marks_has_a_title_and_the_numbers_stand_in_a_table(course):
    text = html(course)
    assert re.search(r'<svg[^>]*role="img"[^>]*aria-labelledby="drawn-title drawn-text"', text)
    assert "under 6" in text


def test_a_class_of_which_nobody_handed_in_has_a_report(tmp_path):
    course = small_course(tmp_path / "course", students=())
    assert report_of(course)["distribution"] is None
    assert "Nothing was handed in yet" in html(course)


def test_a_folder_in_which_nothing_was_graded_is_said_and_left_as_it_was(tmp_path, capsys):
    assert main(["report", str(tmp_path)]) == 2
    assert "grade first" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("missing", ["store", "damaged store"])
def test_a_store_that_is_gone_or_damaged_is_said_in_a_sentence(missing, course, capsys):
    shutil.rmtree(course / ".grading")
    if missing == "damaged store":
        (course / ".grading").mkdir()
        (course / ".grading" / "results.db").write_bytes(b"nothing of use" * 100)
    assert main(["report", str(course)]) == 2
    assert "grad" in capsys.readouterr().out
    assert not (course / "report.html").exists()


def test_an_older_store_without_answers_has_a_report_that_says_so(course):
    with closing(sqlite3.connect(course / ".grading" / "results.db")) as store, store:
        store.execute("update recorded set details = '{\"notes\": []}'")
        store.execute("drop table summaries")
    assert report_of(course)["exercises"][3]["slips"][0]["example"] is None
    text = report.details_page(report.make_report(course, database_of(course), TODAY))
    assert "run <code>python -m grading</code> again" in text


def test_a_student_without_an_entry_is_missing():
    assert learner("nobody").entry(STEM) is MISSING
