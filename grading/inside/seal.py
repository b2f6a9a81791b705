"""Notices when student code has changed our own side of the sandbox."""

from __future__ import annotations

import json
import os
import sys
import types

OURS = ("helpers.observe", "inside", "grading.inside")


def modules() -> dict[str, types.ModuleType]:
    """Ours. To be found before a run is forked: looking at each module there is would copy a thousand pages for it."""
    return {
        name: module
        for name, module in list(sys.modules.items())
        if isinstance(module, types.ModuleType) and name.startswith(OURS)
    }


def taken(ours: dict[str, types.ModuleType]) -> dict[str, tuple]:
    """Every function of our modules, with its code, and the two of others that a report goes through."""
    found = {"os.write": (os.write, None), "json.dumps": (json.dumps, json.dumps.__code__)}
    for name, module in ours.items():
        for key, value in vars(sys.modules.get(name, module)).items():
            found |= _functions(f"{name}.{key}", value)
    return found


def _functions(name: str, value) -> dict[str, tuple]:
    if isinstance(value, types.FunctionType):
        return {name: (value, value.__code__)}
    if isinstance(value, type) and value.__module__.startswith(OURS):
        inner = {key: each for key, each in vars(value).items() if isinstance(each, types.FunctionType)}
        return {f"{name}.{key}": (each, each.__code__) for key, each in inner.items()}
    return {}


def broken(before: dict[str, tuple], ours: dict[str, types.ModuleType]) -> list[str]:
    """The names that are not what they were."""
    now = taken(ours)
    return [name for name, (value, code) in before.items() if now.get(name, (None, None)) != (value, code)]
