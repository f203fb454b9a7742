"""What the editors' links and pictures lead to in this edition."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from .cards import Body
from .findings import Finding, finding
from .media import Screening
from .media_cards import Media
from .media_files import MediaStock
from .picture_cards import Inset, Picture, Rendition
from .picture_notes import NOTHING, Words
from .prints import CropName, Print, Purpose
from .sources import (
    AlmanacSource,
    ArticleSource,
    ClosingSource,
    ColumnSource,
    EntrySource,
    GallerySource,
    PageSource,
    PictureFile,
    TagSource,
    TopicSource,
    UnitSource,
)
from .specs import MediaSpec, PictureNotes, PictureSpec, Reference, Text
from .urls import is_article, url_of

LinkedSource = (
    AlmanacSource
    | ArticleSource
    | ClosingSource
    | ColumnSource
    | EntrySource
    | GallerySource
    | PageSource
    | TagSource
    | TopicSource
    | UnitSource
)
"""Sources that have a page, or a place on one, and so can be linked to."""

Standing = Literal["published", "hidden"]

Develop = Callable[[PictureFile, PictureNotes, Purpose], Picture]
"""Makes a picture of a file, all that is said of it, and where it stands."""

SITE_PATHS = (
    "/",
    "/columns/",
    "/archive/",
    "/on-this-day/",
    "/galleries/",
    "/topics/",
    "/tags/",
    "/units/",
    "/subscribe/",
)
"""Pages that have no source file and may be linked to by their path."""

SEARCH = "/search/"
"""The page for searching, which is there where it is not turned off."""


class Resolver:
    """Turns references into URLs and pictures, and keeps what it found wrong.

    ``urls`` maps each published source file to its URL, ``hidden`` are source files that
    exist but are not published, ``fragments`` the ids in each file's text. ``paths`` are
    the pages without a source file. ``insets`` finds the galleries that the text of a file
    asks for. With ``drafts`` the place of a picture that is missing says so; readers see none.
    """

    def __init__(
        self,
        root: str,
        pictures: Mapping[str, PictureFile],
        words: Words,
        develop: Develop,
        stock: MediaStock = MediaStock(),  # noqa: B008 - it cannot be changed
        *,
        drafts: bool = False,
    ) -> None:
        self._root = root
        self._pictures = pictures
        self._words = words
        self._develop = develop
        self._drafts = drafts
        self.urls: dict[str, str] = {}
        self.paths = set(SITE_PATHS)
        self.hidden: set[str] = set()
        self.fragments: dict[str, frozenset[str]] = {}
        self.findings: list[Finding] = []
        self.used: dict[Print, None] = {}
        self.screening = Screening(root, stock, pictures, self.picture, self._poster)
        self.insets: Callable[[str, Text, str], tuple[Inset | None, ...]] = lambda *_: ()

    def publish(self, source: LinkedSource) -> None:
        """Let links to a source lead to its page."""
        self.urls[source.path] = self.href(url_of(source))
        self.fragments[source.path] = frozenset(source.text.ids)

    def href(self, path: str) -> str:
        """A path of the site ready for an ``href``."""
        return self._root + path

    def body(self, path: str, text: Text, lead: PictureSpec | None = None) -> Body:
        """A text with its links and pictures resolved; ``lead`` is the picture above it."""
        return Body(
            text.key,
            tuple([self.link(path, reference) for reference in text.links]),
            tuple([self._shown(path, r, _said(r), judged=True) for r in text.pictures]),
            tuple([n for n, r in enumerate(text.pictures) if self._is_withheld(r)]),
            self.insets(path, text, lead.file.target if lead else "") if text.galleries else (),
            tuple([self.media(path, spec) for spec in text.media]),
        )

    def media(self, path: str, spec: MediaSpec | None) -> Media | None:
        """A film or sound that the file ``path`` names, or None, with a finding."""
        return self.screening.media(path, spec, self._say)

    def _poster(self, file: PictureFile) -> Picture | None:
        """A picture that no text names: it lies beside a film, or was taken out of it."""
        if self._words.withhold(file):
            return None
        notes = self._words.of(file, NOTHING)
        self.used[Print.of(file, notes)] = None
        return self._develop(file, notes, "text")

    def _is_withheld(self, reference: Reference) -> bool:
        file = self._pictures.get(reference.target)
        return file is not None and self._words.withhold(file)

    def link(self, path: str, reference: Reference) -> str:
        """Where a link of the file ``path`` leads, or nothing, with a finding."""
        written, target = reference.written.partition("#")[0], reference.target
        if written in self.paths:
            return self.href(written) + _fragment(reference)
        if not target:
            return ""
        if target in self.urls:
            if reference.fragment and reference.fragment not in self.fragments[target]:
                self._say(
                    "warning", "fragment-missing", path, reference, fragment=reference.fragment
                )
            return self.urls[target] + _fragment(reference)
        if target in self._pictures:
            picture = self._shown(path, reference, NOTHING)
            return picture.fallback.url if picture is not None else ""
        if self.screening.has(target):
            return self.screening.address(target)
        rule = "link-unpublished" if target in self.hidden else "link-missing"
        self._say("notice" if target in self.hidden else "warning", rule, path, reference)
        return ""

    def articles(
        self,
        path: str,
        references: Iterable[Reference],
        what: Literal["related", "translation"] = "related",
    ) -> tuple[str, ...]:
        """The other articles, by path, that the file ``path`` names; each once."""
        found: dict[str, None] = {}
        for reference in references:
            target = reference.target
            if target in self.hidden:
                self._say("notice", f"{what}-unpublished", path, reference)
            elif target not in self.urls:
                self._say("warning", f"{what}-missing", path, reference)
            elif target == path or not is_article(target):
                self._say("warning", f"{what}-unfit", path, reference)
            else:
                found[target] = None
        return tuple(found)

    def picture(
        self, path: str, spec: PictureSpec | None, purpose: Purpose = "text"
    ) -> Picture | None:
        """A picture that front matter names, or None, with a finding."""
        if spec is None:
            return None
        return self._shown(path, spec.file, spec.notes, purpose, judged=not spec.again)

    def stands(self, spec: PictureSpec) -> bool:
        """Tell whether there is such a picture, and it may be shown."""
        file = self._pictures.get(spec.file.target)
        if file is None or not file.width or self._words.withhold(file):
            return False
        missing = self._words.missing(self._words.of(file, spec.notes))
        return all(gravity != "error" for _, gravity in missing)

    def cut(self, spec: PictureSpec | None, crop: CropName) -> Picture | None:
        """A part of a picture that front matter names, or None: why is told by ``picture``."""
        if spec is None or not self.stands(spec):
            return None
        file = self._pictures[spec.file.target]
        notes = self._words.of(file, spec.notes)
        self.used[Print.of(file, notes, crop)] = None
        return self._develop(file, notes, crop)

    def share(self, path: str, spec: PictureSpec | None) -> Picture | None:
        """The picture beside links to pages that have none, as the file ``path`` names it."""
        made = self.cut(spec, "share")
        if made is None:
            # This says why.
            self.picture(path, spec)
        return made

    def _shown(
        self,
        path: str,
        reference: Reference,
        said: PictureNotes,
        purpose: Purpose = "text",
        *,
        judged: bool = False,
    ) -> Picture | None:
        if not reference.target:
            return None
        file = self._pictures.get(reference.target)
        if file is None:
            self._say("warning", "picture-missing", path, reference)
            return self._gap(reference, said)
        if not file.width:
            return self._gap(reference, said)
        if self._words.withhold(file):
            self._say("notice", "picture-withheld", path, reference)
            return None
        notes = self._words.of(file, said)
        if judged and not self._passes(path, reference, file, notes):
            return None
        self.used[Print.of(file, notes, purpose)] = None
        return self._develop(file, notes, purpose)

    def _passes(
        self, path: str, reference: Reference, file: PictureFile, notes: PictureNotes
    ) -> bool:
        """Tell whether a picture may be shown with what is said of it, and what is missing."""
        passes, place = True, reference.place
        for rule, gravity in self._words.missing(notes):
            # What an alt text says is a matter of where the picture stands, if it was named there.
            if rule == "alt-missing" and place.line:
                at = (path, place.line, place.column)
            else:
                at = (file.path, 0, 0)
            self.findings.append(finding(gravity, rule, *at, target=file.path))
            passes = passes and gravity != "error"
        return passes

    def _gap(self, reference: Reference, said: PictureNotes) -> Picture | None:
        """What stands where a picture is missing: nothing, but for editors."""
        if not self._drafts:
            return None
        name = reference.target.rpartition("/")[2]
        return Picture((), Rendition("", 3, 2), 3, 2, missing=name, alt=said.alt)

    def _say(
        self,
        severity: Literal["warning", "notice"],
        rule: str,
        path: str,
        reference: Reference,
        **more: str,
    ) -> None:
        place, target = reference.place, reference.target or reference.written
        self.findings.append(
            finding(severity, rule, path, place.line, place.column, target=target, **more)
        )


def _said(reference: Reference) -> PictureNotes:
    """What a text says of a picture that it shows."""
    return PictureNotes(reference.alt, reference.caption, reference.credit)


def _fragment(reference: Reference) -> str:
    return f"#{reference.fragment}" if reference.fragment else ""
