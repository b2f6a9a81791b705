"""The course that is released and graded: this repository's, or the module that SLIPCHECK_COURSE names."""

from __future__ import annotations

import os
from importlib import import_module

from slipcheck.course import Course

COURSE: Course = import_module(os.environ.get("SLIPCHECK_COURSE", "helpers.course")).COURSE
