"""From front matter to the values that the edition takes: one function a kind of source."""

import datetime as dt
import posixpath
from collections.abc import Callable

from msgspec import structs

from plugins.edition import sources as s
from plugins.edition import specs
from plugins.edition.dates import When

from . import columns as c
from . import lunar
from .corrections import read_corrections
from .fields import Fields
from .gallery_parts import photo_order, photo_sections
from .media_fields import MediaFields
from .notes import Notes
from .old_addresses import old_addresses
from .places import Spot
from .terms import terms_of
from .topic_parts import TopicParts, span_of
from .translations import language_of, translations_of

# Where no order is given: after all that have one.
LAST = 1000
IMPORTANCE = 3
LONGEST_TITLE = 100
"""Characters: four times as many as a long Chinese headline has. A longer one was pasted in."""
_OLDEST = 1900
# Stands where a date is missing. That is an error, so no edition ever sees it.
_NEVER = specs.Moment(dt.datetime.min)  # noqa: DTZ901 - naive as all moments without an offset
_UNKNOWN = When(0)


class Draft:
    """What one source is made of: its path, its fields, its text."""

    def __init__(
        self, path: str, spot: Spot, fields: Fields, text: specs.Text, html: str, notes: Notes
    ) -> None:
        """Hold the parts together; ``html`` is the text's."""
        self.path = path
        self.names = spot.names
        self.fields = fields
        self.text = text
        self.html = html
        self.notes = notes

    @property
    def media(self) -> MediaFields:
        """What reads the films and sounds of its front matter."""
        return MediaFields(self.fields, self.notes, folder_of(self.path))

    @property
    def slug(self) -> str:
        """The file's own name in an address."""
        return self.names["slug"]


def _article(d: Draft) -> s.Source:
    f, names = d.fields, d.names
    title, summary = _title(d), f.text("summary")
    return s.ArticleSource(
        path=d.path,
        column=names["column"],
        year=names["year"],
        slug=d.slug,
        id=f.identity("id", f"{names['column']}/{names['year']}/{d.slug}"),
        title=title,
        date=_dated(d),
        updated=f.moment("updated"),
        status=f.status(),
        tags=f.names("tags"),
        related=f.paths("related"),
        terms=terms_of(title, summary, d.html),
        unit=f.name("unit"),
        issue=c.count(f, "issue", d.notes),
        series=c.placed(f, "series", d.notes),
        part=c.count(f, "part", d.notes),
        author=f.people("author"),
        editor=f.people("editor"),
        source=f.source("source"),
        summary=summary,
        lead=f.picture("lead_image"),
        text=d.text,
        aliases=old_addresses(f, d.notes),
        video=d.media.read("video"),
        audio=d.media.read("audio"),
        corrections=read_corrections(f, d.notes, folder_of(d.path)),
        language=language_of(f),
        translations=translations_of(f, d.notes),
    )


def _title(d: Draft) -> str:
    """Read a title, and say where it is none that anybody could read at a glance."""
    title = d.fields.text("title", "title-missing")
    if len(title) > LONGEST_TITLE:
        d.notes.add(
            "warning", "title-long", d.fields.at("title"), length=len(title), most=LONGEST_TITLE
        )
    return title


def _dated(d: Draft) -> specs.Moment:
    """Read an article's date, and hold it to the folder of its year."""
    date = d.fields.moment("date")
    if date is None:
        return _NEVER
    at, year = d.fields.at("date"), date.when.year
    if year < _OLDEST:
        d.notes.add("warning", "date-strange", at, value=year)
    elif str(year) != d.names["year"]:
        d.notes.add("notice", "year-folder", at, year=year, folder=d.names["year"])
    return date


def _column(d: Draft) -> s.Source:
    f = d.fields
    started, ended = span_of(f, d.notes)
    return s.ColumnSource(
        d.path,
        d.slug,
        f.text("name", "name-missing"),
        f.text("name_en"),
        f.text("description"),
        f.picture("banner"),
        started,
        ended,
        f.number("order", LAST),
        f.accent("accent"),
        d.text,
        name_place=d.notes.place(f.at("name")),
        section=c.placed(f, "section", d.notes),
        parent=c.placed(f, "parent", d.notes),
        sort=c.value(f, "sort", c.sort, "sort") or "newest",
        numbered=c.value(f, "numbered", c.flag, "flag") is True,
        rhythm=c.rhythm(f, d.notes),
        kind=c.value(f, "kind", c.kind, "kind") or "news",
        editor=f.people("editor"),
        contact=f.text("contact"),
        series=c.series(f, d.notes),
        keywords=",".join(_plain(f.names("keywords"))),
        category=f.text("category"),
        aliases=old_addresses(f, d.notes),
    )


def _closing(d: Draft) -> s.Source:
    return s.ClosingSource(d.path, d.names["column"], d.fields.status(), d.text)


