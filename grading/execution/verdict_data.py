"""A verdict as plain data. From a worker it is accepted only in the form, with the sizes and marks, that it can have.

A worker may be another machine: what it says about an answer is believed, but it can say nothing else.
"""

from __future__ import annotations

import math
import re
from dataclasses import asdict

from grading.current_course import COURSE
from grading.sandbox.drawings import ALT
from grading.sandbox.plain_values import checked_failure, is_png, texts_of
from grading.text import clean
from slipcheck.missing_packages import is_package_name
from slipcheck.notebook.answer_cell import first_line
from slipcheck.notebook.panel import NO_TEX
from slipcheck.notebook.verdict_panel import verdict_panel
from slipcheck.verdict import State, Verdict

PARTS = {"name": str, "points": int, "right": bool, "html": str, "text": str}
TEXT = 50_000  # characters of one text
PICTURES = 1_500_000  # of all outputs
OUTPUTS = 500
MESSAGE = ("observed", "means", "next")
TAGS = "div|p|ul|li|span|pre|mark|code|table|tr|th|td"
TAG = re.compile(rf"</?(?:{TAGS})(?: class='{NO_TEX}'| (?:style|role|scope|aria-label|aria-hidden)='[^'<>]*')*>")
ACTIVE = re.compile(r"url\(|expression\(|@import|position\s*:", re.IGNORECASE)


class NoResultError(ValueError):
    """Something that no worker of ours sends; the text says what is wrong with it."""


def verdict_as_json(verdict: Verdict, source: str) -> dict:
    """The verdict on the answer that ``source`` holds, with its panels as HTML and as text."""
    parts = []
    for part_verdict in verdict.parts:
        about = "" if part_verdict.right else f"I checked the cell that starts with `{first_line(source)}`."
        panel = verdict_panel(verdict, [part_verdict], about)
        parts.append(
            {
                "name": part_verdict.part.name,
                "points": part_verdict.part.points,
                "right": part_verdict.right is True,
                "cause": part_verdict.cause,
                "message": asdict(part_verdict.message) if part_verdict.message else None,
                "html": panel._repr_html_(),
                "text": repr(panel),
            }
        )
    points = sum(part_verdict.part.points for part_verdict in verdict.parts if part_verdict.right is True)
    return {"state": verdict.state, "points": points, "parts": parts, "remarks": verdict.notes}


def received(number: int, value: object) -> dict:
    """The result of exercise ``number``, as ``task.work`` makes it. Raises NoResultError."""
    if type(value) is not dict or value.get("state") not in {state.value for state in State}:
        raise NoResultError("it has no state")
    seconds = value.get("seconds")
    if not isinstance(seconds, (int, float)) or not math.isfinite(seconds) or seconds < 0:
        raise NoResultError("it has no time")
    expected = [(part.name, part.points) for part in COURSE.exercise(number).parts]
    parts = value.get("parts")
    if type(parts) is not list or len(parts) != len(expected):
        raise NoResultError("it has other parts than the exercise")
    taken = [_part(part, *names) for part, names in zip(parts, expected, strict=True)]
    points = sum(part["points"] for part in taken if part["right"])
    if value.get("points") != points:
        raise NoResultError("its points are not those of its parts")
    return {
        "state": value["state"],
        "points": points,
        "parts": taken,
        "remarks": texts_of(value.get("remarks")),
        "notes": texts_of(value.get("notes")),
        "missing": [name for name in texts_of(value.get("missing")) if is_package_name(name)],
        "flags": texts_of(value.get("flags")),
        "outputs": _outputs(value.get("outputs")),
        "failure": checked_failure(value.get("failure")),
        "runs": value["runs"] if type(value.get("runs")) is int and 0 <= value["runs"] < 100 else 0,
        "seconds": float(seconds),
    }


def _part(value: object, name: str, points: int) -> dict:
    if type(value) is not dict or any(type(value.get(key)) is not kind for key, kind in PARTS.items()):
        raise NoResultError("a part has another form")
    if (value["name"], value["points"]) != (name, points):
        raise NoResultError("a part has another name or other points")
    if max(len(value["html"]), len(value["text"])) > TEXT:
        raise NoResultError("a text is too long")
    if not _is_harmless(value["html"]):
        raise NoResultError("a text has something active in it")
    cause = value.get("cause")
    return {
        "name": name,
        "points": points,
        "right": value["right"],
        "cause": clean(cause)[:200] if type(cause) is str else None,
        "message": _message(value.get("message")),
        "html": clean(value["html"]),
        "text": clean(value["text"]),
    }


def _is_harmless(html: str) -> bool:
    """Whether it has no tags but those of a panel."""
    return "<" not in TAG.sub("", html) and not any(ACTIVE.search(tag) for tag in TAG.findall(html))


def _message(value: object) -> dict | None:
    if value is None:
        return None
    if type(value) is not dict or set(value) != set(MESSAGE) or any(type(text) is not str for text in value.values()):
        raise NoResultError("a message has another form")
    return {name: clean(value[name])[:2_000] for name in MESSAGE}


def _outputs(value: object) -> list[list[str]]:
    """Texts and pictures, as many as there is room for."""
    if type(value) is not list:
        raise NoResultError("it has no outputs")
    left = PICTURES
    taken = []
    for output in value[:OUTPUTS]:
        if type(output) is not list or len(output) not in (2, 3) or any(type(text) is not str for text in output):
            raise NoResultError("an output has another form")
        kind, text, *words = output
        left -= len(text)
        if left < 0:
            break
        if kind == "text":
            taken.append([kind, clean(text)])
        elif kind == "png" and is_png(text):
            taken.append([kind, text, *(clean(alt)[:ALT] for alt in words)])
        else:
            raise NoResultError("an output is neither text nor picture")
    return taken
