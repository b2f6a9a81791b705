"""nbgrader's formgrader in a browser, and what an instructor does there."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from grading.paths import ASSIGNMENT

from .downloads import STEMS

MATHJAX = re.compile(r"mathjax|ERR_(NAME_NOT_RESOLVED|INTERNET_DISCONNECTED|CONNECTION|PROXY|NETWORK)", re.IGNORECASE)


class Instructor:
    """A page of formgrader. ``ran`` holds each sign that something of a submission ran in the browser."""

    def __init__(self, page, address: str):
        self.page, self.address, self.ran = page, address, []
        page.on("dialog", lambda dialog: (self.ran.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: MATHJAX.search(str(error)) or self.ran.append(str(error)))
        page.on("request", self._asked)
        page.on("console", self._said)
        page.goto(f"{address}/?token=lif")

    def _asked(self, request) -> None:
        if not request.url.startswith((self.address, "data:")) and not MATHJAX.search(request.url):
            self.ran.append(f"request {request.url}")

    def _said(self, message) -> None:
        if message.type == "error" and not MATHJAX.search(message.text):
            self.ran.append(f"console {message.text}")

    def list(self, number: int):
        """The submissions of one notebook, found by clicking."""
        for name in ("Manual Grading", ASSIGNMENT, STEMS[number]):
            self.page.get_by_role("link", name=name, exact=True).first.click()
        expect(self.page.locator("tbody tr").first).to_contain_text("Submission")
        return self.page.locator("tbody tr")

    def addresses(self, number: int) -> dict[str, str]:
        """By student, the address of the page of one notebook."""
        listed = self.page.request.get(
            f"{self.address}/formgrader/api/submitted_notebooks/{ASSIGNMENT}/{STEMS[number]}"
        )
        return {each["student"]: f"{self.address}/formgrader/submissions/{each['id']}/" for each in listed.json()}

    def look(self, address: str) -> None:
        """Open a page, wait until it is filled, scroll to its end at two widths."""
        self.page.goto(address)
        expect(self.page.locator(".nbgrader_cell input.score").first).to_be_visible()
        for width in (390, 1200):
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.mouse.wheel(0, 50_000)
            self.page.wait_for_timeout(100)

    def open(self, row) -> str:
        """Open a submission; the student's id, which formgrader shows on request."""
        row.locator("a").first.click()
        self.page.wait_for_load_state("networkidle")
        expect(self.page.locator(".nbgrader_cell input.score").first).to_be_visible()
        return self.page.locator(".name-shown").first.text_content()

    def grade(self, points: str, comment: str) -> None:
        """Type both; each is saved as its field is left."""
        cell = self.page.locator(".nbgrader_cell", has=self.page.locator("#ex10_written"))
        for field, value in (("#ex10_written", points), ("#ex10_written-comment", comment)):
            with self.page.expect_response(re.compile(r"/formgrader/api/(grade|comment)/")) as answer:
                cell.locator(field).fill(value)
                cell.locator(field).blur()
            assert answer.value.ok
