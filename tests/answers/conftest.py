"""The answers are data: they are read, not imported."""

collect_ignore_glob = ["[0-9]*"]
