"""The notebooks hold to the mould: one form, stable ids, points, visible samples, nothing of the solution."""

from __future__ import annotations

import ast
import base64
import io
import json
import re
from itertools import pairwise

import nbformat
import numpy as np
import pytest
from PIL import Image

from grading.paths import NOTEBOOKS, ROOT, SOLUTIONS, address, stems
from grading.release.build import GIVEN, build, given
from helpers.course import COURSE
from helpers.model import GIVEN as GIVEN_NAMES
from helpers.model import Parameters
from slipcheck.observe.ipython_syntax import without_magics

STEMS = stems()
FUNCTIONS = r"(?:check|hint|explore|predict|hand_in)\("
HEADINGS = ["Goal", "Idea", "Predict", "Your turn", "Check and explore"]


def read(folder, stem):
    return nbformat.read(folder / f"{stem}.ipynb", as_version=4)


def text_of(notebook) -> str:
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def graded(notebook) -> dict:
    return {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if "nbgrader" in cell.metadata}


@pytest.fixture(scope="module", params=STEMS)
def student(request):
    return request.param, read(NOTEBOOKS, request.param)


def test_there_are_14_notebooks_in_teaching_order():
    assert [stem[:2] for stem in STEMS] == [f"{number:02d}" for number in range(1, 15)]
    assert [path.stem for path in sorted(NOTEBOOKS.glob("*.ipynb"))] == STEMS


def test_the_headings_are_the_five_in_their_order(student):
    stem, notebook = student
    lines = re.findall(r"(?m)^(#+) (.*)$", re.sub(r"```.*?```", "", text_of(notebook), flags=re.DOTALL))
    assert [title for level, title in lines if level == "##"] == HEADINGS
    assert [title[:2] for level, title in lines if level == "#"] == [stem[:2]]
    levels = [len(level) for level, _ in lines]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_more_than_two_code_cells_stand_in_a_row_beside_the_calls_of_the_course(student):
    signs = "".join(
        "m" if cell.cell_type == "markdown" else "f" if re.match(FUNCTIONS, cell.source) else "c"
        for cell in student[1].cells
    )
    assert not re.search("ccc|[cf]{4}", signs), signs


def test_cell_ids_are_stable_and_unique(student):
    stem, notebook = student
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    for cell in notebook.cells:
        expected = cell.metadata.nbgrader.grade_id if "nbgrader" in cell.metadata else rf"{stem[:2]}-\d\d"
        assert re.fullmatch(expected, cell.id)


def test_the_graded_cells_are_the_parts_of_the_exercise(student):
    stem, notebook = student
    number, cells = int(stem[:2]), graded(notebook)
    parts = COURSE.exercise(number).parts
    assert len(parts) >= 2
    for part in parts:
        cell = cells.pop(f"ex{stem[:2]}_{part.name}")
        assert cell.source == f'check({number}, "{part.name}")'
        assert cell.metadata.nbgrader.points == part.points
    assert set(cells) == {f"ex{stem[:2]}"} | ({"ex10_written"} if number == 10 else set())


def test_check_hint_and_explore_are_there(student):
    stem, notebook = student
    number = int(stem[:2])
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert f"check({number})" in code
    assert f"hint({number})" in code
    assert (f"explore({number})" in code) == bool(COURSE.exercise(number).sliders)


def test_the_stub_has_its_blanks_and_nothing_of_the_solution(student):
    stem, notebook = student
    cell = graded(notebook)[f"ex{stem[:2]}"]
    tree = ast.parse(cell.source)
    blanks = sum(isinstance(node, ast.Constant) and node.value is ... for node in ast.walk(tree))
    assert blanks == COURSE.exercise(int(stem[:2])).placeholders
    assert len(cell.source.splitlines()) <= 26
    for word in ("SOLUTION", "STUB", "HIDDEN"):
        assert word not in json.dumps(notebook)


def test_no_line_of_the_solution_is_in_the_release(student):
    stem, notebook = student
    source = graded(read(SOLUTIONS, stem))[f"ex{stem[:2]}"].source
    regions = re.findall(r"BEGIN SOLUTION\n(.*?)### END", source, flags=re.DOTALL)
    lines = [line.strip() for region in regions for line in region.splitlines() if "# STUB" not in line]
    code = "\n".join(cell.source for cell in notebook.cells)
    if stem[:2] == "01":  # its lines are given, as comments
        code = re.sub(r"(?m)^\s*# .*$", "", code)
    for line in filter(None, lines):
        assert line not in code


def test_a_release_holds_no_output(student):
    for cell in student[1].cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


def test_every_placeholder_is_filled(student):
    assert "{{" not in json.dumps(student[1].cells)


def test_the_sample_output_is_visible_without_running_a_cell(student, solved):
    stem, notebook = student
    turn = next(cell.source for cell in notebook.cells if cell.source.startswith("## Your turn"))
    if int(stem[:2]) <= 4:
        block = re.search(r"```\n(.*?)\n```", turn, flags=re.DOTALL)[1]
        stored = graded(read(SOLUTIONS, stem))[f"ex{stem[:2]}"].outputs[0].text
        assert block == stored.strip()
        return
    alt, data = re.search(r"!\[(.*?)\]\(data:image/png;base64,(.*?)\)", turn).groups()
    assert len(alt.split()) >= 12
    picture = np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("L"))
    assert picture.shape[1] > 400
    assert picture.min() < 130  # something is drawn


def test_every_picture_has_an_alternative_text(student):
    for alt in re.findall(r"!\[(.*?)\]", text_of(student[1])):
        assert alt.strip()


