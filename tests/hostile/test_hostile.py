"""The suite in tests/hostile through the real grader: one class in which every student tries something else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from grading.demo_class import submission, write_demo
from grading.execution.result_store import Store
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT, ROOT
from tests.support.small import release

from . import ATTACKS, HONEST, ODD_FILES, TRICKS, Attack, canary
from .build import stem

# They take a second or more each, many of them up to a limit of many seconds: left to make test-all.
LONG = {
    "callbacks of the collector", "every line of another form", "parameters by way of time and memory",
    "a mapping that answers every question", "a scheduler's worker", "abstract and other sockets",
    "answer of points", "array subclass that is always close", "arrays of objects",
    "as many values as are kept", "at exit", "axes that report other lines", "binary and control characters",
    "bundles with forged types and metadata", "bytecode cache poisoned", "check that says right",
    "children by subprocess and multiprocessing", "clocks and counters of others", "code objects exchanged",
    "codec and stream layers", "comparison of data coordinates spoiled", "compiler kept busy",
    "connections outwards", "dataclass made elastic", "debugger on the parent", "debugger waiting for someone",
    "deep and recursive data", "descriptors of the grader", "descriptors used up", "device nodes and rights",
    "disk filled", "display publisher replaced", "environment of everybody", "environment on the own stack",
    "equal to all", "error that renders itself", "error whose message is an object",
    "every exception swallowed", "every point in a style of its own", "everything masked", "fifty full figures",
    "figure of a hundred thousand inches", "five thousand figures", "forty-eight figures",
    "four gigabytes at once", "gradebook and marks", "gradebook opened for writing",
    "group of a hundred thousand errors", "half a record", "hundred million characters",
    "hundred thousand cells", "hundred thousand cells of an old format", "hundred thousand cells of code",
    "import hook", "infinite tolerance", "interpreter and packages changed",
    "interpreter lock never given back", "interpreter rewired", "kernel settings",
    "keys that collide with the record's", "keys typed into the terminal", "labels for a regular expression",
    "leftovers of the notebook before", "limits raised", "list that grows", "lists of nothing by the million",
    "locks on common files", "lone surrogates", "long play in added cells", "many curves at once",
    "many guesses at once", "many large arrays", "many threads in the library",
    "marker of a size of four hundred digits", "meeting place for two students", "memory error swallowed",
    "memory inherited by the fork", "memory of the grader", "messages over sockets found", "million variables",
    "modules beside the answer", "names and pages", "names without end on the disk", "namespaces of its own",
    "nan everywhere", "next job stolen", "note for the next notebook", "note in the kernel",
    "note to the parent", "numbers beyond all types", "numbers that change when looked at",
    "numpy always agrees", "numpy by the terabyte", "numpy's innermost functions",
    "objects that show themselves in every form", "offsets of shared descriptors",
    "one notebook for all exercises", "other submissions", "output past the cap", "own mark in the gradebook",
    "panel of the grader in its own style", "parameters in labels and names", "parameters in the output",
    "parameters on the shared scratch", "parameters through the judge's own message", "parent death and dumps",
    "paths in tracebacks", "picture that runs code when drawn", "plain data imitated", "power of powers",
    "prompt number and history forged", "protocol lines printed", "ragged and mixed lists",
    "random numbers without chance", "record written over", "recursion caught at its bottom",
    "reference among the loaded modules", "regular expression without end", "rich displays",
    "right as shown, and three thousand lines", "right table behind a wrong run",
    "rubbish that is hard to collect", "scheduling and priorities", "search of the heap",
    "services on the machine", "settings left behind", "shell in its place", "show that never shows",
    "single values that broadcast", "sleep for ever", "solution run in place of an answer",
    "sort with comparisons that add elements", "source claims to be untouched or solved",
    "source folder and checks", "stack of C exhausted", "strides that lie", "swarm of warnings",
    "switches between threads that never come", "system calls by number", "ten million points",
    "terminal escapes", "text that matches anything", "threads that outlive the answer", "ticks without number",
    "time stands still", "timers and handlers replaced", "trace that edits the runner",
    "twelve tables of other lengths", "types renamed", "units that are not what they are",
    "wait at the last parameters only", "walk up the frames", "who and where", "widgets",
    "figure: as a picture", "figure: as a table", "figure: as arrows", "figure: as words",
    "figure: image above", "figure: in a rug of no length", "figure: in an inset",
    "numbers: aspect without end", "numbers: brackets of a formula", "numbers: dashes of no length",
    "numbers: fonts by the thousand", "numbers: formulas in every tick", "numbers: fractions of fractions",
    "numbers: hundred scales", "numbers: legends of formulas", "numbers: limits at the end of all numbers",
    "numbers: line that goes to and fro", "numbers: marker of a million corners", "numbers: roots of scripts",
    "numbers: ten thousand artists of each kind", "reason: changes that print for long",
    "reason: changes that sleep", "reason: changes that sort for long", "reason: eighty conditions deep",
    "reason: matches without number", "reason: name of twenty thousand letters",
    "reason: number of a hundred thousand digits", "reason: quotes of all kinds",
    "reason: sum of three hundred terms", "reason: thousand assignments before",
    "reason: three thousand steps after", "reason: twenty thousand statements in a line",
    "reason: two thousand names", "reason: two thousand steps in each step",
}  # fmt: skip
REASONS = {"exit": {"ended", "error"}, "killed": {"ended", "error", "endless", "memory"}}


def hand_in(course: Path, student: str, entry) -> None:
    folder = course / "submitted" / student / ASSIGNMENT
    folder.mkdir(parents=True)
    if not isinstance(entry, Attack):
        entry.make(folder)
        return
    notebook = submission(stem(entry.number), entry.answer)
    place = next(k for k, cell in enumerate(notebook.cells) if cell.get("id") == f"ex{entry.number:02d}")
    notebook.cells[place + 1 : place + 1] = map(nbformat.v4.new_code_cell, entry.after)
    notebook.cells[place:place] = map(nbformat.v4.new_code_cell, entry.before)
    write_demo(folder, stem(entry.number), notebook)


class Graded:
    """The class after grading: who handed in what, the marks, what lay there before and after."""

    def __init__(self, course: Path, entries):
        self.course = course
        self.entries = {f"{k:03d}": entry for k, entry in enumerate(entries)}
        for student, entry in self.entries.items():
            hand_in(course, student, entry)
        write_demo(course / "submitted" / "untouched" / ASSIGNMENT, stem(4), submission(stem(4), None))
        release(course)
        planted = canary.plant(course, ROOT)
        places = (course / "submitted", ROOT / "solutions", ROOT / "helpers", ROOT / "grading")
        before = canary.snapshot(*places)
        command = [sys.executable, "-m", "grading", str(course), "--workers", "2"]
        environment = {**os.environ, **planted["environment"], "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=1500)
        self.told = done.stdout + done.stderr
        self.changed = [path for path in canary.changes(before, canary.snapshot(*places)) if "__pycache__" not in path]
        canary.uproot(planted)
        assert done.returncode in (0, 1), self.told  # 1: there is something to look at
        marks = read_marks(f"sqlite:///{course}/gradebook.db").students
        self.points = {each.id: each.raw or 0 for each in marks}
        with Store(course) as store:
            self.results = {student: result for student, _, result, _ in store.rows()}


EVERY_ATTACK: list[Any] = [*ATTACKS, *TRICKS]
QUICK = [entry for entry in EVERY_ATTACK if entry.name not in LONG]
IN_A_CLASS = [*QUICK, *HONEST, *ODD_FILES]
CLASSES = {"every eighth": IN_A_CLASS[::8], "the others": [entry for k, entry in enumerate(IN_A_CLASS) if k % 8]}


@pytest.fixture(scope="module", params=["every eighth", pytest.param("the others", marks=pytest.mark.slow)])
def graded(request, tmp_path_factory):
    return Graded(tmp_path_factory.mktemp("hostile"), CLASSES[request.param])


def unearned(graded: Graded) -> dict[str, tuple[float, int]]:
    hostile = {s: entry for s, entry in graded.entries.items() if entry in ATTACKS or entry in TRICKS}
    points = {entry.name: (graded.points.get(student) or 0, entry.earned) for student, entry in hostile.items()}
    return {name: (found, most) for name, (found, most) in points.items() if found > most}


def punished(graded: Graded) -> dict[str, tuple[float, int]]:
    honest = {s: entry for s, entry in graded.entries.items() if entry in HONEST or entry in ODD_FILES}
    points = {entry.name: (graded.points.get(student), entry.earned) for student, entry in honest.items()}
    return {name: (found, full) for name, (found, full) in points.items() if found != full}


def untouched_pages(course: Path) -> str:
    """The pages of a student who did nothing: what is active there is the pages' own."""
    pages = sorted((course / "feedback" / "untouched").rglob("*.html"))
    return "".join(page.read_text(encoding="utf-8") for page in pages)


