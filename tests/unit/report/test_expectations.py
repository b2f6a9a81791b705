"""What the class expected: first choices, the slips of those who chose them, reasons without names."""

from __future__ import annotations

import json

from grading.gradebook.reader import StudentMarks
from grading.paths import stems
from grading.report.class_data import Classroom, Entry, Learner
from grading.report.expectations import expectations
from grading.states import ExerciseState
from grading.submissions import reading
from grading.submissions.course_notebooks import released
from slipcheck.chosen_predictions import Chosen

STEM = stems()[3]
WRONG = ({"name": "numbers", "points": 2, "right": False, "cause": "leak missing", "message": None},)


def learner(name: str, parts: tuple, *chosen: tuple[str, str]) -> Learner:
    rows = tuple({"letter": letter, "why": why} for letter, why in chosen)
    entry = Entry(ExerciseState.WRONG if parts else ExerciseState.RIGHT, parts=parts, predictions=rows)
    return Learner(StudentMarks(name, name.capitalize()), {STEM: entry})


def test_the_first_choice_counts_and_its_slips_stand_beside_it():
    learners = [
        learner("ada", WRONG, ("A", "it rests"), ("B", "")),
        learner("bob", (), ("B", "a twentieth")),
        learner("cleo", WRONG, ("A", "as Bob says")),
        learner("dan", ()),
    ]
    (first,) = expectations(Classroom(learners, 4.0, [STEM]))
    assert (first.stem, first.students, first.changed) == (STEM, 3, 1)
    chosen = [(option.letter, option.students, option.is_right) for option in first.options]
    assert chosen == [("A", 2, False), ("B", 1, True), ("C", 0, False)]
    assert first.options[0].slips == (("leak missing", 2),)
    assert first.options[0].reasons == ("it rests",)  # not the one that names a student


def test_predictions_are_read_from_the_text_of_a_submission(tmp_path):
    notebook = json.loads(json.dumps(released(STEM)))
    cell = next(cell for cell in notebook["cells"] if "".join(cell["source"]).startswith("predict(4"))
    cell["source"] = 'predict(4, "c", why="far")\npredict(4, "B")'
    path = tmp_path / f"{STEM}.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    submission = reading.read_notebook(path)
    assert submission.predictions == [Chosen("C", "far"), Chosen("B")]
    assert submission.added == []
    assert not submission.started
