"""On This Day (史上的今天): its page and a page for each day with entries."""


def register() -> None:
    """Offer this plugin's page types to the press (Pelican's door for plugins)."""
    from .hooks import connect

    connect()
