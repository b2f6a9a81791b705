"""Written answers in a list: without names, equal ones together, and what is typed is taken once and truly."""

from __future__ import annotations

import base64
import csv
import io
import re
import shutil

import pytest

from grading.__main__ import main
from grading.config import database_of
from grading.demo_class import submission, write_demo
from grading.gradebook.reader import read_marks
from grading.lms.written_lines import FILE, HEADER
from grading.lms.written_pictures import FOLDER
from grading.lms.written_sheet import KEPT
from grading.paths import ASSIGNMENT, stems
from tests.support.small import by_hand, grade, small_course

TENTH = stems()[9]
PNG = (  # one pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
WORDS = {
    "ada": "It is in volt.",
    "ben": f"=1+1 ![fig](data:image/png;base64,{PNG})",
    "cleo": "it is  in volt.",
    "dan": "Because.",
}


@pytest.fixture(scope="module")
def listed(tmp_path_factory):
    """Four students with written answers, two of which are equal; the list is written. Nobody should change it."""
    course = small_course(tmp_path_factory.mktemp("written") / "course", tuple(WORDS))
    for student, words in WORDS.items():
        hand_in(course, student, words)
    grade(course)
    assert main(["grade-written", str(course)]) == 1
    return course


@pytest.fixture
def course(listed, tmp_path):
    """A copy of it."""
    return shutil.copytree(listed, tmp_path / "course")


def hand_in(course, student: str, words: str) -> None:
    write_demo(course / "submitted" / student / ASSIGNMENT, TENTH, submission(TENTH, None, words))


def rows(course) -> list[dict[str, str]]:
    with (course / FILE).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def type_in(course, marks: dict[str, tuple[str, str]], delimiter: str = ",") -> None:
    """Points and comments by the beginning of an answer, as a spreadsheet saves them."""
    lines = rows(course)
    for line in lines:
        for beginning, (points, comment) in marks.items():
            if line["answer"].startswith(beginning):
                line.update(points=points, comment=comment)
    with (course / FILE).open("w", encoding="cp1252", newline="") as file:
        sheet = csv.DictWriter(file, list(lines[0]), delimiter=delimiter)
        sheet.writeheader()
        sheet.writerows(lines)


def save(course, table: list[list[str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """The list as a spreadsheet saves it."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(table)
    (course / FILE).write_bytes(text.getvalue().encode(encoding))
    return (course / FILE).read_bytes()


def table(course) -> list[list[str]]:
    with (course / FILE).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def marks(course) -> dict[str, tuple[float, str | None]]:
    """Points and comment of each student whose answer does not wait."""
    notebooks = {one.id: one.notebooks[TENTH] for one in read_marks(database_of(course)).students}
    graded = {student: one for student, one in notebooks.items() if not one.waiting}
    return {student: (one.cells["ex10_written"][0], one.comments["ex10_written"]) for student, one in graded.items()}


def test_the_list_has_no_names_puts_equal_answers_together_and_holds_no_formula(course):
    lines = rows(course)
    assert [(line["times"], line["of"]) for line in lines] == [("2", "2"), ("2", "2"), ("1", "2"), ("1", "2")]
    assert {line["answer"].casefold().split()[-1] for line in lines[:2]} == {"volt."}
    formula = next(line for line in lines if line["pictures"])
    assert formula["answer"] == f"'=1+1 [picture: {formula['pictures']}]"
    words = re.findall(r"\w+", (course / FILE).read_text(encoding="utf-8-sig"))  # an id may hold a name by chance
    assert not set(WORDS) & set(words)


def test_a_picture_is_a_file_that_its_line_names_for_as_long_as_an_answer_has_it(course):
    (path,) = (course / FOLDER).iterdir()
    assert next(line["pictures"] for line in rows(course) if line["pictures"]) == f"{FOLDER}/{path.name}"
    assert path.read_bytes() == base64.b64decode(PNG)
    (course / FOLDER / "notes.txt").touch()  # a grader's own
    hand_in(course, "ben", "In volt.")
    grade(course)
    main(["grade-written", str(course)])
    assert not any(line["pictures"] for line in rows(course))
    assert [path.name for path in (course / FOLDER).iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("![a](data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=)", "not shown"),
        ("![a](attachment:b.png)", "not in the notebook"),
    ],
)
def test_a_picture_without_a_file_is_said_to_have_none(course, words, said):
    hand_in(course, "ben", words)
    grade(course)
    main(["grade-written", str(course)])
    line = next(line for line in rows(course) if line["pictures"])
    assert (line["answer"], line["pictures"]) == (f"[picture: {said}]", said)


def test_what_is_typed_is_taken_and_comments_are_given_again_by_their_letter(course, capsys):
    type_in(course, {"It is": ("2", ""), "it is": ("1,5", "A: Begin with a capital."), "Because": ("0", "A")}, ";")
    assert main(["grade-written", str(course)]) == 1
    assert "3 marks recorded; 1 answers wait." in capsys.readouterr().out
    sentence = "Begin with a capital."
    assert marks(course) == {"ada": (2, None), "cleo": (1.5, sentence), "dan": (0, sentence)}
    assert {line["comment"] for line in rows(course)} == {"", sentence}


def test_equal_answers_share_a_mark_where_that_is_asked_for(course):
    type_in(course, {"It is": ("2", "Right.")})
    main(["grade-written", str(course)])
    assert set(marks(course)) == {"ada"}
    type_in(course, {"It is": ("1", "Right.")})
    main(["grade-written", str(course), "--same"])
    assert marks(course) == {"ada": (1, "Right."), "cleo": (1, "Right.")}


REFUSED = {
    "3": "is not a number from 0 to 2",
    "-1": "is not a number",
    "two": "is not a number",
    "nan": "is not a number",
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("points", REFUSED)
def test_points_that_cannot_be_are_named_and_what_was_typed_is_kept(points, course, capsys):
    type_in(course, {"Because": (points, "x"), "It is": ("2", "")})
    assert main(["grade-written", str(course)]) == 1
    assert REFUSED[points] in capsys.readouterr().out
    assert set(marks(course)) == {"ada"}
    assert points in (course / KEPT).read_text(encoding="cp1252")


def test_a_copy_of_the_list_takes_no_other_copy_s_place(course, capsys):
    for points in ("3", "4"):
        type_in(course, {"Because": (points, "x")})
        main(["grade-written", str(course)])
    assert "kept in written.kept-2.csv." in capsys.readouterr().out
    assert [("3,2,x" in path.read_text(), "4,2,x" in path.read_text()) for path in sorted(course.glob("*kept*"))] == [
        (False, True),
        (True, False),
    ]


def test_points_for_an_older_answer_do_not_count_for_a_newer_one(course, capsys):
    hand_in(course, "dan", "Something else.")
    grade(course)
    type_in(course, {"Because": ("2", "")})
    assert main(["grade-written", str(course)]) == 1
    assert "its answer has changed since" in capsys.readouterr().out
    assert marks(course) == {}


def test_a_list_that_nobody_changed_takes_no_mark_back_that_formgrader_gave(course):
    by_hand(course, "dan", "ex10_written", points=1, comment="Why?")
    main(["grade-written", str(course)])
    assert marks(course) == {"dan": (1, "Why?")}
    assert {line["points"] for line in rows(course)} == {"", "1"}


def test_a_header_in_an_answer_takes_no_mark_away(course, capsys):
    hand_in(course, "ben", f"ampere\n{','.join(HEADER)}\nso")
    grade(course)
    main(["grade-written", str(course)])
    type_in(course, {"It is": ("2", "Right."), "ampere": ("0", "No.")}, ";")
    main(["grade-written", str(course)])
    assert marks(course) == {"ada": (2, "Right."), "ben": (0, "No.")}
    assert not (course / KEPT).exists()


UNCLEAR = {  # lines of a list that was not saved as it was written, and what is said
    "a line is gone": (lambda lines: lines[:-1], "no line for 1 of its answers"),
    "a line of nobody": (lambda lines: [*lines, ["a0123456789", "volt", "", "1", "", "2", ""]], "does not exist"),
    "a line that an answer was torn into": (lambda lines: [*lines, ['so"', "", "1", "2", "2", ""]], "does not exist"),
    "cells that an answer was torn into": (
        lambda lines: [*lines[:-1], [lines[-1][0], "torn", *lines[-1][1:]]],
        "more cells than the header",
    ),
    "two marks for one answer": (lambda lines: [*lines, [*lines[-1][:4], "0", "2", "No."]], "another mark"),
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", UNCLEAR)
def test_a_list_that_is_not_read_as_a_whole_is_kept(name, course, capsys):
    type_in(course, {"It is": ("2", "Right."), "Because": ("1", "Why?")})
    change, said = UNCLEAR[name]
    before = save(course, change(sorted(table(course), key=lambda line: (line != table(course)[0], line[4:]))))
    assert main(["grade-written", str(course)]) == 1
    assert said in capsys.readouterr().out
    assert (course / KEPT).read_bytes() == before


SAVED = {  # how a spreadsheet may save the list: its lines, what is between its cells, its letters
    "unicode_text": (lambda lines: lines, "\t", "utf-16"),
    "sorted_with_its_header": (lambda lines: [*lines[1:], lines[0]], ",", "utf-8"),
    "sorted_with_semicolons": (lambda lines: [lines[2], lines[0], lines[1], *lines[3:]], ";", "cp1252"),
    "header_in_capitals": (lambda lines: [[name.upper() for name in lines[0]], *lines[1:]], ",", "utf-8"),
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("how", SAVED)
def test_marks_are_taken_from_the_list_however_it_was_saved(how, course, capsys):
    change, delimiter, encoding = SAVED[how]
    type_in(course, {"Because": ("1", "So; what, then?")})
    save(course, change(table(course)), delimiter, encoding)
    assert main(["grade-written", str(course)]) == 1
    assert "1 marks recorded; 3 answers wait." in capsys.readouterr().out
    assert marks(course) == {"dan": (1, "So; what, then?")}


@pytest.mark.parametrize("column", ["id", "points", "comment"])
def test_a_list_without_a_column_is_refused_and_stays_as_it_is(column, course, capsys):
    by_hand(course, "dan", "ex10_written", points=1, comment="Why?")
    type_in(course, {"It is": ("2", "Right.")})
    header, *_ = lines = table(course)
    before = save(course, [[*line[: header.index(column)], *line[header.index(column) + 1 :]] for line in lines])
    assert main(["grade-written", str(course)]) == 2
    assert f"does not name one column '{column}'. Nothing was recorded." in capsys.readouterr().out
    assert (marks(course), (course / FILE).read_bytes()) == ({"dan": (1, "Why?")}, before)


def test_a_cell_that_is_cut_off_takes_no_mark_back_and_an_empty_one_does(course, capsys):
    type_in(course, {"Because": ("1", "Why?"), "It is": ("2", "Right.")})
    main(["grade-written", str(course)])
    lines = table(course)
    save(course, [line[:-3] if "Because." in line else line for line in lines])
    main(["grade-written", str(course)])
    assert marks(course) == {"dan": (1, "Why?"), "ada": (2, "Right.")}
    type_in(course, {"It is": ("", "")})
    main(["grade-written", str(course)])
    assert marks(course) == {"dan": (1, "Why?")}


def test_a_comment_that_could_be_a_formula_stays_as_it_was_typed(course, capsys):
    type_in(course, {"Because": ("1", "=;-1")})
    for _ in range(2):
        main(["grade-written", str(course)])
        assert marks(course) == {"dan": (1, "=;-1")}
    assert "0 marks recorded" in capsys.readouterr().out
