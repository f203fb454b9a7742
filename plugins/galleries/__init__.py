"""Galleries: photo stories and their index."""


def register() -> None:
    """Offer this plugin's page types to the press (Pelican's door for plugins)."""
    from .hooks import connect

    connect()
