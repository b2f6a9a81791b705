"""The command line: its commands, and how a command line becomes an exit code.

A command's module holds its options and its exit code; the other folders do the work, and are imported only when the
command runs. So ``--help`` needs neither nbgrader nor numpy.
"""

from __future__ import annotations

import traceback
from importlib import import_module
from pathlib import Path

import click

from grading.errors import GradingError
from grading.kept_files import keep_group_rights

DEFAULT = "grade"
HELP = ("-h", "--help")
COMMANDS = {
    "grade": "grading.cli.grade",
    "collect": "grading.cli.learning_system",
    "grade-written": "grading.cli.by_hand",
    "regrade": "grading.cli.by_hand",
    "late": "grading.cli.late_work",
    "feedback": "grading.cli.graded_course",
    "handback": "grading.cli.learning_system",
    "export": "grading.cli.learning_system",
    "report": "grading.cli.graded_course",
    "formgrader": "grading.cli.by_hand",
    "doctor": "grading.cli.grade",
    "rename": "grading.cli.student_changes",
    "drop": "grading.cli.student_changes",
    "release": "grading.cli.authoring",
    "execute": "grading.cli.authoring",
    "slips": "grading.cli.authoring",
    "bundle": "grading.cli.authoring",
    "site": "grading.cli.authoring",
}
AGAIN = "Nothing done so far is lost; run the same command again."
REPORT = "Please report it with the lines above."


def with_group_rights(context: click.Context, parameter: click.Parameter, course: Path | None) -> Path | None:
    """The course folder of a command line; what is written in a shared one belongs to its group too."""
    keep_group_rights(course or Path())
    return course


def require_submissions(course: Path) -> None:
    """Raises GradingError where a course folder has no folder of submissions."""
    from grading.paths import ASSIGNMENT

    if not (course / "submitted").is_dir():
        needed = f"It should hold one folder per student, with {ASSIGNMENT}/ in it."
        raise GradingError(f"There is no folder {course / 'submitted'}. {needed}")


course_argument = click.argument("course", type=Path, default=Path(), callback=with_group_rights)
database_option = click.option("--db", "database", help="Address of the gradebook, if it is not the course's own.")


class Commands(click.Group):
    """The commands in the table above. A command line that begins with none of them is for ``grade``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order in which a week needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name; its module is imported here."""
        return getattr(import_module(COMMANDS[cmd_name]), cmd_name.replace("-", "_")) if cmd_name in COMMANDS else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the words; if they name no command, put the default command first."""
        is_default = not args or (args[0] not in COMMANDS and args[0] not in HELP)
        return super().parse_args(ctx, [DEFAULT, *args] if is_default else args)


@click.group(cls=Commands, context_settings={"help_option_names": list(HELP)}, subcommand_metavar="[COMMAND] ...")
def commands() -> None:
    """Grade a course folder, and do everything before and after grading.

    "python -m grading COURSE" is short for "python -m grading grade COURSE".
    """


def run_command(arguments: list[str]) -> int:
    """The exit code of a command line: 0 all is well, 1 done, with something to look at, 2 not done."""
    try:
        with commands.make_context("python -m grading", list(arguments)) as context:
            return commands.invoke(context)
    except click.exceptions.Exit as end:  # after --help
        return end.exit_code
    except click.ClickException as problem:
        problem.show()
    except GradingError as reason:
        print(reason)
    except OSError as problem:
        print(f"{problem.filename or 'A file'} cannot be used ({problem.strerror or problem}). {AGAIN}")
    except KeyboardInterrupt:
        print(f"\nStopped. {AGAIN}")
    except Exception:
        traceback.print_exc()
        print(f"This is a fault in the program, not yours. Nothing done so far is lost. {REPORT}")
    return 2
