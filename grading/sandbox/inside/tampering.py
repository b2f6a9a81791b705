"""Notices when student code has changed our own side of the sandbox."""

from __future__ import annotations

import json
import os
import sys
import types
from typing import NamedTuple

OURS = ("slipcheck.observe", "inside", "grading.sandbox.inside")


class Seal(NamedTuple):
    """A seal on our modules, made before a run is forked: to look for them among all would copy a thousand pages."""

    modules: tuple[tuple[str, types.ModuleType], ...]
    before: tuple[tuple[str, tuple], ...]

    @classmethod
    def made(cls) -> Seal:
        """A seal on our modules as they are now."""
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
    """Every function of our modules, with its code, and the two of others that an event goes through."""
    functions = {"os.write": (os.write, None), "json.dumps": (json.dumps, json.dumps.__code__)}
    for name, module in modules:
        for key, value in vars(sys.modules.get(name, module)).items():
            functions |= _functions(f"{name}.{key}", value)
    return functions


def _functions(name: str, value) -> dict[str, tuple]:
    if isinstance(value, types.FunctionType):
        return {name: (value, value.__code__)}
    if isinstance(value, type) and value.__module__.startswith(OURS):
        methods = {key: inner for key, inner in vars(value).items() if isinstance(inner, types.FunctionType)}
        return {f"{name}.{key}": (method, method.__code__) for key, method in methods.items()}
    return {}
