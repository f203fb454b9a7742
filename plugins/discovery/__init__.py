"""What leads machines and lost readers on: sitemap, robots.txt, the 404 page."""


def register() -> None:
    """Offer this plugin's page types to the press (Pelican's door for plugins)."""
    from .hooks import connect

    connect()
