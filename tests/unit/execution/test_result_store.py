"""What is kept in a course folder from one run to the next, and from one version to the next."""

from __future__ import annotations

import pytest

from grading.execution.result_store import Store

OLD = {"seen": "It is 5 mV.", "means": "The sign is wrong.", "next": "Look at line 3."}
NEW = {"observed": "It is 5 mV.", "means": "The sign is wrong.", "next": "Look at line 3."}


@pytest.fixture
def course(tmp_path):
    """A course that the last version graded, which had other names for some of what it stored."""
    parts = [
        {"name": "numbers", "right": False, "slip": "sign", "message": OLD},
        {"name": "figure", "right": True, "slip": None, "message": None},
    ]
    with Store(tmp_path) as store:
        store.save("key", {"state": "partly", "parts": parts, "shown": [["text", "5"]]})
        store.record("ada", {"04": ("key", "fingerprint", {})}, {}, {"04"})
        store.database.execute("alter table recorded rename column fingerprint to mark")
    return tmp_path


@pytest.mark.parametrize("read", ["by key", "by student", "for reports", "for reports, without summaries"])
def test_a_result_of_the_last_version_is_read_with_the_names_of_today(read, course):
    with Store(course) as store:
        if read.endswith("without summaries"):
            store.database.execute("delete from summaries")
        results = {"by key": store.result("key"), "by student": store.results_of("ada")["04"][0]}
        result = results.get(read) or next(store.rows())[2]
    assert [part["message"] for part in result["parts"]] == [NEW, None]
    assert list(result["parts"][0]["message"]) == list(NEW)
    assert [part["cause"] for part in result["parts"]] == ["sign", None]
    assert result.get("outputs") == (None if read.startswith("for reports") else [["text", "5"]])
    assert not {"shown", "slip"} & {*result, *result["parts"][0]}


def test_the_fingerprints_of_the_last_version_stay_known(course):
    with Store(course) as store:
        assert store.fingerprints("ada") == {"04": "fingerprint"}
