"""One run without a cage, for ``unconfined``: ``-m grading.sandbox.inside.unconfined_run JOB RESULT STYLE``."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from .limits import RAN
from .runner import run_answer, warm_up

if __name__ == "__main__":
    job, result = map(Path, sys.argv[1:3])
    warm_up(sys.argv[3])
    run_answer(json.loads(job.read_text(encoding="utf-8")), os.open(result, os.O_WRONLY))
    os._exit(RAN)
