"""The search for leaks finds what it should, and nothing in a page that is in order."""

import json

import pytest

from .canary import MARKERS, active, changes, leaks, plant, snapshot, uproot

PAGE = "<html><head><script>own()</script></head><body><pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre></body></html>"


@pytest.fixture
def course(tmp_path):
    for name in ("feedback/ada/lif_part_1", "autograded/ada/lif_part_1"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "feedback/ada/lif_part_1/04.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_a_clean_page_has_no_leaks(course):
    assert leaks(course, PAGE) == []


def test_without_a_baseline_the_page_s_own_script_is_reported(course):
    assert leaks(course) == ["feedback/ada/lif_part_1/04.html: script: own()"]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<SCRIPT src=//192.0.2.1/x></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<a href=' java\nscript:alert(1)'>x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>",
        "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
        "<iframe srcdoc='x'></iframe>",
        "<object data='data:text/html,x'></object>",
        "<meta http-equiv=refresh content='0;url=x'>",
        "<p style='background: url(//192.0.2.1/x)'>",
        "<style>@import '//192.0.2.1/x';</style>",
        "<img src='http://192.0.2.1/seen.png'>",
        "<form action='//192.0.2.1'><input></form>",
        "<base href='//192.0.2.1/'>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<![CDATA[><img src=x onerror=alert(1)>]]>",
    ],
)
def test_active_markup_is_found(markup):
    assert active(f"<body><p>{markup}</p></body>")


@pytest.mark.parametrize(
    "markup", ["<a href='https://x.example/'>x</a>", "<img src='data:image/png;base64,iVBO'>", "<b>4</b>"]
)
def test_markup_that_does_nothing_is_left_alone(markup):
    assert not active(markup)


def test_each_planted_marker_is_found_again_and_uprooted(course, tmp_path_factory):
    planted = plant(course, tmp_path_factory.mktemp("repository"))
    found = [path.read_text(encoding="utf-8").strip() for path in planted["files"]]
    found += [*planted["environment"].values(), planted["memory"]]
    (course / "grades.csv").write_text("\n".join(found), encoding="utf-8")
    assert leaks(course, PAGE) == [f"grades.csv: {marker}" for marker in MARKERS.values()]
    uproot(planted)
    assert not any(path.exists() for path in planted["files"])


def test_an_attack_that_tells_of_its_success_is_heard(course):
    output = {"output_type": "stream", "name": "stdout", "text": ["bre" + "ach: a socket\n"]}
    write_notebook(course, output)
    assert leaks(course, PAGE) == ["autograded/ada/lif_part_1/04.ipynb: breach: a socket"]


def test_the_source_of_an_attack_is_not_its_success(course):
    write_notebook(course, {"output_type": "stream", "name": "stdout", "text": 'print("bre" + "ach: a socket")'})
    assert leaks(course, PAGE) == []


def test_a_page_that_quotes_unseen_parameters_is_reported(course):
    page = PAGE.replace("<pre>", "<pre>Run again with other parameters (dt = 0.0005, tau = 0.05): 4 lines.")
    (course / "feedback/ada/lif_part_1/04.html").write_text(page, encoding="utf-8")
    assert len(leaks(course, PAGE)) == 1


def test_active_outputs_of_an_autograded_notebook_are_found(course):
    write_notebook(course, {"output_type": "display_data", "data": {"text/html": ["<img src=x onerror=a()>"]}})
    assert leaks(course, PAGE) == ["autograded/ada/lif_part_1/04.ipynb: handler onerror: a()"]


def test_a_snapshot_tells_what_changed(tmp_path):
    (tmp_path / "kept").write_text("a", encoding="utf-8")
    before = snapshot(tmp_path)
    (tmp_path / "kept").write_text("b", encoding="utf-8")
    (tmp_path / "new").symlink_to("kept")
    assert changes(before, snapshot(tmp_path)) == [str(tmp_path / "kept"), str(tmp_path / "new")]


def write_notebook(course, output):
    text = json.dumps({"cells": [{"cell_type": "code", "source": "", "outputs": [output]}]})
    (course / "autograded/ada/lif_part_1/04.ipynb").write_text(text, encoding="utf-8")
