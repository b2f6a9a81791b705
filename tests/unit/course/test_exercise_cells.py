"""What a notebook asks, gives and holds back: its graded cells, stub, sample, questions and parameters."""

from __future__ import annotations

import ast
import base64
import io
import json
import re
from itertools import pairwise

import numpy as np
from PIL import Image

from grading.paths import SOLUTIONS
from helpers.course import COURSE
from helpers.model import GIVEN as GIVEN_NAMES
from helpers.model import Parameters
from tests.support.course_cells import graded, read, text_of


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
