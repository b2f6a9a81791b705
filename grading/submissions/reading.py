"""Read what a student handed in: which notebook it is, and the text of its answers. Nothing else of it is ever used."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from grading.course import COURSE
from grading.errors import NotebookFileError
from grading.paths import ASSIGNMENT, stems
from grading.submissions.course_notebooks import is_solution
from grading.text import clean
from slipcheck.answer_rule import LONGEST, fingerprint, is_given, is_idle
from slipcheck.chosen_predictions import Chosen, chosen_in

from .answer_cells import code_answer, nbgrader, written_answer
from .course_notebooks import released, solution_cells
from .folders import notebooks_below
from .notebook_file import CELLS, read_file


@dataclass
class Submission:
    """One notebook of one student.

    ``answers`` maps grade ids to texts; ``added`` holds the code of cells that the student added, with whether they
    stood before the answer; ``notes`` are sentences for student and instructor. ``surely``: a cell of the notebook is
    in it; ``started``: an answer is not as it was given.
    """

    path: Path
    stem: str
    answers: dict[str, str] = field(default_factory=dict)
    added: list[tuple[bool, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    predictions: list[Chosen] = field(default_factory=list)
    surely: bool = True
    started: bool = False


def _is_own_code(cell) -> bool:
    """Whether the student wrote this code cell, beside the answers."""
    is_code = cell.cell_type == "code" and cell.source.strip() != ""
    return is_code and not is_given(COURSE, cell.source) and not is_solution(cell)


def read(path: Path) -> Submission:
    """A submitted file. Raises NotebookFileError with a sentence, whatever is wrong with it."""
    try:
        return _read(path)
    except NotebookFileError:
        raise
    except OSError as problem:
        raise NotebookFileError(f"{path.name} cannot be opened ({problem.strerror}).") from None
    except Exception as problem:  # one file must not keep the others from being read
        raise NotebookFileError(f"{path.name} cannot be read ({type(problem).__name__}).") from None


def _read(path: Path) -> Submission:
    notebook = read_file(path)
    stem = recognise(notebook, path.stem)
    if stem is None:
        raise NotebookFileError(f"{path.name} is not a notebook of this course: none of its cells is known.")
    submission = Submission(path, stem, surely=_has_cells_of(notebook, stem))
    if path.stem != stem:
        submission.notes.append(f"The file {path.name} was recognised as {stem}.ipynb by its cells.")
    if notebook.metadata["cut"]:
        submission.notes.append(f"The notebook has more than {CELLS} cells; the first {CELLS} were read.")
    places = {place for grade_id in solution_cells(stem) for place in _take_answer(submission, notebook, grade_id)}
    _take_added(submission, notebook, places)
    code = [clean(cell.source) for cell in notebook.cells if cell.cell_type == "code" and len(cell.source) <= LONGEST]
    submission.predictions = chosen_in(int(stem[:2]), code)
    return submission


def recognise(notebook, name: str) -> str | None:
    """The stem of the notebook that it is: by its grade ids, else its markers, else its title or file name."""
    known = stems()
    ids = " ".join(f"{nbgrader(cell).get('grade_id', '')} {cell.id}" for cell in notebook.cells)
    numbers = Counter(re.findall(r"\bex(\d\d)(?=\b|_)", ids))
    if not numbers:
        code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
        marked = r"(?im)^[^\S\n]*#+[^\S\n]*exercise[^\S\n]*0*(\d{1,2})\b"  # \s* would try each run of empty lines again
        numbers = Counter(f"{int(number):02d}" for number in re.findall(marked, code))
    if not numbers:
        titles = re.findall(
            r"(?m)^# (\d\d) · ", "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
        )
        numbers = Counter(titles) or Counter(stem[:2] for stem in known if stem in name)
    number = numbers.most_common(1)[0][0] if numbers else None
    return next((stem for stem in known if stem[:2] == number), None)


def _has_cells_of(notebook, stem: str) -> bool:
    """Whether a cell is one of ours, by its grade id or its text; a comment alone may stand in any notebook."""
    texts = {fingerprint(cell.source) for cell in released(stem).cells}
    return any(
        nbgrader(cell).get("grade_id", "").startswith(f"ex{stem[:2]}") or fingerprint(cell.source) in texts
        for cell in notebook.cells
    )


def _take_answer(submission: Submission, notebook, grade_id: str) -> list[int]:
    """The answer's text into the submission, and the places of the cells that it was taken from."""
    stub = solution_cells(submission.stem)[grade_id]
    if grade_id == f"ex{submission.stem[:2]}":
        answer = code_answer(notebook.cells, grade_id)
    else:
        answer = written_answer(notebook.cells, grade_id, stub)
    submission.notes += answer.notes
    text = answer.text
    if text is None:
        submission.notes.append("The answer cell is missing in this file, so nothing of it could be graded.")
        return []
    if len(text) > LONGEST:
        submission.notes.append(f"The answer has {len(text)} characters; more than {LONGEST} are not graded.")
        text = stub
    submission.answers[grade_id] = text
    submission.started |= not is_idle(text, stub)
    return answer.places


def _take_added(submission: Submission, notebook, places: set[int]) -> None:
    """The code that the student added into the submission; ``places`` are those of the answers."""
    answers = set(submission.answers.values())
    before = True
    if sum(len(cell.source) for cell in notebook.cells if cell.cell_type == "code") > 2 * LONGEST:
        submission.notes.append("The cells that were added are too long; only the answer cell was graded.")
        return
    for k, cell in enumerate(notebook.cells):
        if k in places or cell.source in answers:
            before = False
        elif _is_own_code(cell):
            submission.added.append((before, cell.source))


@dataclass
class StudentSubmissions:
    """All that one student handed in: at most one submission a notebook, and sentences about what was left out."""

    student: str
    folder: Path
    notebooks: dict[str, Submission] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_student(folder: Path) -> StudentSubmissions:
    """The notebooks below ``submitted/<student>``, wherever in it they lie. What cannot be read is a problem."""
    submissions = StudentSubmissions(folder.name, folder)
    if folder.is_symlink():
        submissions.problems.append("The folder is a link to another folder and was not read.")
        return submissions
    files, submissions.problems = notebooks_below(folder)
    expected = folder / ASSIGNMENT
    if files and not any(path.parent == expected for path in files):
        submissions.problems.append(
            f"The notebooks are not in a folder {ASSIGNMENT}; they were taken from where they are."
        )
    for path in files:
        try:
            _keep(submissions, read(path))
        except NotebookFileError as problem:
            submissions.problems.append(str(problem))
        except OSError as problem:
            submissions.problems.append(f"{path.name} cannot be opened ({problem.strerror}).")
    return submissions


def _keep(submissions: StudentSubmissions, new: Submission) -> None:
    """Of two files of one notebook, the one that is surely one, that was worked on, that was saved last."""
    old = submissions.notebooks.get(new.stem)
    if old is not None:
        other, new = sorted((old, new), key=_rank)
        new.notes.append(f"{new.path.name} was graded; {other.path.name} {_why_not_graded(other, new)}.")
    submissions.notebooks[new.stem] = new


def _rank(one: Submission) -> tuple:
    return one.surely, one.started, one.path.stat().st_mtime, one.path.stem == one.stem


def _why_not_graded(other: Submission, graded: Submission) -> str:
    """Why a file was not graded, after its name."""
    if graded.surely and not other.surely:
        return "has none of the notebook's own cells"
    if graded.started and not other.started:
        return "has the answer as it was given"
    older = other.path.stat().st_mtime < graded.path.stat().st_mtime
    return "is an older file of the same notebook" if older else "is another file of the same notebook"
