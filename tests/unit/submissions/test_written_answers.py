"""Answers in words: in their own cell, in others that the student added, and with pictures in them."""

from __future__ import annotations

import base64
import io
import json

import nbformat
import pytest
from PIL import Image

from grading.demo_class import submission
from grading.feedback.notebook_page import feedback_page
from grading.gradebook.points import points_of
from grading.gradebook.reader import NotebookMarks
from grading.submissions import pictures, reading
from grading.submissions.answer_lines import written_part
from grading.submissions.course_notebooks import solved
from grading.submissions.rebuild import WROTE, rebuild
from slipcheck.written_answers import PLACEHOLDER
from tests.support.downloads import STEMS

STEM, NAME = STEMS[10], "ex10_written"
WORDS = "The deviation is in volt, the variance in volt squared."
MORE = "So the variance cannot stand in this figure."


def markdown(text: str):
    return nbformat.v4.new_markdown_cell(text, id="new")


def tenth(written: str | None = None):
    return submission(STEM, solved(STEM), written)


def place(notebook) -> int:
    return next(k for k, cell in enumerate(notebook.cells) if cell.id == NAME)


def beside(step: int, cell, written: str | None = None):
    """With a new cell before (0) or after (1) the one that is given."""
    notebook = tenth(written)
    notebook.cells.insert(place(notebook) + step, cell)
    return notebook


def replaced(cell):
    notebook = tenth()
    notebook.cells[place(notebook)] = cell
    return notebook


def as_code(text: str):
    """The given cell was turned into a code cell."""
    given = next(cell for cell in tenth().cells if cell.id == NAME)
    made = nbformat.v4.new_code_cell(given.source.replace(PLACEHOLDER, text), id=NAME)
    made.metadata = given.metadata
    return made


def in_question(text: str):
    """Written into a given cell above, whose text stays."""
    notebook = tenth()
    above = next(cell for cell in reversed(notebook.cells[: place(notebook)]) if cell.cell_type == "markdown")
    above.source += f"\n\n{text}"
    return notebook


def noted_at_the_top(written: str | None):
    notebook = tenth(written)
    notebook.cells.insert(2, markdown("My notes: a list has no sqrt."))
    return notebook


def bare(notebook):
    """Ids and metadata lost, as other programs save it."""
    for cell in notebook.cells:
        cell.metadata = {}
        cell.id = nbformat.v4.new_raw_cell("").id
    return notebook


