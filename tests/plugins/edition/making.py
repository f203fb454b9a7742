"""Sources and editions for tests: the least of each kind, changed by name."""

import datetime as dt
from collections.abc import Iterable
from functools import cache, partial
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from plugins.edition import site_specs, specs
from plugins.edition import sources as s
from plugins.edition.assemble import Assembled, Tools, assemble
from plugins.edition.cards import Assets, Contact, Filings, SiteFrame
from plugins.edition.dates import When
from plugins.edition.model import Edition
from plugins.edition.picture_cards import Picture
from plugins.edition.select import Clock
from plugins.edition.slugs import slug
from plugins.images.plan import develop

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = dt.datetime(2026, 11, 21, 8, 0, tzinfo=SHANGHAI)
SLUG = cache(slug)
"""Slugs, each worked out once: the order of names must not count, and pypinyin is slow."""
SITE = s.SiteSource(
    path="site.toml",
    name="周报",
    base_url="https://news.example",
    # What a picture lacks is asked for where that is what a test is about.
    rights=site_specs.RightsSpec(missing_alt="off", missing_credit="off"),
)


def moment(text: str) -> specs.Moment:
    """A moment as an editor writes it: ``2026-01-02``, or with a time, or with an offset."""
    return specs.Moment(dt.datetime.fromisoformat(text), timed="T" in text)


def names(*texts: str) -> tuple[specs.Name, ...]:
    """Tags as written."""
    return tuple(specs.Name(text) for text in texts)


def to(target: str, fragment: str = "", alt: str = "") -> specs.Reference:
    """A link or picture of a text, by the file that it names."""
    return specs.Reference(target, target, fragment, specs.Place(3, 1), alt)


def shown(target: str, caption: str = "", credit: str = "") -> specs.PictureSpec:
    """A picture that front matter names."""
    notes = specs.PictureNotes(alt="图", caption=caption, credit=credit)
    return specs.PictureSpec(to(target), notes)


def article(
    path: str = "columns/news/2026/a.md", date: str = "2026-01-02", **more: Any
) -> s.ArticleSource:
    """A published article of the column that its path says."""
    _, column_slug, year, name = path.split("/", 3)
    made = s.ArticleSource(
        path=path,
        column=column_slug,
        year=year,
        slug=name.removesuffix(".md").removesuffix("/index"),
        id=path,
        title=f"标题 {name}",
        date=moment(date),
        updated=None,
        status="published",
        tags=(),
        related=(),
        terms="",
        unit=None,
        issue=None,
        series=None,
        part=None,
        author="",
        editor="",
        source=None,
        summary="",
        lead=None,
        text=specs.Text(),
    )
    return replace(made, **more)


def column(slug: str = "news", **more: Any) -> s.ColumnSource:
    """A column that runs."""
    made = s.ColumnSource(
        path=f"columns/{slug}/_column.md",
        slug=slug,
        name=f"栏目 {slug}",
        name_en="",
        description="",
        banner=None,
        started=None,
        ended=None,
        order=0,
        accent="red",
        text=specs.Text(),
    )
    return replace(made, **more)


def closing(slug: str = "news", **more: Any) -> s.ClosingSource:
    """What is said at the end of a column."""
    made = s.ClosingSource(f"columns/{slug}/_closing.md", slug, "published", specs.Text("结栏"))
    return replace(made, **more)


def gallery(slug: str = "g", date: str = "2026-01-02", **more: Any) -> s.GallerySource:
    """A published gallery."""
    made = s.GallerySource(
        path=f"galleries/{slug}/index.md",
        slug=slug,
        id=slug,
        title=f"图集 {slug}",
        date=moment(date),
        status="published",
        summary="",
        cover=None,
        unit=None,
        photos=(),
        text=specs.Text(),
    )
    return replace(made, **more)


def page(slug: str = "about", **more: Any) -> s.PageSource:
    """A published page."""
    made = s.PageSource(f"pages/{slug}.md", slug, f"页 {slug}", "", "published", 0, specs.Text())
    return replace(made, **more)


def topic(slug: str = "t", **more: Any) -> s.TopicSource:
    """A published topic without articles; ``articles`` are those that it lists."""
    made = s.TopicSource(
        f"topics/{slug}.md", slug, f"专题 {slug}", "", "published", None, (), (), specs.Text()
    )
    listed = tuple(specs.ListedSpec(file) for file in more.pop("articles", ()))
    return replace(made, listed=listed + more.pop("listed", ()), **more)


def almanac(slug: str = "red-cross", **more: Any) -> s.AlmanacSource:
    """An almanac."""
    made = s.AlmanacSource(
        f"on-this-day/{slug}/_almanac.md", slug, f"史册 {slug}", "", "", 0, "red", specs.Text()
    )
    return replace(made, **more)


