"""The set-up cell of the notebooks: in a clone, in Colab, and where the course's package is missing."""

from __future__ import annotations

import subprocess
import sys

import nbformat
import pytest

from grading.paths import NOTEBOOKS, ROOT, address, stems
from grading.release.execute import joined_outputs

COLAB = ROOT / ".venv-colab" / "bin" / "python"
PYTHONS = [
    pytest.param(sys.executable, id="newest"),
    pytest.param(COLAB, id="colab", marks=pytest.mark.skipif(not COLAB.exists(), reason="make colab")),
]
SHELL = """
import sys
from IPython.core.interactiveshell import InteractiveShell
class Shell(InteractiveShell):
    __module__ = "{module}"
shell = Shell.instance(colors="NoColor", ast_node_interactivity="last_expr")
shell.history_manager.enabled = False
def pip(line):
    print("pip", line)
    sys.modules.pop("helpers", None)
shell.register_magic_function(pip, "line")
sys.modules["helpers"] = None
if {is_there}:
    del sys.modules["helpers"]
result = shell.run_cell({setup!r}, store_history=True)
print(result.success)
shell.run_cell({afterwards!r}, store_history=True)
"""


def setup_of(stem: str) -> str:
    cells = nbformat.read(NOTEBOOKS / f"{stem}.ipynb", as_version=4).cells
    return next(cell.source for cell in cells if cell.cell_type == "code")


def said(python, is_there: bool, module: str = "ipykernel.zmqshell", afterwards: str = "1 + 1") -> str:
    """What the set-up cell of notebook 04 prints, whether it worked, and what a cell after it shows."""
    code = SHELL.format(module=module, is_there=is_there, setup=setup_of(stems()[3]), afterwards=afterwards)
    options = {"cwd": ROOT, "capture_output": True, "text": True, "timeout": 120}
    done = subprocess.run([python, "-c", code], **options)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("python", PYTHONS)
def test_where_the_package_is_missing_one_sentence_says_what_to_do(python):
    *sentence, worked, _ = said(python, is_there=False).splitlines()
    assert sentence == [
        "Python cannot find helpers: move this notebook back into the course's folder, and open it there."
    ]
    assert worked == "False"  # so that "Run all" stops


@pytest.mark.parametrize("python", PYTHONS)
def test_in_colab_it_is_installed_from_the_one_address_and_then_imported(python):
    shown = said(python, is_there=False, module="google.colab._shell").splitlines()
    assert shown[:2] == [f"pip install --quiet {address().helpers}", "True"]


@pytest.mark.parametrize("python", PYTHONS)
def test_in_a_clone_it_gives_tools_and_parameters_and_installs_nothing(python):
    shown = said(python, is_there=True, afterwards="print(np.pi, plt.rcParams['figure.figsize'], vth, check.__name__)")
    assert shown.splitlines() == ["True", "3.141592653589793 [6.4, 4.0] -0.05 check"]


@pytest.mark.sample(2)
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("module", ["ipykernel.zmqshell", "google.colab._shell"])
def test_after_it_an_error_shows_the_students_own_lines(python, module):
    shown = said(python, is_there=True, module=module, afterwards="import numpy\nnumpy.linspace(0, 1, num='two')")
    assert "Only your own lines are shown" in shown
    assert "function_base" not in shown


def test_after_it_was_run_again_too():
    again = setup_of(stems()[3]) + "\nimport numpy\nnumpy.linspace(0, 1, num='two')"
    assert "Only your own lines are shown" in said(sys.executable, is_there=True, afterwards=again)


def test_all_notebooks_but_the_first_and_the_last_have_the_same():
    first, *middle, last = map(setup_of, stems())
    assert len(set(middle)) == 1
    assert last == middle[0].replace("explore, ", "explore, hand_in, ")
    assert first.splitlines()[:-1] == last.splitlines()[:-1]


def test_what_a_cell_printed_is_stored_in_one_piece():
    pieces = [nbformat.v4.new_output("stream", name=name, text=text) for name, text in (("a", "0."), ("a", "1"))]
    other = nbformat.v4.new_output("stream", name="b", text="2")
    assert [(output.name, output.text) for output in joined_outputs([*pieces, other])] == [("a", "0.1"), ("b", "2")]