def read(notebook, folder):
    (folder / f"{STEM}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return reading.read_notebook(folder / f"{STEM}.ipynb")


QUESTION = next(cell for cell in tenth().cells if cell.id == NAME).source
ELSEWHERE = {
    "below": beside(1, markdown(WORDS)),
    "above": beside(0, markdown(WORDS)),
    "at the end": beside(2, markdown(WORDS)),
    "above the code": (lambda n: (n.cells.insert(14, markdown(WORDS)), n)[1])(tenth()),
    "in place of the given cell": replaced(markdown(WORDS)),
    "in place of it, ids lost": bare(replaced(markdown(WORDS))),
    "in a raw cell": beside(1, nbformat.v4.new_raw_cell(WORDS, id="new")),
    "in a code cell": beside(1, nbformat.v4.new_code_cell(WORDS, id="new")),
    "in a comment": beside(1, nbformat.v4.new_code_cell(f"# {WORDS}", id="new")),
    "printed": beside(1, nbformat.v4.new_code_cell(f'print("{WORDS}")', id="new")),
    "given cell turned into code": replaced(as_code(WORDS)),
    "the same, ids lost": bare(replaced(as_code(WORDS))),
    "given cell emptied": beside(1, markdown(WORDS), ""),
    "in a given cell above": in_question(WORDS),
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_an_answer_in_words_is_found_wherever_it_stands_and_waits_for_a_grade(case, tmp_path):
    taken = read(ELSEWHERE[case], tmp_path)
    assert WORDS in written_part(STEM, NAME, taken.answers[NAME])
    assert points_of(taken, {"parts": []}).points[NAME] is None
    assert taken.answers["ex10"] == solved(STEM)
    made = [cell.source for cell in rebuild(taken).cells if WORDS in cell.source]
    assert len(made) == 1
    assert made[0].startswith("### Think")


@pytest.mark.parametrize("case", ELSEWHERE)
def test_an_answer_outside_of_its_cell_or_in_one_of_another_kind_is_told(case, tmp_path):
    told = "is now a code cell" if case == "given cell turned into code" else "is outside its cell"
    assert told in " ".join(read(ELSEWHERE[case], tmp_path).notes)


@pytest.mark.parametrize("step", [0, 1])
def test_an_answer_in_two_cells_is_joined_in_order(step, tmp_path):
    taken = read(beside(step, markdown(MORE), f"{QUESTION.replace(PLACEHOLDER, '')}{WORDS}"), tmp_path)
    expected = f"{WORDS}\n\n{MORE}" if step else f"{MORE}\n\n{WORDS}"
    assert written_part(STEM, NAME, taken.answers[NAME]) == expected


def test_notes_of_a_students_own_come_along_and_are_no_part_of_the_answer(tmp_path):
    taken = read(noted_at_the_top(WORDS), tmp_path)
    assert taken.answers[NAME] == WORDS
    assert taken.notes == []
    assert [cell.source for cell in rebuild(taken).cells].count(f"{WROTE}\n\n> My notes: a list has no sqrt.") == 1


def test_a_notebook_as_given_has_no_answer_in_words(tmp_path):
    taken = read(tenth(), tmp_path)
    assert (taken.answers[NAME], taken.notes, taken.added_text) == (QUESTION, [], [])
    assert points_of(taken, {"parts": []}).points[NAME] == 0.0


def picture(kind: str, size: tuple[int, int] = (3, 2)) -> str:
    buffer = io.BytesIO()
    Image.new("RGB", size).save(buffer, kind)
    return base64.b64encode(buffer.getvalue()).decode()


def pasted(data: str, how: str):
    """A picture in the answer, as Jupyter or Colab keeps it."""
    notebook = tenth()
    cell = notebook.cells[place(notebook)]
    forms = {
        "attachment": "![image.png](attachment:my%20image.png)",
        "tag": '<img src="attachment:my%20image.png" width="300"/>',
        "colab": f"![image.png](data:image/png;base64,{data})",
        "data tag": f"<img src='data:image/jpeg;base64,{data}' />",
        "reference": f"![][image1]\n\n[image1]: <data:image/png;base64,{data}>",
    }
    cell.source = cell.source.replace(PLACEHOLDER, f"See {forms[how]} here.")
    if "attachment" in forms[how]:
        cell.attachments = {"my image.png": {"image/png": data}}
    return notebook


FORMS = ["attachment", "tag", "colab", "data tag", "reference"]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("how", FORMS)
def test_a_picture_in_an_answer_reaches_the_instructors_page(how, kind, tmp_path):
    data = picture(kind)
    made = rebuild(read(pasted(data, how), tmp_path))
    nbformat.validate(made)
    page = feedback_page(made, STEM, NotebookMarks(4))
    assert f'src="data:image/{kind.lower()};base64,{data}"' in page.replace("\n", "")


def test_a_picture_alone_is_an_answer(tmp_path):
    taken = read(beside(1, markdown(f"![a](data:image/png;base64,{picture('PNG')})")), tmp_path)
    assert points_of(taken, {"parts": []}).points[NAME] is None


LEFT_OUT = {
    "another kind": (lambda: picture("GIF"), "neither PNG nor JPEG"),
    "no picture": (lambda: base64.b64encode(b"<script>").decode(), "neither PNG nor JPEG"),
    "damaged": (lambda: "iVBO", "neither PNG nor JPEG"),
    "too many pixels": (lambda: picture("PNG", (9000, 9000)), "50 million pixels"),
    "too large": (lambda: picture("PNG") + "A" * 11_000_000, "larger than 8 MB"),
}


@pytest.mark.parametrize("case", LEFT_OUT)
def test_what_is_not_shown_is_named_where_the_instructor_grades(case, tmp_path):
    data, reason = LEFT_OUT[case]
    made = rebuild(read(pasted(data(), "colab"), tmp_path))
    cell = made.cells[place(made)]
    assert reason in cell.source
    assert "attachments" not in cell


def test_a_picture_that_the_file_lacks_is_named(tmp_path):
    notebook = pasted(picture("PNG"), "attachment")
    del notebook.cells[place(notebook)]["attachments"]
    made = rebuild(read(notebook, tmp_path))
    assert "does not hold it" in made.cells[place(made)].source


def test_a_notebook_shows_a_bounded_amount_of_pictures():
    data = {"a": picture("PNG"), "b": picture("PNG", (4, 4)), "c": picture("PNG", (5, 5))}
    album = pictures.Album(data, left=150)
    cells = [album.attached(f"![x](attachment:{name})") for name in data]
    assert [list(attachments) for _, attachments in cells] == [["a"], [], []]
    assert ["there are too many" in text for text, _ in cells] == [False, True, True]


def test_a_picture_is_shown_once_and_named_afterwards(tmp_path):
    data = picture("PNG")
    one = f"![a](data:image/png;base64,{data})"
    notebook = beside(1, markdown(one * 3))
    notebook.cells.insert(1, markdown(one * 3))
    made = rebuild(read(notebook, tmp_path))
    page = feedback_page(made, STEM, NotebookMarks(4))
    assert json.dumps(made).count(data) == 1
    assert page.replace("\n", "").count(data) == 1
    assert page.count("The same picture as above.") == 5
