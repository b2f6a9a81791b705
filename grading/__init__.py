"""The instructor's side: release, intake, grading. Students never need it."""

import sys

# jsonschema, which reads every notebook, would compile a grammar of web addresses (1.5 s) that no notebook needs.
sys.modules.setdefault("rfc3987_syntax", None)
