"""Read what a student handed in: which notebook it is, and the text of its answers."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from grading.current_course import COURSE
from grading.errors import IrregularFileError, NotebookFileError
from grading.files import regular_file
from grading.paths import ASSIGNMENT, stems
from grading.text import clean
from slipcheck.answer_rule import fingerprint
from slipcheck.chosen_predictions import Chosen, chosen_in
from slipcheck.file_answers import WRITTEN, Kind, Remark, answers_of
from slipcheck.file_content import UnreadableError, bytes_in, content_of
from slipcheck.judge.parse import LONGEST
from slipcheck.notebook_file import CELLS, TEXT, NotebookFile, notebook_of, recognise

from .course_notebooks import released, solution_cells
from .folders import notebooks_below
from .old_format import in_new_format
from .student_names import normalised

SENTENCES = {
    Kind.COMMENT: "The given answer cell is empty, unchanged or missing; the cell with its comment was graded.",
    Kind.NEWER: "A cell below the answer is a newer version of it; the newer version was graded.",
    Kind.BESIDE: "The answer cell holds no answer; the new cell beside it was graded.",
    Kind.LAST: "The answer cell is missing; a cell with new code was graded instead.",
    Kind.SPLIT: "The answer is in {count} cells, one after the other; they were graded together.",
    Kind.SEVERAL: "There are {count} answer cells; the last one was graded.",
    Kind.BELOW: "There is another answer below the checks. Only the answer above them is checked and graded.",
    Kind.ONLY_BELOW: "There is no answer above the checks; the one below them was graded.",
    Kind.NO_CODE: "The answer cell is not a code cell, so it was never run; its text was graded.",
    Kind.MISSING: "The answer cell is missing from this file, so nothing could be graded.",
    Kind.TOO_LONG: f"The answer has more than {LONGEST:,} characters, so it was not graded.",
    Kind.ELSEWHERE: "The written answer, or part of it, is outside its cell; all of it waits for a grade.",
    Kind.WORDS_IN_CODE: "The cell of the written answer is now a code cell; its text waits for a grade.",
    Kind.ADDED_TOO_LONG: "The added cells are too long; only the answer cell was graded.",
    Kind.WORDS_CUT: f"The written answer has {{count}} characters; only the first {WRITTEN} are shown to be graded.",
    Kind.ADDED_WORDS_CUT: f"The text in added cells has {{count}} characters; only the first {WRITTEN} are shown.",
}
SECONDS = 60.0  # of processor time for one student's files; each takes a fraction of a second, and at worst ten
FOREIGN = "is not a notebook of this course: none of its cells is known."


@dataclass
class Submission:
    """One notebook of one student.

    ``answers`` maps grade ids to texts; ``added`` holds the code of cells that the student added, with whether they
    stood before the answer, and ``added_text`` the words; ``pictures`` maps the names in texts to pictures in base64.
    ``notes`` are sentences for student and instructor. ``surely``: a cell of the notebook is in it; ``started``: an
    answer is not as it was given.
    """

    path: Path
    stem: str
    answers: dict[str, str] = field(default_factory=dict)
    added: list[tuple[bool, str]] = field(default_factory=list)
    added_text: list[tuple[bool, str]] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    predictions: list[Chosen] = field(default_factory=list)
    surely: bool = True
    started: bool = False


def read_notebook(path: Path, below: Path | None = None) -> Submission:
    """A submitted file. Raises NotebookFileError with a sentence, whatever is wrong with it.

    No link in the place of a folder under ``below`` is followed.
    """
    try:
        return _read(path, below)
    except NotebookFileError:
        raise
    except OSError as problem:
        raise NotebookFileError(f"{path.name} cannot be opened ({problem.strerror}).") from None
    except Exception as problem:  # one file must not keep the others from being read
        raise NotebookFileError(f"{path.name} cannot be read ({type(problem).__name__}).") from None


def _read(path: Path, below: Path | None) -> Submission:
    notebook = _notebook_in(path, below)
    stem = recognise(stems(), notebook.cells, path.stem)
    if stem is None:
        raise NotebookFileError(f"{path.name} {FOREIGN}")
    found = answers_of(COURSE, int(stem[:2]), notebook.cells, solution_cells(stem))
    notes = []
    if path.stem != stem:
        notes.append(f"The file {path.name} was recognised as {stem}.ipynb by its cells.")
    if notebook.cut:
        notes.append(f"The notebook has more than {CELLS} cells; the first {CELLS} were read.")
    if notebook.is_long:
        cells = len(notebook.cells)
        notes.append(f"The notebook has more than {TEXT:,} characters of text; the first {cells} cells were read.")
    notes += map(remark_in_words, found.remarks)
    surely = _has_cells_of(notebook, stem)
    code = [clean(cell.source) for cell in notebook.cells if cell.cell_type == "code" and len(cell.source) <= LONGEST]
    predictions = chosen_in(int(stem[:2]), code)
    texts = (found.answers, found.added, found.added_text, found.pictures)
    return Submission(path, stem, *texts, notes, predictions, surely, found.started)


def stem_of(data: bytes, name: str) -> str:
    """Which notebook a file of this name, without its ending, holds; its answers are not read.

    Raises NotebookFileError with the rest of a sentence about the file.
    """
    try:
        stem = recognise(stems(), _notebook_of(data).cells, name)
    except UnreadableError as reason:
        raise NotebookFileError(str(reason)) from None
    except Exception as problem:
        raise NotebookFileError(f"cannot be read ({type(problem).__name__}).") from None
    if stem is None:
        raise NotebookFileError(FOREIGN)
    return stem


def _notebook_in(path: Path, below: Path | None) -> NotebookFile:
    """The cells of a file. Raises NotebookFileError, or OSError."""
    try:
        with regular_file(path, below) as file:
            data = bytes_in(file)
        return _notebook_of(data)
    except IrregularFileError:
        raise NotebookFileError(f"{path.name} is not a regular file.") from None
    except UnreadableError as reason:
        raise NotebookFileError(f"{path.name} {reason}") from None


def _notebook_of(data: bytes) -> NotebookFile:
    """The cells of a file of any format. Raises UnreadableError."""
    content = content_of(data)
    return notebook_of(content if content.get("nbformat", 4) >= 4 else in_new_format(content))


def _has_cells_of(notebook: NotebookFile, stem: str) -> bool:
    """Whether a cell is one of ours, by its grade id or its text; a comment alone may stand in any notebook."""
    texts = {fingerprint(cell.source) for cell in released(stem).cells}
    return any(
        cell.grade_id.startswith(f"ex{stem[:2]}") or fingerprint(cell.source) in texts for cell in notebook.cells
    )


@dataclass
class StudentSubmissions:
    """All that one student handed in: at most one submission a notebook, and sentences about what was left out."""

    student: str
    folder: Path
    notebooks: dict[str, Submission] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_student(folder: Path) -> StudentSubmissions:
    """The notebooks below ``submitted/<student>``, wherever in it they lie. What cannot be read is a problem."""
    submissions = StudentSubmissions(normalised(folder.name), folder)
    if folder.is_symlink():
        submissions.problems.append("The folder is a link to another folder and was not read.")
        return submissions
    files, submissions.problems = notebooks_below(folder)
    expected = folder / ASSIGNMENT
    if files and not any(path.parent == expected for path in files):
        submissions.problems.append(
            f"The notebooks are not in a folder {ASSIGNMENT}; they were taken from where they are."
        )
    began = time.thread_time()
    for k, path in enumerate(files):
        if k and time.thread_time() - began > SECONDS:
            submissions.problems.append(f"The notebooks took too long to read; {k} of {len(files)} were read.")
            break
        try:
            _keep(submissions, read_notebook(path, below=folder.parent))
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


def remark_in_words(remark: Remark) -> str:
    """A remark in words."""
    return SENTENCES[remark.kind].format(count=remark.count)
