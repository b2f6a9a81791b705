"""One page of feedback for a student: all exercises, points, what the checks said, figures, the instructor's words."""

from __future__ import annotations

from datetime import date

from slipcheck.verdict import State
from grading.course import COURSE

from grading.paths import ASSIGNMENT, stems
from .autograded import answer_outputs
from grading.submissions.answer_lines import numbered, written_part
from grading.gradebook.scores import Scores
from grading.templating import render

Told = dict[str, tuple[dict, dict]]  # stem to (result, details), as the store has them
MOST_LINES, LAST_LINES, MOST_PICTURES = 40, 5, 8
SIGNS = {"right": "✓", "partly": "~", "untouched": "–", "not handed in": "–"}
WORDS = {state.value: state.headline for state in State} | {"not handed in": "not handed in", "unknown": "graded"}
NO_RESPONSE = "No response."  # nbgrader's own comment on what was left as given


def student_page(scores: Scores, told: Told, today: date) -> str:
    """The page as HTML, from the gradebook's ``scores`` and the stored verdicts of this student alone."""
    exercises = [
        _exercise(stem, scores.notebooks[stem], told.get(stem)) for stem in stems() if stem in scores.notebooks
    ]
    sums = {"score": scores.score, "highest": scores.highest, "penalty": scores.penalty}
    waiting = [f"exercise {each['number']}" for each in exercises if each["waiting"]]
    return render(
        "student.html", scores=scores, exercises=exercises, waiting=waiting, today=today, title=ASSIGNMENT, **sums
    )


def _exercise(stem: str, scores: dict, told: tuple[dict, dict] | None) -> dict:
    result, details = told or ({}, {})
    number, answers = int(stem[:2]), details.get("answers", {})
    known = bool(result) or not any(points for points, _ in scores["cells"].values())
    state = result.get("state", "not handed in" if known else "unknown")
    answer = answers.get(f"ex{stem[:2]}")
    comments = _comments(number, scores)
    return {
        "number": number,
        "told": bool(told or comments),
        "title": COURSE.exercise(number).title,
        "word": WORDS.get(state, state),
        "sign": SIGNS.get(state, "✗"),
        "points": sum(points for points, _ in scores["cells"].values()),
        "most": scores["max_score"],
        "kept": "answers" in details or not result,
        "lines": numbered(stem, answer) if answer and state != "untouched" else [],
        "shown": list(_shown(result)) if result else [],
        "parts": _parts(number, scores, result.get("parts", [])),
        "notes": [*details.get("notes", []), *result.get("notes", []), *result.get("remarks", [])],
        "written": [_written(stem, name, scores, answers) for name in _by_hand(number, scores)],
        "waiting": bool(set(scores["waiting"])),
        "comments": comments,
    }


def _shown(result: dict):
    """(kind, text or picture) of what the answer showed, long texts cut, and the error at the end of it."""
    pictures = 0
    for output in answer_outputs({"shown": result.get("shown", []), "failure": result.get("failure")}):
        if output.output_type == "stream":
            yield "text", cut(output.text)
        elif output.output_type == "error":
            yield "error", "\n".join(output.traceback)
        else:
            pictures += 1
            if pictures <= MOST_PICTURES:
                yield "picture", output.data["image/png"]
    if pictures > MOST_PICTURES:
        yield "left out", f"{pictures - MOST_PICTURES} more figures are left out here."


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


def _parts(number: int, scores: dict, parts: list[dict]) -> list[dict]:
    """The graded parts, each message once; the points are the gradebook's, where a hand may have changed them."""
    titles = {part.name: part.title for part in COURSE.exercise(number).parts}
    found, said = [], []
    for part in parts:
        points, most = scores["cells"].get(f"ex{number:02d}_{part['name']}", (0.0, part["points"]))
        message = None if part["right"] or part["message"] in said else part["message"]
        said.append(message)
        about = {"title": titles.get(part["name"], part["name"]), "right": part["right"], "message": message}
        by_hand = points != part["points"] * part["right"]
        found.append({**about, "points": points, "most": most, "by_hand": by_hand})
    return found


def _by_hand(number: int, scores: dict) -> list[str]:
    """Grade ids that no check of ours grades."""
    checked = {f"ex{number:02d}_{part.name}" for part in COURSE.exercise(number).parts}
    return [name for name in scores["cells"] if name not in checked]


def _written(stem: str, name: str, scores: dict, answers: dict[str, str]) -> dict:
    points, most = scores["cells"][name]
    text = written_part(stem, name, answers[name]) if name in answers else ""
    return {"text": text, "points": points, "most": most, "waiting": name in scores["waiting"]}


def _comments(number: int, scores: dict) -> list[tuple[str, str]]:
    """(on what, the instructor's words)"""
    own = f"ex{number:02d}"
    said = {name: text.strip() for name, text in scores["comments"].items() if text and text.strip() != NO_RESPONSE}
    return [("your code" if name == own else "your written answer", text) for name, text in said.items() if text]
