"""The notebooks hold to the mould: one form, stable ids, links, text for each picture, the same bytes when rebuilt."""

from __future__ import annotations

import ast
import json
import re
from itertools import pairwise

import pytest

from grading.paths import NOTEBOOKS, ROOT, SOLUTIONS, address, stems
from grading.release.build import GIVEN, build, given_cells
from slipcheck.observe.ipython_syntax import without_magics
from tests.support.course_cells import read, text_of

STEMS = stems()
FUNCTIONS = r"(?:check|hint|explore|predict|hand_in)\("
HEADINGS = ["Goal", "Idea", "Predict", "Your turn", "Check and explore"]


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


def test_a_release_holds_no_output(student):
    for cell in student[1].cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


def test_every_placeholder_is_filled(student):
    assert "{{" not in json.dumps(student[1].cells)


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
    from grading.release import steps

    published = paths.Address("https://github.com/school/course", "main", publish_solutions=True)
    monkeypatch.setattr(steps, "address", lambda: published)
    notebook, _ = steps.FillIn().preprocess(read(SOLUTIONS, STEMS[3]), {"unique_key": STEMS[3]})
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
    assert json.loads(GIVEN.read_text(encoding="utf-8")) == given_cells(tmp_path)


def test_the_stems_in_the_readme_are_the_notebooks():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"notebooks/lif_part_1/(\d\d_\w+)\.ipynb", readme) == STEMS
