"""Which pages have a card drawn, and what stands beside links to all others."""

from msgspec.structs import replace

from plugins.edition import site_specs, specs
from plugins.edition import sources as s
from plugins.edition.model import Edition
from plugins.edition.share_cards import CardWords, drawn, shown

from .making import (
    SITE,
    almanac,
    article,
    assembled,
    column,
    edition_of,
    frame,
    photo,
    picture,
    rules,
    topic,
)
from .making import shown as named

PATH = "columns/news/2026/{}.md"
LEAD = photo("media/p.jpg", 2400, 1600)


def made(edition: Edition, newest: int = 50) -> dict[str, CardWords]:
    """What is drawn for an edition."""
    return drawn(edition, newest)


def test_what_has_no_picture_has_a_card() -> None:
    """Articles, columns, topics, almanacs, the site: each with its words and its colour."""
    edition = edition_of(
        article(PATH.format("a")), column(accent="teal"), topic(), almanac(), over=frame("/w")
    )
    assert made(edition) == {
        "/w/columns/news/2026/a/": CardWords("标题 a.md", "栏目 news", "周报", "teal"),
        "/w/columns/news/": CardWords("栏目 news", "", "周报", "teal"),
        "/w/topics/t/": CardWords("专题 t", "专题", "周报"),
        "/w/on-this-day/": CardWords("史上的今天", "", "周报"),
        "/w/on-this-day/red-cross/": CardWords("史册 red-cross", "", "周报"),
        "/w/": CardWords("周报", "口号", ""),
    }


def test_what_has_a_picture_has_none() -> None:
    """An article with its lead, a column with its banner, a site with a picture of its choice."""
    lead = named(LEAD.path)
    site = replace(SITE, share=site_specs.ShareSpec(image=lead))
    edition = edition_of(
        article(PATH.format("a"), lead=lead), column(banner=lead), pictures=[LEAD], site=site
    )
    assert made(edition) == {}
    known = shown(edition, {})
    assert known["/"] == edition.share
    assert edition.share is not None
    assert (edition.share.width, edition.share.height) == (1200, 630)
    assert known["/columns/news/"] == edition.columns["news"].share


def test_only_the_newest_articles_have_one() -> None:
    """So an archive of any length costs the same."""
    many = [article(PATH.format(n), f"2026-01-{n:02}") for n in range(1, 29)]
    urls = [url for url in made(edition_of(*many), 3) if url.startswith("/columns/news/2026/")]
    assert urls == [f"/columns/news/2026/{n}/" for n in (28, 27, 26)]


def test_a_draft_has_none() -> None:
    """Nor what waits for its time: not by name and not by number."""
    plain = edition_of(article(PATH.format("a")))
    more = edition_of(
        article(PATH.format("a")),
        article(PATH.format("b"), status="draft"),
        article(PATH.format("c"), "2027-01-01"),
    )
    assert made(more) == made(plain)


def test_a_page_shows_what_it_stands_under() -> None:
    """Its own card, its column's, the site's; none where there are none."""
    edition = edition_of(over=frame("/w"))
    one, other = picture("a.jpg"), picture("b.jpg")
    object.__setattr__(edition, "cards", {"/w/columns/news/": one, "/w/": other})
    assert edition.card("/w/columns/news/2019/old/") == one
    assert edition.card("/w/columns/news/page/2/") == one
    assert edition.card("/w/columns/") == other
    assert edition.card("/w/") == other
    object.__setattr__(edition, "cards", {})
    assert edition.card("/w/columns/news/") is None


def test_a_picture_for_all_pages_that_is_missing_is_said() -> None:
    """On its line of site.toml; the site goes without."""
    reference = specs.Reference("/media/no.jpg", "media/no.jpg", place=specs.Place(7, 1))
    site = replace(SITE, share=site_specs.ShareSpec(image=specs.PictureSpec(reference)))
    sources: list[s.Source] = [column(), article()]
    found = assembled(sources, site=site)
    assert ("picture-missing", "site.toml") in rules(found)
    assert found.edition.share is None
