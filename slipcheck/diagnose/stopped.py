"""Why an answer did not run to its end."""

from __future__ import annotations

from slipcheck.diagnosis import Diagnosis, spot_at
from slipcheck.exercise import Exercise, Message
from slipcheck.observe import Observation

from .crashes import explain_crash
from .figures.other_commands import stopped_drawing
from .rounds.endless import endless_loop
from .syntax import explain_syntax

MESSAGES = {
    "syntax": (
        "syntax",
        "Python cannot read this line.",
        "Compare it, and the line before it, with a similar line in this notebook.",
    ),
    "error": ("error", "your code stops with an error.", "Look at this line, and print the values that it uses."),
    "endless": ("endless loop", "your code did not end in time.", "Look at each loop: what makes it end?"),
    "output": ("endless loop", "your code printed without end.", "Look at each loop: what makes it end?"),
    "ended": (
        "ended Python",
        "your code ended Python itself, so nothing after this line was run.",
        "Leave out what ends the program: a script ends by itself.",
    ),
    "tampered": (
        "tampered",
        "your code wrote into its own results, so the check could not judge what it did.",
        "Solve the exercise with NumPy and Matplotlib alone.",
    ),
    "memory": (
        "memory",
        "your code asked for more memory than there is.",
        "Look for a list or an array that grows without end.",
    ),
    "stopped": ("stopped", "the run was interrupted.", "Run the check again."),
}


def stopped(exercise: Exercise, observation: Observation) -> Diagnosis:
    """The diagnosis of an answer that Python could not read, or that stopped before its end."""
    failure = observation.failure or {}
    if failure["kind"] == "syntax":
        return explain_syntax(exercise, observation)
    if failure["kind"] == "error":
        return stopped_drawing(exercise, observation) or explain_crash(exercise, observation)
    if failure["kind"] in ("endless", "output"):
        return endless_loop(exercise, observation)
    return known_at_once(observation)


def known_at_once(observation: Observation) -> Diagnosis:
    """The diagnosis of an answer that stopped, without a look at its text: what happened, and in which line."""
    failure = observation.failure or {}
    slip, sentence, advice = MESSAGES[failure["kind"]]
    line = failure["line"]
    spot = spot_at(observation.source, line, 0, line, 10**6) if line else None
    observed = f"Line {line}: {sentence}" if line else f"{sentence[0].upper()}{sentence[1:]}"
    return Diagnosis(slip, Message(observed, "It was stopped before its end.", advice), spot)
