"""The press: page types in, files out, nothing made twice. It knows no news.

``register`` makes it a Pelican plugin; everything else works without Pelican.
"""


def register() -> None:
    """Connect the press to Pelican's signals (Pelican's door for plugins)."""
    from .hooks import connect

    connect()