def _unit(d: Draft) -> s.Source:
    f = d.fields
    name = f.text("name", "name-missing")
    old = old_addresses(f, d.notes)
    return s.UnitSource(d.path, d.slug, name, f.text("short"), f.url("url"), d.text, old)


def _tag(d: Draft) -> s.Source:
    name = d.fields.text("name", "name-missing")
    return s.TagSource(d.path, d.slug, name, d.text, old_addresses(d.fields, d.notes))


def _page(d: Draft) -> s.Source:
    f = d.fields
    title = _title(d)
    order = f.number("order", LAST)
    old = old_addresses(f, d.notes)
    return s.PageSource(d.path, d.slug, title, f.text("summary"), f.status(), order, d.text, old)


def _almanac(d: Draft) -> s.Source:
    f = d.fields
    name = f.text("name", "name-missing")
    texts = (f.text("name_en"), f.text("description"))
    order, accent = f.number("order", LAST), f.accent("accent")
    place = d.notes.place(f.at("name"))
    old = old_addresses(f, d.notes)
    return s.AlmanacSource(d.path, d.slug, name, *texts, order, accent, d.text, place, old)


def _entry(d: Draft) -> s.Source:
    f = d.fields
    date = f.when("date") or _UNKNOWN
    return s.EntrySource(
        path=d.path,
        almanac=d.names["almanac"],
        slug=d.slug,
        title=_title(d),
        date=date,
        status=f.status(),
        sources=f.sources("sources"),
        importance=f.number("importance", IMPORTANCE, 1, 5),
        picture=f.picture("picture"),
        tags=_plain(f.names("tags")),
        people=_plain(f.names("people")),
        places=_plain(f.names("places")),
        lunar=_lunar(d, date),
        articles=f.paths("articles"),
        place=d.notes.place(f.at("date")),
        text=d.text,
    )


def _plain(names: tuple[specs.Name, ...]) -> tuple[str, ...]:
    return tuple(name.text for name in names)


def _lunar(d: Draft, date: When) -> str:
    """Read a date of the old calendar, and hold it to the date of the new one."""
    text = d.fields.text("lunar")
    if text and date is not _UNKNOWN:
        said = lunar.compare(text, date)
        if said is not None:
            d.notes.add("warning", "lunar-mismatch", d.fields.at("lunar"), **said)
    return text


def _gallery(d: Draft) -> s.Source:
    f = d.fields
    photos = f.pictures("photos")
    sections = photo_sections(f, d.notes, folder_of(d.path))
    cover = f.picture("cover")
    if cover is not None and not cover.notes.alt:
        listed = (*photos, *(photo for section in sections for photo in section.photos))
        alts = {photo.file.target: photo.notes.alt for photo in listed}
        alt = alts.get(cover.file.target, "")
        cover = structs.replace(cover, notes=structs.replace(cover.notes, alt=alt))
    return s.GallerySource(
        path=d.path,
        slug=d.slug,
        id=f.identity("id", f"galleries/{d.slug}"),
        title=_title(d),
        date=f.moment("date") or _NEVER,
        status=f.status(),
        summary=f.text("summary"),
        cover=cover,
        unit=f.name("unit"),
        photos=photos,
        text=d.text,
        order=photo_order(f),
        sections=sections,
        downloads=c.value(f, "downloads", c.flag, "flag") is True,
        aliases=old_addresses(f, d.notes),
    )


def _topic(d: Draft) -> s.Source:
    f = d.fields
    parts = TopicParts(f, d.notes, folder_of(d.path))
    started, ended = span_of(f, d.notes)
    return s.TopicSource(
        path=d.path,
        slug=d.slug,
        title=_title(d),
        summary=f.text("summary"),
        status=f.status(),
        lead=f.picture("lead_image"),
        listed=parts.listed(),
        tags=f.names("tags"),
        text=d.text,
        query=parts.query(),
        started=started,
        ended=ended,
        headline=next(iter(f.paths("headline")), None),
        blocks=parts.blocks(),
        figures=parts.figures(),
        timeline=parts.timeline(),
        video=d.media.read("video"),
        audio=d.media.read("audio"),
        aliases=old_addresses(f, d.notes),
    )


MAKERS: dict[type[s.Source], Callable[[Draft], s.Source]] = {
    s.ArticleSource: _article,
    s.ColumnSource: _column,
    s.ClosingSource: _closing,
    s.UnitSource: _unit,
    s.TagSource: _tag,
    s.PageSource: _page,
    s.AlmanacSource: _almanac,
    s.EntrySource: _entry,
    s.GallerySource: _gallery,
    s.TopicSource: _topic,
}


def folder_of(path: str) -> str:
    """The folder of a file, from which its links and pictures are named."""
    return posixpath.dirname(path)
