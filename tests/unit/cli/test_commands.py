"""The command line: every command is listed, the list is light, and words without a command are for ``grade``."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from grading import cli
from grading.__main__ import main
from grading.cli.by_hand import _split
from grading.errors import GradingError
from grading.feedback import formgrader
from grading.paths import ROOT
from grading.release import build, slip_list
from grading.summary import Summary

HEAVY = ("nbgrader", "numpy", "matplotlib", "sqlalchemy", "nbformat", "IPython", "tqdm")
LOADED = "import sys; from grading.__main__ import main; main({!r}); print(*sorted(sys.modules), file=sys.stderr)"


def modules_after(*words: str) -> set[str]:
    """The modules that are loaded once a command has run."""
    program = [sys.executable, "-c", LOADED.format(list(words))]
    return set(subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=60).stderr.split())


def test_help_lists_every_command_in_the_order_of_a_week(capsys):
    assert main(["--help"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.partition("Commands:\n")[2].splitlines()]
    assert listed == list(cli.COMMANDS)


@pytest.mark.parametrize("words", [("--help",), ("report", "--help"), ("doctor",)])
def test_nothing_heavy_is_loaded_for_help_or_by_the_doctor(words):
    loaded = modules_after(*words)
    assert "grading.__main__" in loaded
    assert not loaded & set(HEAVY)


def test_the_doctor_needs_the_standard_library_alone():
    assert "click" not in modules_after("doctor")
    assert "click" in modules_after("--help")


@pytest.mark.parametrize("name", [name for name in cli.COMMANDS if name != "doctor"])
def test_every_command_has_help_of_its_own(name, capsys):
    assert main([name, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: python -m grading {name} ")


def test_every_command_is_found_under_its_name():
    for name, module in cli.COMMANDS.items():
        assert getattr(import_module(module), name.replace("-", "_")).name == name


@pytest.mark.parametrize("words", [["{}"], ["grade", "{}"], ["--student", "ada", "{}"], ["{}", "--force"]])
def test_words_without_a_command_are_for_grade(words, tmp_path, capsys):
    assert main([word.format(tmp_path) for word in words]) == 2
    told = capsys.readouterr().out
    assert told == (
        f"There is no folder {tmp_path}/submitted. It should hold one folder per student, with lif_part_1/ in it.\n"
    )


@pytest.mark.parametrize("words", [["--colour"], ["report", "--colour"], ["grade", "a", "b"], ["collect"]])
def test_a_mistyped_line_ends_with_two_and_a_hint(words, capsys):
    assert main(words) == 2
    assert "--help" in capsys.readouterr().err


FORMGRADER = {
    (): (".", []),
    ("course",): ("course", []),
    ("course", "--no-browser", "--ServerApp.port=8890"): ("course", ["--no-browser", "--ServerApp.port=8890"]),
    ("--no-browser", "course"): ("course", ["--no-browser"]),
    ("--ServerApp.ip=0.0.0.0",): (".", ["--ServerApp.ip=0.0.0.0"]),
}


@pytest.mark.parametrize("words", FORMGRADER)
def test_formgrader_hands_further_options_to_jupyter(words, monkeypatch):
    asked = []
    monkeypatch.setattr(formgrader, "open_formgrader", lambda course, more: asked.append((course, more)) or 0)
    assert main(["formgrader", *words]) == 0
    folder, more = FORMGRADER[words]
    assert asked == [(Path(folder).resolve(), more)]
    assert _split(words) == (Path(folder), more)


ON_A_COURSE = {  # commands, and the options that they need
    **dict.fromkeys(("grade", "late", "feedback", "report", "export", "handback", "formgrader"), ()),
    **dict.fromkeys(("regrade", "grade-written"), ()), "drop": ("ada", "--yes"), "rename": ("--roster", "class.csv"),
}  # fmt: skip


@pytest.mark.parametrize("place", ["nowhere", "empty", "file"])
@pytest.mark.parametrize("name", ON_A_COURSE)
def test_a_command_that_finds_no_class_ends_with_two_and_a_sentence(name, place, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    assert main([name, str(tmp_path / place), *ON_A_COURSE[name]]) == 2
    told = capsys.readouterr()
    assert told.out.count("\n") == 1
    assert "Traceback" not in told.out + told.err
    assert list((tmp_path / "empty").iterdir()) == []


STUMBLES = {
    RuntimeError("no such kernel"): "This is a fault in the program, not yours.",
    OSError(28, "No space left on device", "a.ipynb"): "a.ipynb cannot be used (No space left on device).",
    KeyboardInterrupt(): "Stopped. Nothing done so far is lost",
    GradingError("A reason."): "A reason.",
}


@pytest.mark.parametrize("problem", STUMBLES, ids=lambda problem: type(problem).__name__)
def test_whatever_stops_a_command_it_ends_with_two(problem, capsys, monkeypatch):
    def stumble():
        raise problem

    monkeypatch.setattr(slip_list, "write_slips", stumble)
    assert main(["slips"]) == 2
    assert STUMBLES[problem] in capsys.readouterr().out


def test_a_release_that_nbgrader_cannot_make_is_a_sentence(capsys, monkeypatch):
    def stumble():
        raise RuntimeError("The release could not be made.")

    monkeypatch.setattr(build, "release", stumble)
    assert main(["release"]) == 2
    assert capsys.readouterr().out == "The release could not be made.\n"


def test_an_exercise_that_is_not_there_is_named(capsys):
    assert main(["execute", "99"]) == 2
    assert "There is no exercise 99." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lists", "code"),
    [
        ({"students": 1}, 0),
        ({"students": 1, "remarks": ["ada: a remark"]}, 1),
        ({"students": 1, "flagged": ["ada: tried something"]}, 1),
        ({"failed": ["ada could not be read"]}, 1),
        ({}, 2),
    ],
)
def test_grading_ends_with_one_where_there_is_something_to_look_at(lists, code):
    assert Summary(**lists).code == code
