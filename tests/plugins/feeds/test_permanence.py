"""What readers' programs know an article by, and what reaches them of what changes."""

import random
from typing import Any

from msgspec.structs import replace

from plugins.edition.feeds import FILES
from plugins.edition.model import Edition
from plugins.edition.site_specs import FeedSpec
from plugins.edition.specs import MediaSpec, Text
from plugins.feeds.documents import ArticleArchive, ArticleFeed
from plugins.press.page import Inputs
from plugins.syndication.posts import iri
from tests.plugins.edition.making import (
    SITE,
    article,
    column,
    edition_of,
    moment,
    names,
    rules,
    to,
)
from tests.plugins.edition.making import assembled as assembled_of

SMALL = replace(SITE, feed_items=3, feeds=FeedSpec(tags_from=1, archives=("site", "column", "tag")))
COLUMNS = tuple(column(slug) for slug in ("news", "aid", "old"))


def inputs_of(edition: Edition) -> dict[str, Inputs]:
    """What the feeds and archives of articles are made of, by path."""
    routes = (*ArticleFeed.routes(edition), *ArticleArchive.routes(edition))
    return {route.url: route.inputs for route in routes}


def ids_of(edition: Edition) -> set[str]:
    """The ids of all items in all feeds and archives."""
    found = set()
    for inputs in inputs_of(edition).values():
        if isinstance(inputs, ArticleFeed):
            found |= {item.post.id for item in inputs.items}
        else:
            assert isinstance(inputs, ArticleArchive)
            found |= {post.id for post in inputs.posts}
    return found


def edited(source: Any, chance: random.Random) -> Any:
    """An article with another title, date, file name, column, text, or several of these."""
    year, slug = chance.choice(["2024", "2025", "2026"]), f"s{chance.randrange(10**6)}"
    home = chance.choice(COLUMNS).slug
    changes: dict[str, dict[str, Any]] = {
        "title": {"title": f"题 {slug}"},
        "date": {"date": moment(f"{year}-0{chance.randint(1, 9)}-11"), "year": year},
        "file": {"slug": slug, "path": f"columns/{source.column}/{source.year}/{slug}.md"},
        "column": {"column": home, "path": f"columns/{home}/{source.year}/{source.slug}.md"},
        "text": {"summary": slug, "updated": moment("2026-09-09")},
    }
    for kind in chance.sample(sorted(changes), chance.randint(1, 3)):
        source = replace(source, **changes[kind])
    path = f"columns/{source.column}/{source.year}/{source.slug}.md"
    return replace(source, path=path)


def test_a_hundred_edits_change_no_id() -> None:
    """Whatever is edited: a program that knew an article knows it again, in every format."""
    chance = random.Random(6)  # noqa: S311 - edits, not keys
    made = [
        article(f"columns/news/2025/{n}.md", f"2025-0{n}-01", id=f"n-{n}", tags=names("甲"))
        for n in range(1, 9)
    ]
    before = ids_of(edition_of(*made, *COLUMNS, site=SMALL))
    assert before == {f"n-{n}" for n in range(1, 9)}
    for _ in range(100):
        at = chance.randrange(len(made))
        made[at] = edited(made[at], chance)
        assert ids_of(edition_of(*made, *COLUMNS, site=SMALL)) == before
    assert len({iri(each) for each in before}) == len(before)


def some(count: int = 8) -> list[Any]:
    """Articles of a year, the oldest first."""
    return [
        article(f"columns/news/2025/{n}.md", f"2025-0{n}-01", id=f"n-{n}", summary="摘要")
        for n in range(1, count + 1)
    ]


def changed(before: Edition, after: Edition) -> set[str]:
    """The paths of feeds and archives that are not as before."""
    old, new = inputs_of(before), inputs_of(after)
    return {url for url in old.keys() | new.keys() if old.get(url) != new.get(url)}


def test_an_edit_of_an_old_text_touches_no_feed() -> None:
    """Neither the newest, nor the archive that the article is in."""
    articles = some()
    before = edition_of(*articles, site=SMALL)
    articles[0] = replace(articles[0], text=Text("another"))
    assert changed(before, edition_of(*articles, site=SMALL)) == set()


def test_a_new_article_leaves_archives_as_they_are() -> None:
    """It is in the feeds alone, until there are enough for one more archive."""
    before = edition_of(*some(7), site=SMALL)
    feeds = {folder + name for folder in ("/", "/columns/news/") for name in FILES.values()}
    assert changed(before, edition_of(*some(8), site=SMALL)) == feeds


def test_a_withdrawn_article_leaves_feeds_and_archives() -> None:
    """And what waits for its time is in none."""
    articles = some()
    assert "n-2" in ids_of(edition_of(*articles, site=SMALL))
    articles[1] = replace(articles[1], status="draft")
    articles[7] = replace(articles[7], date=moment("2027-01-01"))
    left = ids_of(edition_of(*articles, site=SMALL))
    assert left == {f"n-{n}" for n in (1, 3, 4, 5, 6, 7)}


def test_an_enclosure_that_is_missing_is_told_and_left_out() -> None:
    """The item goes out without it."""
    gone = MediaSpec("audio", (to("media/gone.mp3"),))
    made = assembled_of([article(audio=gone), column()])
    assert ("media-missing", "columns/news/2026/a.md") in rules(made)
    inputs = inputs_of(made.edition)["/feed.xml"]
    assert isinstance(inputs, ArticleFeed)
    (item,) = inputs.items
    assert item.post.attachments == ()
    assert "/podcast/feed.xml" not in inputs_of(made.edition)
