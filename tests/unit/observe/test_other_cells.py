"""What other cells offer to an answer: functions, classes and imports; no data."""

from __future__ import annotations

from grading.paths import stems
from grading.submissions.course_notebooks import released
from slipcheck.observe import observe
from slipcheck.observe.other_cells import from_cells

GIVEN = {"dt": 1e-3, "tau": 20e-3}


def test_cells_that_display_and_magics_in_cells_do_not_lose_their_functions():
    offered, _ = from_cells(["display(1)\nget_ipython()\n?print\ndef half(x):\n    return x / 2\nhalf?"], {}, 1.0)
    assert offered["half"](3) == 1.5


def test_a_set_up_cell_with_functions_in_it_does_not_lose_them():
    setup = next(cell.source for cell in released(stems()[3]).cells if cell.cell_type == "code")
    offered, notes = from_cells([setup + "\ndef half(x):\n    return x / 2"], {}, 1.0)
    assert (offered["half"](3), notes) == (1.5, [])


def test_an_answer_in_the_set_up_cell_runs_with_other_parameters_too():
    setup = next(cell.source for cell in released(stems()[3]).cells if cell.cell_type == "code")
    observation = observe(setup + "\nprint(tau, dt)", {"tau": 0.01, "dt": 0.002}, replacing={"tau": 0.02})
    assert observation.failure is None
    assert observation.printed == "0.01 0.001\n"


def test_a_number_of_another_package_stays_what_it_is():
    observation = observe("from math import tau\nprint(f'{tau:.2f}')", {"tau": 0.01}, replacing={"tau": 0.02})
    assert observation.printed == "6.28\n"


def test_cached_partial_and_private_functions_of_cells_are_offered_data_is_not():
    cells = [
        "from functools import cache, partial\n_left, left, root = 1, [2], partial(np.sqrt, 2)\n__all__ = []",
        "@cache\ndef half(x):\n    return x / 2\ndef _third(x):\n    return x / 3\nsixth = partial(half, 1 / 3)",
    ]
    assert sorted(from_cells(cells, {}, 1.0)[0]) == ["_third", "cache", "half", "partial", "sixth"]


def test_a_display_of_the_student_s_own_is_offered_that_of_a_notebook_is_not():
    own = "def display(x):\n    return x"
    assert "display" in from_cells([own], {}, 1.0)[0]
    assert "display" not in from_cells(["from IPython.display import display"], {}, 1.0)[0]


def test_imports_that_are_tried_are_offered():
    cells = ["try:\n    from math import pi\n    import no_such_module\nexcept ImportError:\n    import cmath"]
    assert sorted(from_cells(cells, {}, 1.0)[0]) == ["cmath", "pi"]
    assert sorted(from_cells(["if False:\n    import this"], {}, 1.0)[0]) == []


def test_functions_of_other_cells_see_the_run_s_values():
    space = {"__name__": "__main__", "tau": 99}
    exec("def twice():\n    return 2 * tau", space)
    seen = observe("x = twice()", GIVEN, surroundings={"twice": space["twice"]})
    assert seen.variables["x"] == 0.04


def test_leftover_data_of_other_cells_is_not_available():
    failure = observe("x = leftover", GIVEN, surroundings={}).failure
    assert failure["type"] == "NameError"
    assert "leftover" in failure["message"]
