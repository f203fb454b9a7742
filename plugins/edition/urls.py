"""The address of each kind of source: a function of its path alone."""

from . import sources as s


def url_of(source: s.Source) -> str:  # noqa: PLR0911 - one for each kind
    """A source's path on the site; empty for what has no page of its own.

    ``/columns/<column>/<yyyy>/<slug>/`` and so on: no date, title or status is in it, so
    that no edit of them breaks a link.
    """
    match source:
        case s.ArticleSource():
            return f"/columns/{source.column}/{source.year}/{source.slug}/"
        case s.ColumnSource():
            return f"/columns/{source.slug}/"
        case s.UnitSource():
            return f"/units/{source.slug}/"
        case s.TagSource():
            return f"/tags/{source.slug}/"
        case s.PageSource():
            return f"/pages/{source.slug}/"
        case s.TopicSource():
            return f"/topics/{source.slug}/"
        case s.GallerySource():
            return f"/galleries/{source.slug}/"
        case s.EntrySource():
            return f"/on-this-day/{source.date:%m-%d}/"
        case _:
            return ""
