"""Texts that would take hours to read, hide something from the instructor, or act on the page that shows them."""

from __future__ import annotations

import hashlib
import html
import json
import re
import time
from collections.abc import Callable

import nbformat
import pytest
from nbconvert.filters import markdown2html

from grading.demo_class import submission
from grading.feedback.formgrader_page import FormgraderPage
from grading.lms import written_sheet
from grading.submissions import pictures, reading, sanitise
from grading.submissions.answer_lines import ON_THE_PAGE, with_pictures, written_part
from grading.submissions.rebuild import rebuild
from slipcheck import cell_pictures, file_answers, written_answers
from slipcheck.written_answers import PLACEHOLDER
from tests.support.downloads import STEMS

STEM, NAME = STEMS[10], "ex10_written"
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
SIGNS = 2_000_000  # of a text: the square of it takes minutes or hours
SECONDS = 20.0


def written(text: str, *added: str, attachments: dict | None = None):
    """A notebook with this answer in words, and cells that the student added."""
    notebook = submission(STEM, None)
    cell = next(cell for cell in notebook.cells if cell.id == NAME)
    cell.source = cell.source.replace(PLACEHOLDER, text)
    if attachments:
        cell.attachments = attachments
    notebook.cells += [nbformat.v4.new_markdown_cell(words, id=f"new-{k}") for k, words in enumerate(added)]
    return notebook


def read(notebook, folder):
    (folder / f"{STEM}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return reading.read_notebook(folder / f"{STEM}.ipynb")


def shown(submission) -> str:
    """The cell that the instructor grades."""
    return next(cell.source for cell in rebuild(submission).cells if cell.id == NAME)


ENDLESS = ("<img attachment:a ", "<img ", "![", "![](attachment:a", "![] (<attachment:", "![](data:image/a", "(data:")
READERS: dict[str, Callable[[str], object]] = {
    "pictures taken out": lambda text: cell_pictures.taken_out(text, {"a": {"image/png": PNG}}),
    "lines compared": written_answers.line_fingerprint,
    "pictures attached": lambda text: pictures.Album({"a": PNG}).attached(text),
    "written part": lambda text: written_part(STEM, NAME, text),
    "written list": lambda text: written_sheet._without_pictures(text, cell_pictures.IMAGE.findall(text)),
}


@pytest.mark.parametrize("reader", READERS)
def test_a_text_takes_the_time_of_its_length_alone(reader):
    began = time.process_time()
    for piece in ENDLESS:
        READERS[reader]((piece * SIGNS)[:SIGNS])
        assert time.process_time() - began < SECONDS, piece


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("![Wow! [1](attachment:a)", "a"),
        ("![not ![this](attachment:b)", "b"),
        ("![] (<attachment:my picture.png>)", "my picture.png"),
        ("![a] ![b](attachment:c)", "c"),
    ],
)
def test_a_picture_is_found_behind_what_looks_like_one(text, picture):
    assert cell_pictures.IMAGE.findall(text) == [picture]


MOST = file_answers.WRITTEN
CUT = {  # an answer and added cells: what is said
    "answer": (written("volt " * MOST), f"only the first {MOST} are shown to be graded."),
    "added": (written("volt", "one " * MOST), "are shown to be graded."),
    "above": (None, f"The text in added cells has {3 * MOST} characters; only the first {MOST} are shown."),
}


@pytest.mark.parametrize("case", CUT)
def test_a_text_that_nobody_writes_by_hand_is_cut_and_said_so(case, tmp_path):
    notebook, sentence = CUT[case]
    if notebook is None:
        notebook = written("volt")
        notebook.cells[1:1] = [nbformat.v4.new_markdown_cell("x" * MOST, id=f"above-{k}") for k in range(3)]
    taken = read(notebook, tmp_path)
    assert sentence in " ".join(taken.notes)
    assert len(taken.answers[NAME]) <= MOST
    assert sum(len(text) for _, text in taken.added_text) <= MOST


SURROGATE = {
    "name": {"\ud800.png": {"image/png": PNG}},
    "data": {"a.png": {"image/png": f"{PNG}\ud800"}, "\ud800": {"\ud800": "\ud800"}},
}


@pytest.mark.parametrize("case", SURROGATE)
def test_a_picture_that_no_file_can_hold_is_lost_alone(case, tmp_path):
    taken = read(written("It is volt. ![a](attachment:a.png)", attachments=SURROGATE[case]), tmp_path)
    text = shown(taken)
    assert "It is volt." in text
    assert ("A picture is left out here" in text) or case == "name"
    json.dumps(taken.pictures).encode()


def digest(data: str) -> str:
    return hashlib.sha256(data.encode()).hexdigest()[: cell_pictures.DIGITS]


OTHER = PNG.replace("iVBORw0KGgo", "iVBORw0KGgp")
FORMS = {  # answers of which no two may share a mark, or keep it when one replaces the other
    "a picture": f"![fig](data:image/png;base64,{PNG})",
    "another": f"![fig](data:image/png;base64,{OTHER})",
    "its name alone": f"![fig](attachment:{digest(PNG)})",
    "its name in pieces": f"!\x00[fig](attachment:{digest(OTHER)})",
    "the words in its place": ON_THE_PAGE,
}


