"""What is said of a loop that was stopped: each row is its lines, the marked line, and a piece of what is said."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.diagnose.rounds.endless import endless_loop
from slipcheck.observe import Observation

STOPPED_IN = 3  # the line in which the clock stopped each of them
SAID = {
    "nothing counts": (2, "No line of the loop changes `k`", "k = 0\nwhile k < 9:\n    print(k)"),
    "counted below": (
        4,
        "comes after the loop of line 2, and belongs in it",
        "k = 0\nwhile k < 9:\n    print(k)\nk += 1",
    ),
    "compared": (3, "this line compares", "k = 0\nwhile k < 9:\n    k == k + 1"),
    "counted the wrong way": (2, "`k` was -70", "k = 0\nwhile k < 9:\n    k -= 1"),
    "always true": (2, "no line of the loop leaves it", "k = 0\nwhile True:\n    k += 1"),
    "a list that grows": (3, "makes `v_n` longer", "v_n = [1]\nfor v in v_n:\n    v_n.append(v)"),
    "left by a break": (3, "takes far too long", "k = 0\nwhile True:\n    k += 1\n    if k < 0:\n        break"),
    "many rounds": (3, "How often", "for j in range(10**9):\n    for k in range(10**9):\n        print(k)"),
}


@pytest.mark.parametrize("case", SAID)
def test_what_keeps_the_loop_from_ending_is_said(case):
    line, piece, source = SAID[case]
    failure = {"kind": "endless", "type": "Endless", "message": "", "line": STOPPED_IN}
    observation = Observation(source, variables={"k": -70}, failure=failure)
    diagnosis = endless_loop(COURSE.exercise(4), observation)
    assert diagnosis.spot is not None
    assert diagnosis.spot.line == line
    assert piece in " ".join((diagnosis.message.observed, diagnosis.message.means, diagnosis.message.next))
