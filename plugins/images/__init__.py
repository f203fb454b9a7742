"""Renditions of pictures: URL and size at once, pixels later."""
