"""The newsroom as a whole: content read, the edition put together, Pelican told of it.

This is the one room that knows all the others; none of them knows it but the desk.
"""


def register() -> None:
    """Connect the newsroom to Pelican's signals (Pelican's door for plugins)."""
    from .hooks import connect

    connect()
