"""Shared fixtures."""

from __future__ import annotations

import gc
from collections import defaultdict

import matplotlib
import pytest

matplotlib.use("Agg")

from grading.paths import use_environment
from grading.sandbox import bubblewrap
from grading.sandbox.sandbox import MISSING

use_environment()


@pytest.fixture(scope="session")
def solved():
    """The right answer of an exercise: solved(4)."""
    from grading import demo_class
    from grading.paths import stems

    answers = {int(stem[:2]): demo_class.solved(stem) for stem in stems()}
    return answers.__getitem__


@pytest.fixture(scope="session")
def stub():
    """The untouched answer cell of an exercise: stub(4)."""
    from grading.paths import stems
    from grading.submissions.course_notebooks import solution_cells

    stubs = {int(stem[:2]): solution_cells(stem)[f"ex{stem[:2]}"] for stem in stems()}
    return stubs.__getitem__


@pytest.hookimpl(tryfirst=True)  # before pytest leaves out what is slow
def pytest_collection_modifyitems(items):
    """What is left to make test-all gets its mark. Without bubblewrap, what needs it is skipped, and says so."""
    leave_to_test_all(items)
    if not bubblewrap.bubblewrap_programs():
        skip = pytest.mark.skip(reason=MISSING)
        for item in items:
            if "sandbox" in item.keywords:
                item.add_marker(skip)


def leave_to_test_all(items):
    """Of a test that is marked ``sample(count)``, so many cases stay in make test, from the first to the last."""
    cases = defaultdict(list)
    for item in items:
        if item.get_closest_marker("sample") and not item.get_closest_marker("slow"):
            cases[item.nodeid.split("[")[0]].append(item)
    for several in cases.values():
        (count,) = several[0].get_closest_marker("sample").args
        last = len(several) - 1
        kept = {round(k * last / max(count - 1, 1)) for k in range(count)}
        for index, item in enumerate(several):
            if index not in kept:
                item.add_marker(pytest.mark.slow)


def pytest_collection_finish():
    """Thousands of collected tests live to the end: the garbage collector need not look through them each time."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter):
    """The table of the answers, one row an exercise."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports if hasattr(report, "when")]
    calls = [report for report in reports if report.when == "call"]
    rows = [row for report in calls for name, row in report.user_properties if name == "answer"]
    if not rows:
        return
    terminalreporter.section("the answers")
    terminalreporter.write_line("exercise  right  refused  wrong  accepted  misnamed")
    for number in sorted({row[0] for row in rows}):
        right = [row[2] for row in rows if row[0] == number and row[1]]
        wrong = [row[2:] for row in rows if row[0] == number and not row[1]]
        accepted = sum(was_accepted for was_accepted, _ in wrong)
        misnamed = sum(not was_accepted and not named for was_accepted, named in wrong)
        line = f"{number:8d}  {len(right):5d}  {right.count(False):7d}  {len(wrong):5d}  {accepted:8d}  {misnamed:8d}"
        terminalreporter.write_line(line)