def test_a_student_notebook_is_at_most_150_kb(student):
    assert (NOTEBOOKS / f"{student[0]}.ipynb").stat().st_size <= 150_000


def test_links_lead_to_the_neighbours_and_to_a_video(student):
    stem, notebook = student
    text, place = text_of(notebook), STEMS.index(stem)
    for neighbour in STEMS[max(place - 1, 0) : place] + STEMS[place + 1 : place + 2]:
        assert f"({neighbour}.ipynb)" in text
    assert "https://www.youtube.com/watch?v=" in text
    assert "Neuromatch Academy" in text


def test_a_question_stands_with_its_options_and_a_cell_for_the_choice_comes_next(student):
    stem, notebook = student
    number = int(stem[:2])
    questions = COURSE.exercise(number).predictions
    asked = [k for k, cell in enumerate(notebook.cells) if re.search(r"(?m)^- \*\*[A-Z]\)\*\* ", cell.source)]
    assert len(asked) == len(questions)
    for k, question in zip(asked, questions, strict=True):
        assert question.as_markdown() in notebook.cells[k].source
        assert notebook.cells[k + 1].source.startswith(f'predict({number}, "", why="")')


def test_before_sliders_a_prediction_is_asked_that_the_notebook_keeps(student):
    sources = [cell.source for cell in student[1].cells]
    for before, source in pairwise(sources):
        if source.startswith("explore("):
            assert before.startswith("predict(")


def test_the_parameters_are_given_and_shown_with_their_units(student):
    stem, notebook = student
    setup = next(cell.source for cell in notebook.cells if cell.cell_type == "code")
    if stem[:2] == "01":  # where they are the exercise
        assert not set(re.findall(r"\w+", setup)) & set(GIVEN_NAMES)
        shown = re.findall(r"(?m)^\| \$[^|]*\| `(\w+)` \|[^|]+\| [a-z]+", text_of(notebook))
        assert shown[-8:] == list(GIVEN_NAMES)
        return
    assert setup.endswith(", ".join(GIVEN_NAMES))
    table = re.search(r"(?m)^\| (`t_max` \|.*)\n\|[-|]+\n\| (.*)$", text_of(notebook))
    names, values = (re.split(r"\W*\|\W*", row.strip("`| ")) for row in table.groups())
    assert tuple(names) == GIVEN_NAMES
    assert [value.split()[1] for value in values] == ["s", "s", "s", "V", "V", "V", "ohm", "A"]
    numbers = [float(value.split()[0]) for value in table[2].split(" | ")[:7]]
    assert numbers == [getattr(Parameters(), name) for name in GIVEN_NAMES[:7]]


def test_one_address_stands_in_all_notebooks(student):
    here, content = address(), "\n".join(cell.source for cell in student[1].cells)
    assert set(re.findall(r"git\+https?://[^\s\"]+", content)) == {here.helpers}
    folders = re.findall(r"https://colab\.research\.google\.com/[^\s)]*/(?=\d\d_)", content)
    assert set(folders) == {here.colab + "/"}
    sites = re.findall(r"\[Open in your browser\]\((.+?)/notebooks/index\.html\?path=\d\d_\w+\.ipynb\)", content)
    assert sites == [here.site]


@pytest.mark.parametrize(("stem", "following"), [*pairwise(STEMS)])
def test_the_cell_above_the_graded_ones_leads_to_the_next_notebook_here_and_in_colab(stem, following):
    (there,) = [cell.source for cell in read(NOTEBOOKS, stem).cells if "[Next:" in cell.source]
    assert f"]({following}.ipynb)" in there
    assert f"]({address().colab}/{following}.ipynb)" in there


def test_where_solutions_are_published_a_notebook_links_its_own(monkeypatch):
    from grading import paths
    from grading.release import build

    published = paths.Address("https://github.com/school/course", "main", publish_solutions=True)
    monkeypatch.setattr(build, "address", lambda: published)
    notebook, _ = build.FillIn().preprocess(read(SOLUTIONS, STEMS[3]), {"unique_key": STEMS[3]})
    link = f"https://colab.research.google.com/github/school/course/blob/main/solutions/lif_part_1/{STEMS[3]}.ipynb"
    assert f"[Solution]({link})" in text_of(notebook)


def test_every_section_shows_one_error_on_purpose():
    raising = [
        stem[:2]
        for stem in STEMS
        if any("raises-exception" in cell.metadata.get("tags", []) for cell in read(SOLUTIONS, stem).cells)
    ]
    for section in (("01", "02", "03"), ("04",), ("05", "06"), ("07",), ("08", "09", "10"), ("11", "12"), ("13", "14")):
        assert set(section) & set(raising), section


@pytest.mark.parametrize("stem", STEMS)
def test_a_solution_is_stored_executed_with_text_outputs_only(stem):
    for cell in read(SOLUTIONS, stem).cells:
        if cell.cell_type == "code":
            assert cell.execution_count or "skip-execution" in cell.metadata.get("tags", ())
            ast.parse(without_magics(cell.source))
            kinds = {kind for output in cell.outputs for kind in output.get("data", {})}
            assert kinds <= {"text/plain", "text/html", "text/markdown"}


def test_rebuilding_the_release_gives_the_same_bytes(tmp_path):
    build(tmp_path)
    for notebook in NOTEBOOKS.glob("*.ipynb"):
        assert (tmp_path / notebook.name).read_bytes() == notebook.read_bytes(), f"run make release: {notebook.name}"
    assert json.loads(GIVEN.read_text(encoding="utf-8")) == given(tmp_path)


def test_the_stems_in_the_readme_are_the_notebooks():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"notebooks/lif_part_1/(\d\d_\w+)\.ipynb", readme) == STEMS
