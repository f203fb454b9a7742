"""Old addresses that lead on: a page for each, and maps of all for web servers."""


def register() -> None:
    """Offer this plugin's page types to the press (Pelican's door for plugins)."""
    from .hooks import connect

    connect()
