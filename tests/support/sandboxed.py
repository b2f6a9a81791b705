"""What is asked of a sandbox in its tests."""

from __future__ import annotations


def job(source: str, **more) -> dict:
    """An answer to be run, in the words of a worker."""
    return {
        "source": source,
        "cells": [],
        "values": {"tau": 0.02},
        "replacing": [],
        "seconds": 5.0,
        "pictures": False,
        **more,
    }
