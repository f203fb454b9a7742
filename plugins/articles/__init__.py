"""Articles, and the lists of them by tag, unit and time; plain pages."""


def register() -> None:
    """Offer this plugin's page types to the press (Pelican's door for plugins)."""
    from .hooks import connect

    connect()
