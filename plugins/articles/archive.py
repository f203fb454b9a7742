"""The archive's years and months."""

from plugins.edition.cards import ArchiveMonth, ArchiveYear
from plugins.edition.model import Edition


def years_of(edition: Edition) -> tuple[ArchiveYear, ...]:
    """The years that have articles, and their months, newest first."""
    months: dict[int, list[ArchiveMonth]] = {}
    for (year, month), articles in sorted(edition.in_month.items(), reverse=True):
        url = edition.href(f"/archive/{year:04}/{month:02}/")
        months.setdefault(year, []).append(ArchiveMonth(year, month, url, len(articles)))
    return tuple(
        ArchiveYear(
            year,
            edition.href(f"/archive/{year:04}/"),
            sum(month.count for month in some),
            tuple(some),
        )
        for year, some in months.items()
    )
