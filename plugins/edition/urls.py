"""The address of each kind of source: a function of its path alone."""

from . import sources as s
from .dates import When


def url_of(source: s.Source) -> str:  # noqa: C901, PLR0911 - one for each kind
    """A source's path on the site; empty for what has no page of its own.

    ``/columns/<column>/<yyyy>/<slug>/`` and so on: no date, title or status is in it, so
    that no edit of them breaks a link.
    """
    match source:
        case s.ArticleSource():
            return f"/columns/{source.column}/{source.year}/{source.slug}/"
        case s.ColumnSource():
            return f"/columns/{source.slug}/"
        case s.ClosingSource():
            return f"/columns/{source.column}/"
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
        case s.AlmanacSource():
            return f"/on-this-day/{source.slug}/"
        case s.EntrySource():
            return history_url(source.date)
        case _:
            return ""


def history_url(when: When) -> str:
    """The page of a date of history: of its day; of its month or year where no more is known."""
    if when.day:
        return f"/on-this-day/{when.month:02}-{when.day:02}/"
    if when.month:
        return f"/on-this-day/{when.month:02}/"
    return year_url(when.year)


def year_url(year: int) -> str:
    """The page of a year of history; astronomical, so that -43 is ``bce-44``."""
    return f"/on-this-day/years/{year:04}/" if year > 0 else f"/on-this-day/years/bce-{1 - year}/"


def anchor_of(source: s.EntrySource) -> str:
    """The id of an entry on its page."""
    return f"{source.almanac}-{source.slug}"


def is_article(path: str) -> bool:
    """Tell whether a source file that has a URL is an article."""
    return path.startswith("columns/") and not path.rpartition("/")[2].startswith("_")
