"""The link that downloads the zip, where the browser keeps the student's files."""

from __future__ import annotations

import pytest
from IPython.utils.capture import capture_output

from grading.paths import NOTEBOOKS
from slipcheck.notebook import download

WIDGET = "application/vnd.jupyter.widget-view+json"
ANSWERED = "04_membrane_potential.ipynb"


@pytest.fixture
def shown(notebook, folder, monkeypatch):
    """What ``hand_in`` displays with this setting, besides its panel; there is one notebook in the folder."""

    def hand_in(setting: str) -> list[dict]:
        monkeypatch.setenv(download.VARIABLE, setting)
        (folder / ANSWERED).write_bytes((NOTEBOOKS / ANSWERED).read_bytes())
        with capture_output() as captured:
            notebook.shell.run_cell("from helpers import hand_in\nhand_in()")
        return [output.data for output in captured.outputs if WIDGET in output.data]

    return hand_in


def test_the_link_is_a_widget_s_so_that_the_notebook_does_not_grow_by_it(shown):
    (data,) = shown(download.IN_BROWSER)

    assert data["text/plain"] == "Download lif_part_1.zip: run this cell again to see the link."


def test_there_is_none_where_the_files_are_in_a_folder(shown):
    assert shown("") == []
