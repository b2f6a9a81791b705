"""A new gradebook is made completely or not at all."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, inspect

from grading.gradebook import connection


def test_a_run_that_ends_while_a_gradebook_is_made_leaves_an_empty_one(tmp_path, monkeypatch):
    database = f"sqlite:///{tmp_path / 'gradebook.db'}"
    tables = connection.Base.metadata.sorted_tables

    def end_after_the_first(target, **options):
        tables[0].create(target)
        raise KeyboardInterrupt

    with monkeypatch.context() as ended:
        ended.setattr(connection.Base.metadata, "create_all", end_after_the_first)
        with pytest.raises(KeyboardInterrupt), connection.opened(database):
            pass
    assert inspect(create_engine(database)).get_table_names() == []
    with connection.opened(database) as gradebook:
        assert gradebook.students == []
