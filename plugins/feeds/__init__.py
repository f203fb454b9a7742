"""RSS 2.0 feeds for the site, each column and each topic."""


def register() -> None:
    """Offer this plugin's page types to the press (Pelican's door for plugins)."""
    from .hooks import connect

    connect()