@pytest.mark.sandbox
class TestAHostileClass:
    def test_the_suite_is_large_enough(self, graded):
        assert len(ATTACKS) + len(TRICKS) > 400
        assert len(QUICK) > 200
        assert len(HONEST) + len(ODD_FILES) >= 15
        assert len(graded.results) > 30

    def test_no_attack_earns_a_mark(self, graded):
        assert unearned(graded) == {}

    def test_honest_but_odd_work_gets_full_marks(self, graded):
        assert punished(graded) == {}

    def test_nothing_secret_and_nothing_active_stands_in_pages_and_marks(self, graded):
        assert canary.leaks(graded.course, untouched_pages(graded.course)) == []

    def test_every_autograded_notebook_is_a_notebook(self, graded):
        paths = list((graded.course / "autograded").rglob("*.ipynb"))
        assert len(paths) > 30
        for path in paths:
            nbformat.validate(nbformat.read(path, as_version=nbformat.NO_CONVERT))

    def test_nothing_was_written_outside(self, graded):
        assert graded.changed == []

    def test_every_part_that_is_lost_has_its_reason(self, graded):
        for student, result in graded.results.items():
            lost = [part for part in result["parts"] if not part["right"]]
            assert all(part["message"]["observed"] for part in lost), graded.entries[student].name

    def test_the_reason_is_the_one_that_stopped_it(self, graded):
        for student, entry in graded.entries.items():
            if isinstance(entry, Attack) and entry.stop in REASONS and (failure := graded.results[student]["failure"]):
                assert failure["kind"] in REASONS[entry.stop], entry.name

    def test_no_control_character_reaches_the_terminal(self, graded):
        assert not [letter for letter in graded.told if letter < " " and letter not in "\n\r\t"]


@pytest.mark.slow
@pytest.mark.sandbox
def test_attacks_that_use_up_their_limits_earn_nothing_either(tmp_path):
    graded = Graded(tmp_path, [entry for entry in (*ATTACKS, *TRICKS) if entry.name in LONG])
    assert unearned(graded) == {}
    assert canary.leaks(tmp_path, untouched_pages(tmp_path)) == []