def entry(
    date: str = "1863-02-09", slug: str = "e", in_: str = "red-cross", **more: Any
) -> s.EntrySource:
    """A published entry of an almanac; the date as exact as it is written, 1863-02 or 1863."""
    sign, parts = (-1 if date[0] == "-" else 1), date.removeprefix("-").split("-")
    year, month, number = (int(part) for part in (*parts, "0", "0")[:3])
    day = When(sign * year, month, number)
    made = s.EntrySource(
        path=f"on-this-day/{in_}/{month:02}-{number:02}-{slug}.md",
        almanac=in_,
        slug=slug,
        title=f"大事 {slug}",
        date=day,
        status="published",
        sources=(specs.SourceSpec("红十字国际委员会", "https://www.icrc.org/"),),
        importance=0,
        picture=None,
        tags=(),
        people=(),
        places=(),
        lunar="",
        articles=(),
        place=specs.Place(3, 7),
        text=specs.Text(),
    )
    return replace(made, **more)


def unit(slug: str, name: str, short: str = "", **more: Any) -> s.UnitSource:
    """A unit with a file of its own."""
    return replace(s.UnitSource(f"units/{slug}.md", slug, name, short, "", specs.Text()), **more)


def tag(slug: str, name: str) -> s.TagSource:
    """A tag with a file of its own."""
    return s.TagSource(f"tags/{slug}.md", slug, name, specs.Text())


def photo(path: str, width: int = 2000, height: int = 1000, sha256: str = "ab" * 32) -> Any:
    """A picture file."""
    return s.PictureFile(path, sha256, width, height)


def picture(name: str = "p.jpg", alt: str = "图", **more: Any) -> Picture:
    """A picture ready to be shown."""
    return replace(develop("", photo(name), specs.PictureNotes(alt=alt)), **more)


def frame(root: str = "", **more: Any) -> SiteFrame:
    """What every page shows."""
    made = SiteFrame(
        name="周报",
        name_en="Weekly",
        slogan="口号",
        description="一份周报",
        notice="",
        language="zh-Hans",
        origin="https://news.example",
        root=root,
        navigation=(),
        contact=Contact(),
        filings=Filings(),
        assets=Assets(
            css="/static/site.css",
            js="/static/site.js",
            icon="/static/icon.svg",
            viewer="/static/viewer.js",
            feed="/static/feed-zh.css",
        ),
    )
    return replace(made, **more)


def assembled(  # noqa: PLR0913 - each names one thing of a build
    sources: Iterable[s.Source],
    pictures: Iterable[s.PictureFile] = (),
    *,
    now: dt.datetime = NOW,
    zone: ZoneInfo = SHANGHAI,
    drafts: bool = False,
    site: s.SiteSource = SITE,
    over: SiteFrame | None = None,
) -> Assembled:
    """What comes of these sources; nothing is added but the site.

    Where there are no pictures of galleries, each gallery has one.
    """
    shown_in, sources, files = over or frame(), list(sources), list(pictures)
    if not any(file.path.startswith("galleries/") for file in files):
        hung = {each.slug for each in sources if isinstance(each, s.GallerySource)}
        files += [photo(f"galleries/{slug}/p.jpg") for slug in sorted(hung)]
    return assemble(
        [*sources, site],
        {file.path: file for file in files},
        site,
        shown_in,
        Clock(now, zone, drafts=drafts),
        Tools(partial(develop, shown_in.root), SLUG),
    )


def edition_of(*sources: s.Source, **more: Any) -> Edition:
    """The edition of these sources, with the column ``news`` among them."""
    with_column = any(isinstance(source, s.ColumnSource) for source in sources)
    return assembled([*sources, *([] if with_column else [column()])], **more).edition


def rules(made: Assembled) -> list[tuple[str, str]]:
    """What was found: rule and file."""
    return sorted((found.rule, found.path) for found in made.findings)


OLD = [
    (),
    (),
    names("/old/a.html"),
    names("/columns/old/2026/c/", "/columns/aid/2025/d/"),
    names("/columns/news/2026/b/", "/tags/shui/"),
]
"""Old addresses: two claim the same one, some are those of others that may be there."""
LEDGER = s.LedgerSource(
    "permalinks.tsv",
    tuple(
        specs.LedgerLine(path, name, kind, "2026-01-01", number=number)
        for number, (path, name, kind) in enumerate(
            (
                ("/columns/news/2026/a/", "i", "article"),
                ("/columns/news/2026/b/", "columns/news/2026/b.md", "article"),
                ("/columns/old/2026/c/", "columns/aid/2025/c.md", "article"),
                ("/tags/shui/", "", "tag"),
                ("/units/dui/", "", "unit"),
                ("/columns/news/feed.xml", "", "feed"),
            ),
            2,
        )
    ),
)
