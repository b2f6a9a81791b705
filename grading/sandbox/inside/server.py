"""One warm process: for each answer that the control socket asks to run, a fork of it in a cage of its own.

With ``probe`` for a second argument it only tries whether a cage can be made.

A request is a JSON line of limits with three file descriptors: the job, the place of its result, and a line for further
jobs, if the fork is to stay for them. The fork alone reads the job and the line, so this process never holds a
parameter. The reply says how the fork ended, or why there was no cage: the fork writes that into a pipe, which it
closes before any student code runs.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import sys

from . import namespaces
from .limits import LEAVE, RAN, Limits

RESULT, LINE = 3, 4  # file descriptors in the cage


def main() -> None:
    """Warm up, then serve runs until the control socket closes."""
    control = socket.socket(fileno=int(sys.argv[1]))
    if sys.argv[3:] == ["probe"]:
        probe(control)
        return
    from .runner import warm_up

    warm_up(sys.argv[2])
    gc.collect()
    gc.freeze()
    namespaces.collapse()
    control.send(b"ready")
    while True:
        text, descriptors, *_ = socket.recv_fds(control, 4096, 3)
        if not text:
            return
        if text == LEAVE:  # of a process that has ended
            continue
        control.send(json.dumps(serve(control, json.loads(text), *descriptors)).encode())
        for descriptor in descriptors:
            os.close(descriptor)


def probe(control: socket.socket) -> None:
    """Raises OSError where there can be no cage."""
    child = namespaces.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    control.send(b"ready")


def serve(control: socket.socket, request: dict, job: int, result: int, line: int) -> dict:
    """Start a caged process, wait for it, and say how it ended."""
    reading, writing = os.pipe()
    try:
        with os.fdopen(reading, errors="replace") as reason:
            with os.fdopen(writing, "w"):
                child = namespaces.fork()
                if child == 0:
                    caged(control, Limits(**request["limits"]), job, result, line, writing)
            ended = wait(child, control)
            problem = reason.read()
    except OSError as error:
        problem = str(error)
    return {"started": False, "problem": problem} if problem else {"started": True, **ended}


def wait(child: int, control: socket.socket) -> dict:
    """How it ended: ``signal`` or ``code``, its processor time (s). It is killed if the grader says so or is gone."""
    handle = os.pidfd_open(child)
    ended, _, _ = select.select([handle, control.fileno()], [], [])
    os.close(handle)
    if handle not in ended:
        os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
    return {"signal": killed, "code": code, "cpu": used.ru_utime + used.ru_stime}


def caged(control: socket.socket, limits: Limits, job: int, result: int, line: int, reason: int) -> None:
    """Read the job, lock the door, run it; ``reason`` takes why there is no cage. Does not return."""
    from .runner import run_answer

    code = 70  # not even begun
    try:
        control.detach()
        os.setsid()  # else a signal to its own group would reach the warm process too
        with os.fdopen(job, "rb") as file:
            task = json.loads(file.read())
        os.dup2(result, RESULT)  # each is above its new place, and what stood there has been used
        os.dup2(line, LINE)
        empty = os.open("/dev/null", os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(empty, standard)
        os.closerange(LINE + 1, reason)
        os.closerange(reason + 1, 256)
        namespaces.furnish(limits)
        namespaces.limit(limits)
        namespaces.give_up_rights()
        os.close(reason)
        code = 71  # began, and did not come to its end
        run_answer(task, RESULT)
        with os.fdopen(LINE, "rb") as jobs:
            while task.get("stays"):
                os.write(LINE, b".")
                task = json.loads(jobs.readline())
                run_answer(task, RESULT)
        code = RAN
    except BaseException as problem:
        if code == 70:
            os.write(reason, f"{type(problem).__name__}: {problem}"[:300].encode(errors="replace"))
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
