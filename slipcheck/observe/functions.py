"""A student's own functions: told from data, and made to look up their globals in another namespace."""

from __future__ import annotations

import functools
import types

CACHED = type(functools.cache(lambda: None))
LAYERS = 5  # of functools around a function


def is_own(value) -> bool:
    """Whether it is a function or class of the notebook's, or what ``cache`` or ``partial`` made of one."""
    for _ in range(LAYERS):
        if type(value) is CACHED:
            value = getattr(value, "__wrapped__", None)
        elif type(value) is functools.partial:
            value = value.func
        else:
            break
    kind = type(value) is types.FunctionType or isinstance(value, type)
    return kind and getattr(value, "__module__", "") == "__main__"


def rebound(value, namespace: dict):
    """A function of the notebook's with its globals in ``namespace``, and an empty cache; anything else as it is."""
    if not is_own(value):
        return value
    if type(value) is CACHED:
        return functools.lru_cache(**value.cache_parameters())(rebound(value.__wrapped__, namespace))
    if type(value) is functools.partial:
        return functools.partial(rebound(value.func, namespace), *value.args, **value.keywords)
    if isinstance(value, type):
        return value
    clone = types.FunctionType(value.__code__, namespace, value.__name__, value.__defaults__, value.__closure__)
    clone.__kwdefaults__ = value.__kwdefaults__
    return clone
