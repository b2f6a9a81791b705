"""One page of feedback for a student: all exercises, points, what the checks said, figures, the instructor's words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from grading.current_course import COURSE
from grading.gradebook.reader import NotebookMarks, StudentMarks
from grading.gradebook.writer import NO_RESPONSE
from grading.paths import ASSIGNMENT, stems
from grading.states import ExerciseState, state_of
from grading.submissions.answer_lines import numbered, written_part
from grading.templating import render

from .autograded import answer_outputs

Verdicts = dict[str, tuple[dict, dict]]  # stem to (result, details), as the store has them
MOST_LINES = 40  # of what an answer printed, from its beginning
LAST_LINES = 5
MOST_PICTURES = 8


def student_page(marks: StudentMarks, verdicts: Verdicts, today: date, has_known_time: bool = True) -> str:
    """The page as HTML, from the gradebook's marks and the stored verdicts of this student alone.

    Without ``has_known_time`` it is known that the work was late, and no more.
    """
    exercises = [
        _exercise(stem, marks.notebooks[stem], verdicts.get(stem)) for stem in stems() if stem in marks.notebooks
    ]
    lists = {name: _numbers(exercises, name) for name in ("waiting", "to_review")}
    about = {"marks": marks, "exercises": exercises, "has_known_time": has_known_time, "today": today}
    return render("student.html", title=ASSIGNMENT, **about, **lists)


def _numbers(exercises: list[dict], fact: str) -> list[str]:
    """The exercises of which this is true, as a sentence names them."""
    return [f"exercise {exercise['number']}" for exercise in exercises if exercise[fact]]


def _exercise(stem: str, marks: NotebookMarks, verdict: tuple[dict, dict] | None) -> dict:
    """All that the page says of one exercise."""
    result, details = verdict or ({}, {})
    number = int(stem[:2])
    state = _state(result, marks)
    answers = details.get("answers", {})
    comments = _comments(number, marks)
    written = [_written(stem, name, marks, answers) for name in _by_hand(number, marks)]
    return {
        "number": number,
        "title": COURSE.exercise(number).title,
        "state": state,
        "headline": _headline(state, written),
        "has_section": bool(verdict or comments),
        "points": marks.points,
        "most": marks.max_score,
        "has_answers": "answers" in details or not result,
        "lines": _lines(stem, state, answers),
        "outputs": list(_outputs(result)) if result else [],
        "parts": _parts(number, marks, result.get("parts", [])),
        "notes": [*details.get("notes", []), *result.get("notes", []), *result.get("remarks", [])],
        "written": written,
        "waiting": bool(marks.waiting),
        "to_review": bool(marks.to_review),
        "by_hand": bool(set(marks.by_hand) - set(_by_hand(number, marks))),
        "comments": comments,
    }


def _state(result: dict, marks: NotebookMarks) -> ExerciseState:
    if result:
        return state_of(result)
    return ExerciseState.UNKNOWN if any(points for points, _ in marks.cells.values()) else ExerciseState.MISSING


def _headline(state: ExerciseState, written: list[dict]) -> str:
    """What the student reads of the state, which is that of the code: a written answer may have lost points."""
    has_lost = any(not answer["waiting"] and answer["points"] < answer["most"] for answer in written)
    return "the code is right" if state is ExerciseState.RIGHT and has_lost else state.headline


def _lines(stem: str, state: ExerciseState, answers: dict[str, str]) -> list:
    """The lines of the answer, and whether the student wrote them; none where nothing was written."""
    answer = answers.get(f"ex{stem[:2]}")
    return numbered(stem, answer) if answer and state is not ExerciseState.UNTOUCHED else []


def _outputs(result: dict) -> Iterator[tuple[str, str, str]]:
    """(kind, text or picture, alternative text of a picture) of what the answer printed and drew, long texts cut, and
    the error at the end of it.
    """
    pictures = 0
    for output in answer_outputs({"outputs": result.get("outputs", []), "failure": result.get("failure")}):
        if output.output_type == "stream":
            yield "text", cut(output.text), ""
        elif output.output_type == "error":
            yield "error", "\n".join(output.traceback), ""
        else:
            pictures += 1
            if pictures <= MOST_PICTURES:
                yield "picture", output.data["image/png"], output.metadata["image/png"]["alt"]
    if pictures > MOST_PICTURES:
        yield "left out", f"{pictures - MOST_PICTURES} more figures are left out here.", ""


def cut(text: str) -> str:
    """Its first and last lines, if it has many.

    >>> cut("\\n".join("abc")), cut("x\\n" * 100).count("x")
    ('a\\nb\\nc', 45)
    """
    lines = text.rstrip("\n").split("\n")
    if len(lines) <= MOST_LINES + LAST_LINES:
        return "\n".join(lines)
    left = len(lines) - MOST_LINES - LAST_LINES
    return "\n".join([*lines[:MOST_LINES], f"[... {left} lines left out ...]", *lines[-LAST_LINES:]])


def _parts(number: int, marks: NotebookMarks, parts: list[dict]) -> list[dict]:
    """The graded parts, each message once; the points are the gradebook's, where a hand may have changed them."""
    titles = {part.name: part.title for part in COURSE.exercise(number).parts}
    rows: list[dict] = []
    for part in parts:
        name = f"ex{number:02d}_{part['name']}"
        points, most = marks.cells.get(name, (0.0, part["points"]))
        is_repeated = part["message"] in [row["message"] for row in rows]
        message = None if part["right"] or is_repeated else part["message"]
        about = {"title": titles.get(part["name"], part["name"]), "right": part["right"], "message": message}
        hand = {"by_hand": name in marks.by_hand, "to_review": name in marks.to_review}
        rows.append({**about, "points": points, "most": most, **hand})
    return rows


def _by_hand(number: int, marks: NotebookMarks) -> list[str]:
    """Grade ids that no check of ours grades."""
    checked = {f"ex{number:02d}_{part.name}" for part in COURSE.exercise(number).parts}
    return [name for name in marks.cells if name not in checked]


def _written(stem: str, name: str, marks: NotebookMarks, answers: dict[str, str]) -> dict:
    points, most = marks.cells[name]
    text = written_part(stem, name, answers[name]) if name in answers else ""
    about = {"waiting": name in marks.waiting, "to_review": name in marks.to_review}
    return {"text": text, "points": points, "most": most, **about}


def _comments(number: int, marks: NotebookMarks) -> list[tuple[str, str]]:
    """(on what, the instructor's words)"""
    texts = {name: (text or "").strip() for name, text in marks.comments.items()}
    return [
        ("your code" if name == f"ex{number:02d}" else "your written answer", text)
        for name, text in texts.items()
        if text not in ("", NO_RESPONSE)
    ]
