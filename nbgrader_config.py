"""nbgrader's settings: its commands, extensions and formgrader work from this folder."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from grading.config import address_of
from grading.current_course import COURSE as SERIES
from grading.nbgrader_plugin import install
from grading.paths import plain_path, use_environment
from grading.release.steps import PREPROCESSORS
from slipcheck.written_answers import PLACEHOLDER

ROOT = plain_path(Path(__file__).resolve().parent)
COURSE = plain_path(Path(os.environ.get("LIF_COURSE") or ROOT).resolve())  # whose submissions, feedback and gradebook
use_environment()
install()
SERIES_FOLDER = plain_path(SERIES.folder)
c = get_config()  # noqa: F821 (given by traitlets)
c.CourseDirectory.root = str(COURSE)
c.CourseDirectory.db_url = address_of(COURSE / "gradebook.db")
c.CourseDirectory.course_id = SERIES.course_id
c.CourseDirectory.source_directory = "solutions" if COURSE == SERIES_FOLDER else str(SERIES_FOLDER / "solutions")
c.CourseDirectory.release_directory = "notebooks" if COURSE == SERIES_FOLDER else str(SERIES_FOLDER / "notebooks")
c.GenerateAssignment.preprocessors = PREPROCESSORS
c.ClearSolutions.text_stub = PLACEHOLDER
c.HTMLExporter.preprocessors = ["grading.feedback.formgrader_page.FormgraderPage"]  # with the rubric

c.ExportApp.plugin_class = "grading.lms.exports.MarksExportPlugin"  # its cells are no formulas

# Late penalties, from the due time of the assignment and each submission's timestamp.txt: grading/gradebook/late.py.
c.AssignLatePenalties.plugin_class = "grading.gradebook.late.PerDay"
c.PerDay.percent_per_day = 0
c.PerDay.grace_minutes = 15

# What the course folder sets itself, such as the gradebook's address, comes last.
if COURSE != ROOT and (COURSE / "nbgrader_config.py").is_file():
    load_subconfig("nbgrader_config.py", path=str(COURSE))  # noqa: F821 (given by traitlets)
