"""Draws every picture of the sample content, the same bytes each time."""
