"""One run without a cage: ``python -m grading.inside.bare JOB RESULT``. See grading.unconfined."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from .run import run, warm_up

if __name__ == "__main__":
    job, result = map(Path, sys.argv[1:])
    warm_up()
    run(json.loads(job.read_text(encoding="utf-8")), os.open(result, os.O_WRONLY))
