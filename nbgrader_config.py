"""nbgrader's settings: its commands, extensions and formgrader work from this folder."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from grading.course import use_environment  # noqa: E402
from grading.plugin import install  # noqa: E402
from grading.release import PREPROCESSORS  # noqa: E402

use_environment()
install()
c = get_config()  # noqa: F821 (given by traitlets)
c.CourseDirectory.root = str(ROOT)
c.CourseDirectory.course_id = "lif"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"
c.GenerateAssignment.preprocessors = PREPROCESSORS
c.ClearSolutions.text_stub = "YOUR ANSWER HERE"

# Late penalties, from the due time of the assignment and each submission's timestamp.txt: see grading/desk/late.py.
c.AssignLatePenalties.plugin_class = "grading.desk.late.PerDay"
c.PerDay.percent_per_day = 0
c.PerDay.grace_minutes = 15
