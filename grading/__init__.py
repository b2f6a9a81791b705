"""The instructor's side: release, intake, grading. Students never need it."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (whatever Python a newcomer has is tried here)
    sys.exit("Python {}.{} is too old: the course needs 3.11 or newer.".format(*sys.version_info[:2]))

# jsonschema, which reads every notebook, would compile a grammar of web addresses (1.5 s) that no notebook needs.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # None, "not there", is missing in the stubs
