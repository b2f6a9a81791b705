"""Loops: how often they run, and what their rounds change."""
