"""A kernel of any environment, and what a front end knows of it: outputs, widgets and their states. No browser."""

from __future__ import annotations

import contextlib
import os
import queue
import re
import subprocess
import time
from pathlib import Path

from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

from grading.paths import ROOT

PATIENCE = 60  # s, for the kernel's next word
VIEW = "application/vnd.jupyter.widget-view+json"
NOWHERE = subprocess.DEVNULL


@contextlib.contextmanager
def started(python: Path, folder: Path, **variables: str):
    """A Kernel of the environment of ``python``, in ``folder``."""
    file, _ = write_connection_file(str(folder / "kernel.json"), transport="ipc", ip=str(folder / "socket"))
    own = {"IPYTHONDIR": str(folder), "PYTHONPATH": str(ROOT), "MPLCONFIGDIR": str(folder), **variables}
    command = [str(python), "-m", "ipykernel_launcher", "-f", file, "--HistoryManager.enabled=False"]
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, **own}, stdout=NOWHERE, stderr=NOWHERE)
    client = BlockingKernelClient(connection_file=file)
    client.load_connection_file()
    client.start_channels(stdin=False, hb=False, control=False)
    try:
        client.wait_for_ready(timeout=PATIENCE)
        yield Kernel(client)
    finally:
        client.stop_channels()
        process.kill()
        process.wait()


class Kernel:
    """``states`` maps each widget's id to its state, ``changes`` counts the updates a widget got from the kernel."""

    def __init__(self, client: BlockingKernelClient):
        self.client, self.states, self.changes = client, {}, {}

    def run(self, code: str) -> list[dict]:
        """The outputs of a cell: the contents of its stream, display_data, execute_result and error messages."""
        return self._until_idle(self.client.execute(code, stop_on_error=False))

    def _until_idle(self, request: str) -> list[dict]:
        outputs = []
        while True:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            self._note(message)
            mine = message["parent_header"].get("msg_id") == request
            if mine and message["msg_type"] in ("stream", "display_data", "execute_result", "error"):
                outputs.append(message["content"])
            if mine and message["content"].get("execution_state") == "idle":
                return outputs

    def _note(self, message: dict) -> None:
        content, kind = message["content"], message["msg_type"]
        if kind not in ("comm_open", "comm_msg"):
            return
        state = dict(content["data"].get("state", {}))
        for path, data in zip(content["data"].get("buffer_paths", []), message["buffers"], strict=True):
            state[path[0]] = bytes(data)
        widget = content["comm_id"]
        self.states.setdefault(widget, {}).update(state)
        if kind == "comm_msg" and state:
            self.changes[widget] = self.changes.get(widget, 0) + 1

    def send(self, widget: str, **state) -> str:
        """Tell the kernel what the user did to a widget, without waiting for anything."""
        data = {"method": "update", "state": state, "buffer_paths": []}
        return self._tell(widget, data)

    def click(self, widget: str) -> str:
        return self._tell(widget, {"method": "custom", "content": {"event": "click"}})

    def _tell(self, widget: str, data: dict) -> str:
        message = self.client.session.msg("comm_msg", {"comm_id": widget, "data": data})
        self.client.shell_channel.send(message)
        return message["header"]["msg_id"]

    def listen(self, until, seconds: float = PATIENCE) -> None:
        """Note what the kernel says until ``until()``; raise TimeoutError where that does not come."""
        end = time.monotonic() + seconds
        while not until():
            if time.monotonic() > end:
                raise TimeoutError
            with contextlib.suppress(queue.Empty):
                self._note(self.client.get_iopub_msg(timeout=0.2))

    def rest(self, seconds: float = 0.3) -> None:
        """Note what the kernel says until it has been quiet for a while."""
        with contextlib.suppress(queue.Empty):
            while True:
                self._note(self.client.get_iopub_msg(timeout=seconds))


class Sliders:
    """The widgets that ``explore`` opened in a kernel, by what they are for."""

    def __init__(self, outputs: list[dict], kernel: Kernel):
        self.kernel = kernel
        *sliders, row, self.image, self.text, _ = self._children(outputs[0]["data"][VIEW]["model_id"])
        self.by_name = {self._label(each).split(" ")[0]: each for each in sliders}
        self.buttons = {self._label(each): each for each in self._children(row)}

    def _children(self, box: str) -> list[str]:
        return [each.removeprefix("IPY_MODEL_") for each in self.kernel.states[box]["children"]]

    def _label(self, widget: str) -> str:
        return self.kernel.states[widget]["description"]

    @property
    def shown(self) -> tuple[str, str]:
        """The picture, as its address with the data, and the text."""
        source = re.search("src='([^']*)'", self.kernel.states[self.image]["value"])[1]
        return source, self.kernel.states[self.text]["value"]

    def move(self, name: str, value: float) -> None:
        """As a hand does: a slider with positions of its own sends which of them it is."""
        labels = self.kernel.states[self.by_name[name]].get("_options_labels")  # as the front end gets them
        self.kernel.send(self.by_name[name], **({"index": labels.index(str(value))} if labels else {"value": value}))

    def wait_for(self, words: str) -> None:
        self.kernel.listen(lambda: words in self.shown[1])
