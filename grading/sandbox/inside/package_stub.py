"""The course's package as student code finds it in the sandbox: its functions do nothing."""


def check(*_args, **_kwargs):
    """Nothing: the judgement is made outside."""


hint = explore = predict = hand_in = check


def __getattr__(name):
    """numpy, pyplot, and what else the course gives its notebooks as plain values, in its file parameters.py."""
    from importlib import import_module

    if name in ("np", "plt"):
        return import_module({"np": "numpy", "plt": "matplotlib.pyplot"}[name])
    if name.startswith("_"):
        raise AttributeError(name)
    try:
        return getattr(import_module(f"{__name__}.parameters"), name)
    except ImportError:
        raise AttributeError(name) from None
