"""Notices when student code has changed our own side of the sandbox."""

from __future__ import annotations

import json
import os
import sys
import types
from typing import NamedTuple

OURS = ("slipcheck.observe", "inside", "grading.sandbox.inside")


class Seal(NamedTuple):
    """On our modules. To be made before a run is forked: to look for them among all would copy a thousand pages."""

    modules: tuple[tuple[str, types.ModuleType], ...]
    before: tuple[tuple[str, tuple], ...]

    @classmethod
    def made(cls) -> Seal:
        modules = tuple(
            (name, module)
            for name, module in list(sys.modules.items())
            if isinstance(module, types.ModuleType) and name.startswith(OURS)
        )
        return cls(modules, tuple(taken(modules).items()))

    def broken(self) -> list[str]:
        """The names that are not what they were."""
        now = taken(self.modules)
        return [name for name, what in self.before if now.get(name, (None, None)) != what]


def taken(modules: tuple[tuple[str, types.ModuleType], ...]) -> dict[str, tuple]:
    """Every function of our modules, with its code, and the two of others that a report goes through."""
    found = {"os.write": (os.write, None), "json.dumps": (json.dumps, json.dumps.__code__)}
    for name, module in modules:
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
