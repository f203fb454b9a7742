"""What is not published leaves no trace: a word in every field of it is found nowhere."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from plugins.articles import pages as articles
from plugins.columns import pages as columns
from plugins.discovery import pages as discovery
from plugins.edition import sources as s
from plugins.edition import specs
from plugins.edition.assemble import Assembled
from plugins.feeds import pages as feeds
from plugins.front import pages as front
from plugins.galleries import pages as galleries
from plugins.on_this_day import pages as on_this_day
from plugins.redirects import pages as redirects
from plugins.subscribe import pages as subscribe
from plugins.topics import pages as topics
from tests.plugins.edition.making import (
    SITE,
    almanac,
    article,
    assembled,
    closing,
    column,
    entry,
    gallery,
    moment,
    names,
    page,
    photo,
    shown,
    to,
    topic,
)

WORD = "canary"
ROOMS = (
    *(articles, columns, discovery, feeds, front, galleries, on_this_day, redirects, subscribe),
    topics,
)
OPEN = "columns/news/2026/open.md"
PICTURE = photo(f"columns/news/2026/{WORD}.jpg")
TEXT = specs.Text(
    f"{WORD}-key", (to(OPEN),), (to(PICTURE.path),), f"{WORD} excerpt", (f"{WORD}-id",)
)


def marked(plain: Any, /, **more: Any) -> Any:
    """The same source with the word in every text field, its name in paths included."""
    told = {
        name: f"{WORD}-{name}"
        for name in plain.__struct_fields__
        if isinstance(getattr(plain, name), str)
        and name not in ("status", "column", "year", "almanac", "path")
    }
    if "aliases" in plain.__struct_fields__:
        more["aliases"] = names(f"/{WORD}/", f"/{WORD}.html")
    path = plain.path.replace("hidden", WORD)
    return replace(plain, **{**told, "path": path, "text": TEXT, **more})


ARTICLE = marked(
    article("columns/news/2026/hidden.md"),
    tags=names(f"{WORD} tag"),
    unit=specs.Name(f"{WORD} unit"),
    series=specs.Name(f"{WORD} series"),
    part=specs.Count(7),
    source=specs.SourceSpec(f"{WORD} source", f"https://{WORD}.example/"),
    lead=shown(PICTURE.path, f"{WORD} caption", f"{WORD} credit"),
)
HIDDEN = {
    "a draft": replace(ARTICLE, status="draft"),
    "an embargoed article": replace(ARTICLE, date=moment("2026-11-21T08:01")),
    "a draft of a gallery": marked(
        gallery("hidden"),
        status="draft",
        cover=shown(PICTURE.path),
        unit=specs.Name(f"{WORD} unit"),
    ),
    "an embargoed gallery": marked(gallery("hidden", "2027-01-01"), photos=(shown(PICTURE.path),)),
    "a draft of a closing note": marked(closing(), status="draft"),
    "a draft of a page": marked(page("hidden"), status="draft"),
    "a draft of a topic": marked(
        topic("hidden"), status="draft", tags=names(f"{WORD} tag"), lead=shown(PICTURE.path)
    ),
    "a draft of an entry": marked(
        entry(slug="hidden"), status="draft", picture=shown(PICTURE.path), tags=(f"{WORD} tag",)
    ),
}


def built(hidden: Any, *, drafts: bool) -> Assembled:
    """An edition in which a column, a page and a topic link to what is hidden."""
    linking = specs.Text("plain", (to(hidden.path, fragment=f"{WORD}-id"),))
    around: list[s.Source] = [
        column(text=linking, ended=dt.date(2026, 11, 1)),
        article(OPEN, text=linking),
        article("columns/news/2026/more.md", "2026-01-03"),
        topic(
            "t",
            articles=(to(hidden.path),),
            query=specs.QuerySpec(since=dt.date(1900, 1, 1)),
            headline=to(hidden.path),
            timeline=(specs.EventSpec("1900", "1900", "plain", to(hidden.path)),),
        ),
        page("p", text=linking),
        almanac(),
        entry("1900-02-10"),
    ]
    slot = specs.SlotSpec(hidden.path)
    named = specs.FrontSpec(
        lead=slot,
        leads=(slot,),
        seconds=(slot,),
        pinned=(slot,),
        notices=(specs.NoticeSpec("通知", to(hidden.path)),),
        topics=names(WORD),
        galleries=names(WORD),
    )
    site = replace(SITE, front=named)
    return assembled([*around, hidden], [PICTURE], drafts=drafts, site=site)


def told(made: Assembled) -> Iterator[str]:
    """All that the world may get to see: the edition, its pictures, every page's inputs."""
    yield repr(made.edition)
    yield repr(made.pictures)
    for room in ROOMS:
        for kind in room.PAGE_TYPES:
            for route in kind.routes(made.edition):
                yield route.url
                yield msgspec.json.encode(route.inputs).decode()


@pytest.mark.parametrize("what", HIDDEN)
def test_what_is_hidden_leaves_no_trace(what: str) -> None:
    """Not its title, its tags, its unit, its picture, its address, nor its very name."""
    seen = [text for text in told(built(HIDDEN[what], drafts=False)) if WORD in text]
    assert not seen


@pytest.mark.parametrize("what", HIDDEN)
def test_a_preview_shows_all_of_it(what: str) -> None:
    """The test above looks at what would show it: with drafts the word is found."""
    seen = [text for text in told(built(HIDDEN[what], drafts=True)) if WORD in text]
    assert len(seen) > 2


@pytest.mark.parametrize("what", HIDDEN)
def test_a_link_to_what_is_hidden_is_a_notice(what: str) -> None:
    """The words of the link stay, the link goes, and the editor is told that it waits."""
    made = built(HIDDEN[what], drafts=False)
    about_links = {found.rule for found in made.findings if found.rule.startswith("link-")}
    assert about_links == {"link-unpublished"}


def test_hidden_articles_are_counted() -> None:
    """The closing line can say how many articles wait."""
    assert built(HIDDEN["a draft"], drafts=False).held == (ARTICLE.path,)
