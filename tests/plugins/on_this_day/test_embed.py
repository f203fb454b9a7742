"""The small page for other sites."""

import datetime as dt

from plugins.on_this_day.embed import EmbedPage
from tests.plugins.edition.making import SHANGHAI, almanac, edition_of, entry, frame

NOW = dt.datetime(2026, 5, 8, 8, 0, tzinfo=SHANGHAI)


def test_it_shows_today() -> None:
    """With the script's marks, as the front page does."""
    edition = edition_of(almanac(), entry("1828-05-08"), now=NOW, over=frame("/weekly"))
    ((url, inputs),) = EmbedPage.routes(edition)
    assert url == "/on-this-day/embed/"
    assert isinstance(inputs, EmbedPage)
    assert inputs.day is not None
    assert inputs.day.data == "/weekly/on-this-day/data/"
    assert [one.entry.title for one in inputs.day.occasions] == ["大事 e"]


def test_an_almanac_without_entries_has_the_page() -> None:
    """For the frames that stand already; a site without an almanac has none."""
    ((_, inputs),) = EmbedPage.routes(edition_of(almanac(), now=NOW))
    assert isinstance(inputs, EmbedPage)
    assert inputs.day is None
    assert list(EmbedPage.routes(edition_of(entry(), now=NOW))) == []
