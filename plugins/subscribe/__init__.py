"""What readers see of feeds: the page that explains and offers them, QR codes, and OPML."""


def register() -> None:
    """Offer this plugin's page types to the press (Pelican's door for plugins)."""
    from .hooks import connect

    connect()
