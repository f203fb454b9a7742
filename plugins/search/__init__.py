"""Search in the reader's browser: its page, and the index that Pagefind makes, in parts."""


def register() -> None:
    """Offer this plugin's page types to the press (Pelican's door for plugins)."""
    from .hooks import connect

    connect()
