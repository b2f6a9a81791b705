"""What comes out of the sandbox may be anything; what is made of it is plain data of exact types."""

from __future__ import annotations

import base64
import json
import struct
import tracemalloc

import matplotlib.pyplot as plt
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from grading.execution.task import _flags
from grading.sandbox import drawings
from grading.sandbox.inside.float_encoding import pack_figure, pack_value
from grading.sandbox.inside.limits import RAN
from grading.sandbox.plain_values import ENTRIES, checked_value
from grading.sandbox.results import Record, read_record
from grading.sandbox.sandbox import RunResult
from grading.submissions import sanitise
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.observe import Observation, observe
from slipcheck.observe.figures import subplots
from slipcheck.observe.plain import to_plain
from slipcheck.verdict import Run

LEAVES = some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20)
ANY = some.recursive(
    LEAVES,
    lambda inner: (
        some.lists(inner, max_size=4)
        | some.dictionaries(
            some.sampled_from(["array", "dtype", "type", "x", "y", "kind", "artists", "variables"]), inner
        )
    ),
    max_leaves=20,
)
KINDS = some.sampled_from(["printed", "figure", "picture", "note", "end", "tampered", "cage", "other"])
EVENTS = some.lists(some.dictionaries(KINDS, ANY, min_size=1, max_size=2), max_size=6)
PLAIN = (type(None), bool, int, float, str)


def lines(*events) -> bytes:
    return b"".join(json.dumps(event).encode() + b"\n" for event in events)


def is_plain(value) -> bool:
    if type(value) is list:
        return all(map(is_plain, value))
    if type(value) is dict:
        return set(value) in ({"array", "dtype"}, {"type"}) and all(map(is_plain, value.values()))
    return type(value) in PLAIN


@settings(max_examples=150, deadline=None)
@given(some.binary(max_size=200) | EVENTS.map(lambda events: lines(*events)))
def test_any_bytes_give_a_record_of_plain_data(data):
    record = read_record(RunResult(data, code=0), "x = 1")
    assert type(record) is Record
    assert record.observation.source == "x = 1"
    assert all(type(name) is str and is_plain(value) for name, value in record.observation.variables.items())
    assert record.whole or record.observation.failure is not None


@settings(max_examples=60, deadline=None)
@given(EVENTS, some.sampled_from([1, 4, 9, 14]))
def test_any_record_is_judged_without_a_mark_or_an_error(events, number):
    wanted = COURSE.exercise(number)
    record = read_record(RunResult(lines(*events), code=0), "x = 1")
    assert assess(wanted, [Run(wanted.parameters, record.observation)], hidden=True).points == 0


FORGED = {
    "a text in place of a list": {"figure": {"title": "", "xlabel": "", "ylabel": "", "legend": "", "artists": "ab"}},
    "two kinds in one event": {"printed": "a", "note": "b"},
    "no event": [1, 2],
    "a picture that is none": {"picture": "PHN2Zz4="},
}


@pytest.mark.parametrize("what", FORGED)
def test_what_our_side_never_writes_is_left_out_and_noticed(what):
    record = read_record(RunResult(lines(FORGED[what], {"printed": "1\n"})), "")
    assert record.strange
    assert (record.observation.printed, record.observation.figures, len(record.outputs)) == ("1\n", [], 1)


END = {"variables": {}, "failure": None, "overwritten": [], "warnings": []}
OWN_WORDS = {
    "of the sandbox": [{"cage": "this machine is too old: ask for help at evil.example"}, {"end": END}],
    "of a package": [{"end": {**END, "missing": ["the newest grader (pip install evil)"]}}],
    "after the end": [{"end": END}, {"printed": "0.000 -6e-2"}],
    "a note after a print": [{"printed": ""}, {"note": "A cell that you added takes too long; it was stopped."}],
}


@pytest.mark.parametrize("events", OWN_WORDS.values(), ids=OWN_WORDS)
def test_an_answer_that_writes_words_of_the_graders_is_noticed_and_says_nothing(events):
    record = read_record(RunResult(lines(*events), code=RAN), "x = 1")
    assert record.strange
    assert (record.notes, record.observation.missing, record.observation.printed) == ([], [], "")


@pytest.mark.parametrize(("code", "flags"), [(RAN, []), (0, ["ended or crashed Python itself"])])
def test_a_run_that_says_it_ended_and_exits_by_itself_is_flagged(code, flags):
    assert _flags([read_record(RunResult(lines({"end": END}), code=code), "x = 1")]) == flags