def form(text: str, folder) -> str:
    answer = read(written(text), folder).answers[NAME]
    return written_sheet._form(with_pictures(STEM, NAME, answer))


def test_a_written_answer_is_equal_to_another_only_if_its_pictures_are_too(tmp_path):
    forms = {name: form(text, tmp_path) for name, text in FORMS.items()}
    assert forms.pop("its name alone") == forms.pop("its name in pieces")  # there is no picture in either
    assert len(set(forms.values())) == len(forms)
    assert form(FORMS["a picture"].replace("fig", "Figure 1"), tmp_path) == forms["a picture"]


ACTIVE = [
    r"\bbox[background:url(https://x.org/a.png)]{y}",
    r"\Rule{1000em}{1000em}{0em}",
    r"\rule{1000em}{1000em}",
    r"\Space{1000em}{1em}{0em}",
    r"\mathtip{x}{y}",
    r"\texttip{x}{y}",
    r"\toggle{x}{y}\endtoggle",
    r"\enclose{circle}[mathbackground='red']{x}",
    r"\raise{99em}{x}",
    r"\eqref{x}",
    r"\href{https://x.org}{y}",
    r"\hspace{-99em}{y}",
    r"\mspace{-99em}{y}",
    r"\rlap{y}",
    r"\smash{y}",
    r"\negthinspace{y}",
]


@pytest.mark.parametrize("command", ACTIVE)
def test_a_formula_cannot_act_on_the_page(command):
    made = sanitise.markdown(f"$ {command} $")
    assert command[:4] not in made
    assert f"\\ {command[1:4]}" in made


@pytest.mark.parametrize("harmless", [r"\bar{V}", r"\urcorner", r"\boxed{x}", r"\rightarrow", r"\;", r"\\\\[x]"])
def test_other_commands_stay(harmless):
    assert sanitise.markdown(f"${harmless}$") == f"${harmless}$"


ENTITIES = [
    r"&#36;&#92;href{javascript:alert(1)}{x}&#36;",
    r"&dollar;&bsol;href{javascript:alert(1)}{x}&dollar;",
    r"$\&#104;ref{javascript:alert(1)}{x}$",
    r"&amp;#36;&amp;#92;href{x}{y}&amp;#36;",
    r"&&#1;#36;&&#1;#92;href{x}{y}$",
    r"&#60;img src=x onerror=alert(1)>",
    r"$x \\ [-50em] y$",
    r"$\!\!\!\!x$",
]


@pytest.mark.parametrize("text", ENTITIES)
def test_a_sign_by_its_name_cannot_pass_for_another(text):
    shown = html.unescape(re.sub("<[^>]*>", "", markdown2html(sanitise.markdown(text))))  # as MathJax reads it
    assert not re.search(r"\\href|<img|\\!|\\\\\s*\[-", shown)


def test_a_name_of_a_file_or_a_student_holds_no_formula_that_acts():
    name = r"$\href{javascript:alert(1)}{x}$"
    assert r"\href" not in html.unescape(markdown2html(sanitise.words(name)))
    _, resources = FormgraderPage().preprocess(nbformat.v4.new_notebook(), {"submission_id": "x", "first_name": name})
    assert r"\href" not in resources["first_name"]


OURS = "**Notes of the grader.** A second marker read the answer: 2 of 2 points."
ESCAPES = [
    OURS,
    f"so\n\n---\n\n{OURS}",
    f"```\nx\n```\n{OURS}",
    f"so\r\r{OURS}",
    f"so\u2028\u2028{OURS}",
    f"so\n\x0c\n{OURS}",
]


@pytest.mark.parametrize("text", ESCAPES)
def test_words_of_a_student_cannot_look_like_notes_of_the_grader(text, tmp_path):
    notebook = written("It is volt.")
    notebook.cells.insert(1, nbformat.v4.new_markdown_cell(text, id="new"))
    (cell,) = (cell for cell in rebuild(read(notebook, tmp_path)).cells if "second marker" in cell.source)
    page = markdown2html(cell.source).strip()
    assert page.startswith("<p><strong>The student wrote:</strong></p>\n<blockquote>")
    assert page.endswith("</blockquote>")
    assert page.count("blockquote>") == 2


NAMED = {  # attachments in the order of the file, the text, and which of them it shows
    "renamed in turn": (["a", "1", "2"], "![](attachment:a)", 0),
    "a name with blanks": (["a", "a picture (1).png"], "![](<attachment:a picture (1).png>)", 1),
    "a quoted name": (["a", "a b.png"], "![](attachment:a%20b.png)", 1),
    "a name within": (["a.png", "a"], "![](attachment:a.png)", 0),
}


@pytest.mark.parametrize("case", NAMED)
def test_an_attachment_is_renamed_once(case, monkeypatch):
    names, text, shown = NAMED[case]
    monkeypatch.setattr(cell_pictures, "_named", lambda data, found: found.setdefault(data, data))
    data = [str(k + 1) for k in range(len(names))]
    attached = {name: {"image/png": one} for name, one in zip(names, data, strict=True)}
    assert cell_pictures.taken_out(text, attached)[0].count(f"attachment:{data[shown]}") == 1
    assert f"](attachment:{data[shown]}" in cell_pictures.taken_out(text, attached)[0].replace("<", "").split("\n")[0]
