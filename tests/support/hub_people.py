"""Who works on a JupyterHub, each in a browser: students in the assignment list, an instructor in a terminal."""

from __future__ import annotations

import re
import shlex
import time
from pathlib import Path
from urllib.parse import unquote

from grading.demo_class import submission, write_demo
from grading.paths import ASSIGNMENT

from .hub import Hub
from .lab import Hands, Student

TERMINAL, LIST, SAVE = "File > New > Terminal", "Nbgrader > Assignment List", "File > Save Notebook"
FETCH, SUBMIT, FETCH_FEEDBACK, VIEW_FEEDBACK = "Fetch", "Submit", "Fetch Feedback", "view feedback"
WORDS = (TERMINAL, LIST, SAVE, FETCH, SUBMIT, FETCH_FEEDBACK, VIEW_FEEDBACK)  # as the page has them
PATIENCE = 120_000  # ms, for a server to start on a busy machine, and for nbgrader


class User(Hands):
    """Somebody who has logged in, and whose JupyterLab is there."""

    def __init__(self, page, hub: Hub, name: str):
        Hands.__init__(self, page)  # a Learner is a Student too, who begins elsewhere
        self.hub = hub
        self.name = name
        page.goto(f"{hub.address}/hub/login")
        page.locator("#username_input").fill(name)
        page.locator("#password_input").fill("any")
        page.locator("#login_submit").click()
        page.wait_for_url(lambda url: f"/user/{name}/lab" in unquote(url), timeout=PATIENCE)
        page.locator(".jp-DirListing-content").wait_for(timeout=PATIENCE)

    def choose(self, path: str) -> None:
        """Choose from the menu, as in ``File > New > Terminal``."""
        labels = self.page.locator(".lm-MenuBar-itemLabel, .lm-Menu-itemLabel")
        for name in path.split(" > "):
            labels.filter(has_text=re.compile(f"^{name}$")).click()


class Learner(User, Student):
    """A student with nbgrader's assignment list."""

    def __init__(self, page, hub: Hub, name: str):
        User.__init__(self, page, hub, name)

    def _button(self, place: str, name: str):
        return self.page.locator(f"#{place}_assignments_list").get_by_role("button", name=name, exact=True)

    def fetch(self) -> None:
        """Get the notebooks, and go to their folder in the list of files."""
        self.choose(LIST)
        self._button("released", FETCH).click(timeout=PATIENCE)
        self._button("fetched", SUBMIT).wait_for(timeout=PATIENCE)
        self._listed(ASSIGNMENT).dblclick(timeout=PATIENCE)

    def save(self) -> None:
        """Save the notebook in front."""
        self.choose(SAVE)
        self.page.locator(".lm-DockPanel-tabBar .lm-mod-current:not(.jp-mod-dirty)").wait_for()

    def write(self, notebook: str, answer: str) -> None:
        """Have a notebook with this answer in the folder, as after saving it."""
        write_demo(self.hub.home(self.name) / ASSIGNMENT, notebook, submission(notebook, answer))

    def return_to(self, notebook: str) -> None:
        """Bring an open notebook to the front."""
        self.page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab", has_text=f"{notebook}.ipynb").click()
        self.wait_for(f"{notebook}.ipynb")

    def _submissions(self):
        """The lines below the assignment's name, the newest last."""
        return self.page.locator("#submitted_assignments_list .nested_list_item")

    def submit(self) -> None:
        """Hand in what is saved."""
        self.choose(LIST)
        before = self._submissions().count()
        self._button("fetched", SUBMIT).click()
        self._submissions().nth(before).wait_for(state="attached", timeout=PATIENCE)

    def feedback(self, notebook: str, submission: int = 0) -> str:
        """What the feedback page of a notebook says, that of the first submission or of a later one."""
        self.choose(LIST)
        self._button("submitted", FETCH_FEEDBACK).click()
        line = self._submissions().nth(submission)
        line.get_by_text(VIEW_FEEDBACK).click(timeout=PATIENCE)
        moment = line.locator(".item_name").inner_text().partition(" (")[0]
        self.page.locator(".jp-BreadCrumbs-item", has_text=moment).wait_for(timeout=PATIENCE)
        self._listed(f"{notebook}.html").dblclick(timeout=PATIENCE)
        body = self.page.frame_locator(".jp-MainAreaWidget:not(.lm-mod-hidden) > .jp-HTMLViewer iframe").locator("body")
        body.get_by_text("points").first.wait_for(state="attached", timeout=PATIENCE)
        return body.inner_text()


class Instructor(User):
    """The instructor, with a terminal in the clone's folder."""

    def __init__(self, page, hub: Hub, name: str):
        super().__init__(page, hub, name)
        with page.expect_websocket(lambda socket: "/terminals/" in socket.url, timeout=PATIENCE) as opened:
            self.choose(TERMINAL)
        opened.value.wait_for_event("framereceived", timeout=PATIENCE)
        page.locator(".jp-Terminal .xterm").click()
        self.type(f"cd {_quoted(hub.clone)}")

    def type(self, line: str, seconds: int = 300) -> tuple[int, str]:
        """Exit code and print of a command."""
        printed, code = self.hub.folder / "printed", self.hub.folder / "code"
        code.unlink(missing_ok=True)
        self.page.keyboard.type(f"{{ {line} ; }} > {_quoted(printed)} 2>&1; echo $? > {_quoted(code)}")
        self.page.keyboard.press("Enter")
        _wait_for_text(code, seconds)
        return int(code.read_text()), printed.read_text()


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))


def _wait_for_text(path: Path, seconds: int) -> None:
    until = time.monotonic() + seconds
    while not (path.exists() and path.read_text().endswith("\n")):
        if time.monotonic() > until:
            raise RuntimeError("The command did not end.")
        time.sleep(0.2)