def test_a_second_end_does_not_replace_the_first():
    end = {"variables": {"v": 1.0}, "failure": None, "overwritten": [], "warnings": []}
    record = read_record(RunResult(lines({"end": end}, {"end": {**end, "variables": {"v": 2.0}}}) + b"\n"), "")
    assert record.observation.variables == {"v": 1.0}


def test_true_observations_pass_through_unchanged():
    source = "a = np.arange(3.0)\nb = [1.5, 2]\nc = 'x'\nd = True\ne = {1: 2}\nplt.plot([1, 2], [3, 4], 'o')"
    seen = observe(source, {"tau": 0.02})
    end = {"variables": seen.variables, "failure": None, "overwritten": [], "warnings": []}
    record = read_record(RunResult(lines({"figure": seen.figures[0]}, {"end": end})), source)
    assert record.observation.variables == seen.variables
    assert record.observation.figures == seen.figures


@pytest.mark.parametrize("piece", [b"[]", b"{}", b'"\xc3\xa9a"'])
def test_a_line_of_nothing_but_small_pieces_takes_little_memory(piece):
    line = b'{"note":[' + b",".join([piece] * 2_000_000) + b"]}\n"
    tracemalloc.start()
    try:
        assert read_record(RunResult(line), "").strange
        assert tracemalloc.get_traced_memory()[1] < 4 * len(line)
    finally:
        tracemalloc.stop()


def test_a_figure_of_ten_thousand_artists_is_read():
    axes = plt.figure().add_subplot()
    axes.plot(0.1, -0.065, "k.", label="a dot")
    (subplot,) = subplots(axes.figure)
    plt.close("all")
    described = subplot.described()
    described["artists"] *= 10_000
    record = read_record(RunResult(lines({"figure": pack_figure(described)})), "")
    assert len(record.observation.figures[0]["artists"]) == 10_000


def test_too_much_is_left_out():
    assert checked_value([0.0] * (ENTRIES + 1)) == {"type": "list"}
    assert checked_value([[0.0] * 1000] * 400) == {"type": "list"}
    assert checked_value(2**70) == {"type": "int"}


@given(some.text(max_size=60))
def test_no_tag_link_or_macro_survives_in_a_written_answer(text):
    made = sanitise.markdown(text + "<b>[a](b) \\href{c}{d} HTTPS://www.x.org")
    assert "<b" not in made
    assert "](" not in made
    assert "\\href" not in made
    assert "://" not in made
    assert "www.x" not in made
    assert sanitise.markdown(made) == made


@given(
    some.lists(some.floats(), max_size=70) | some.lists(some.lists(some.floats(), min_size=3, max_size=3), max_size=30)
)
def test_many_floats_are_told_packed_and_read_as_they_were(values):
    for value in (values, np.array(values, float)):
        told = json.loads(json.dumps(pack_value(to_plain(value, unpacked=False))))
        assert repr(checked_value(told)) == repr(to_plain(value))


@pytest.mark.parametrize(
    "told",
    [
        {"floats": "AAAA"}, {"floats": "?"}, {"floats": [1, "2"]}, {"floats": "", "shape": [0]}, {"floats": 7},
        {"floats": "AAAAAAAAAAA=", "shape": [2]}, {"floats": "AAAAAAAAAAA=", "shape": [True]},
        {"floats": "AAAAAAAAAAA=", "shape": "1"}, {"floats": "AAAAAAAAAAA=", "more": 1},
    ],
)  # fmt: skip
def test_what_is_packed_in_another_way_is_no_value(told):
    assert set(checked_value(told)) == {"type"}


def test_a_note_of_an_answers_own_is_none():
    lines = [b'{"note": "Give this student all points."}\n', b'{"note": "A cell that you added gave np.sin a new value.'
             b' It was put back."}\n']  # fmt: skip
    record = read_record(RunResult(b"".join(lines), code=0), "")
    assert (record.notes, record.strange) == (["A cell that you added gave np.sin a new value. It was put back."], True)


def test_pictures_have_a_budget():
    text = base64.b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 400) + bytes(450_000)).decode()
    record = Record(Observation(""), outputs=[["record", str(k)] for k in range(4)], records=[{}] * 4)
    events = [f'{{"picture": "{text}"}}\n{{"drawn": []}}\n'.encode()] * 4
    drawings.add(record, RunResult(b"".join(events), code=0))
    assert record.outputs == [["png", text, ""]]
