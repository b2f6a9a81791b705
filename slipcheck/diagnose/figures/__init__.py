"""Markers, legends, limits and curves of a figure."""
