"""Photographs hung: which ones a gallery shows, in which order, under which addresses.

A photograph's address comes of its file's name alone, so that it stays when others come, go
or change places. Articles show galleries too, whole ones or one of their own folder.
"""

import datetime as dt
import difflib
import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from .findings import Severity, finding
from .gallery_cards import PhotoSection
from .picture_cards import Inset, Photo, Picture
from .resolve import Resolver
from .sources import GallerySource, PictureFile
from .specs import GalleryLine, PhotoSectionSpec, PictureSpec, Place, Reference, Text
from .urls import is_article

SHOWN = 12
"""So many photographs of a gallery at most are shown within a text; the rest a click away."""

ORIGINALS: Mapping[str, str] = {".jpg": "jpg", ".jpeg": "jpg", ".png": "png"}
"""Endings of the files whose originals can be published, and the ending each then has."""

_DIGITS = re.compile(r"([0-9]+)")


class Original(NamedTuple):
    """A file that is published itself, with these words and no others; ``url`` has no root."""

    url: str
    file: PictureFile
    caption: str
    credit: str
    copyright: str


class Hung(NamedTuple):
    """A gallery's photographs in its sections, and the first that is there, as it is named."""

    sections: tuple[PhotoSection, ...]
    first: PictureSpec | None


class Hanging:
    """Hangs the photographs of galleries.

    ``slug`` makes an ASCII name; ``zone`` is the site's; ``refused`` are files of which no
    original can be published.
    """

    def __init__(
        self,
        resolver: Resolver,
        pictures: Mapping[str, PictureFile],
        slug: Callable[[str], str],
        zone: dt.tzinfo,
        refused: frozenset[str] = frozenset(),
    ) -> None:
        self._resolver = resolver
        self._pictures = pictures
        self._slug = slug
        self._zone = zone
        self._refused = refused
        self._paths: list[str] = []
        self._insets: dict[str, Inset] = {}
        self.originals: list[Original] = []
        """The files that are published themselves."""

    def renew(self) -> None:
        """Take note that there are other pictures than before."""
        self._paths = []

    def _beside(self, path: str) -> Iterator[str]:
        """The pictures in the very folder of a file."""
        self._paths = self._paths or sorted(self._pictures)
        folder = path.rpartition("/")[0] + "/"
        for at in range(bisect_left(self._paths, folder), len(self._paths)):
            path = self._paths[at]
            if not path.startswith(folder):
                return
            if "/" not in path[len(folder) :]:
                yield path

    def gallery(self, source: GallerySource) -> Hung:
        """The photographs of a gallery, in its sections."""
        url = self._resolver.urls[source.path]
        plain, named = source.photos, source.sections
        if not plain and not named:
            if source.order == "listed":
                self._say("warning", "order-unlisted", source.path, Place())
            plain = tuple(PictureSpec(Reference(path, path)) for path in self._beside(source.path))
        specs = (PhotoSectionSpec("", "", plain), *named)
        names = self._names(photo.file.target for spec in specs for photo in spec.photos)
        seen: set[str] = set()
        sections: list[PhotoSection] = []
        count, first = 0, None
        for spec in specs:
            photos: list[Photo] = []
            for named_so, picture in self._shown(source, spec.photos, seen):
                count += 1
                if first is None and self._resolver.stands(named_so):
                    first = named_so
                reference = named_so.file
                name = names[reference.target]
                photo = Photo(name, count, picture, f"{url}photos/{name}/", f"photo-{count}")
                photos.append(self._offered(source, reference, photo))
            if photos:
                sections.append(PhotoSection(tuple(photos), spec.title, spec.summary))
        if not sections:
            self._say("warning", "gallery-empty", source.path, Place())
        every = [photo for section in sections for photo in section.photos]
        self._insets[source.path] = self._inset(source, every)
        return Hung(tuple(sections), first)

    def _shown(
        self, source: GallerySource, specs: Sequence[PictureSpec], seen: set[str]
    ) -> Iterator[tuple[PictureSpec, Picture]]:
        """The photographs of one section that can be shown, each once, in their order."""
        once = []
        for spec in specs:
            target = spec.file.target
            if target in seen:
                place = spec.file.place
                self._say("warning", "photo-twice", source.path, place, target=spec.file.written)
            elif target:
                once.append(spec)
                seen.add(target)
        if source.order in ("name", "time") or not (source.photos or source.sections):
            once.sort(key=lambda spec: _by_name(spec.file.target))
        if source.order == "time":
            once.sort(key=lambda spec: self._taken(spec.file.target))
        for spec in once:
            picture = self._resolver.picture(source.path, spec, "gallery")
            if picture is not None:
                yield spec, picture

    def _taken(self, path: str) -> tuple[bool, float]:
        """When a photograph was taken; those that do not say so come last."""
        file = self._pictures.get(path)
        if file is None or not file.taken:
            return True, 0.0
        taken = dt.datetime.fromisoformat(file.taken)
        # A camera that knows of no zones shows the time of where it is.
        return False, (taken if taken.tzinfo else taken.replace(tzinfo=self._zone)).timestamp()

    def _names(self, paths: Iterable[str]) -> dict[str, str]:
        """Each photograph's own part of an address; of two with one name one gets a mark."""
        names: dict[str, str] = {}
        used: set[str] = set()
        # By path, so that the order in which they are shown does not count.
        for path in sorted(set(paths)):
            name = self._slug(path.rpartition("/")[2].rpartition(".")[0]) or "photo"
            if name in used:
                name = f"{name}-{hashlib.sha256(path.encode()).hexdigest()[:6]}"
            used.add(name)
            names[path] = name
        return names

    def _offered(self, source: GallerySource, file: Reference, photo: Photo) -> Photo:
        """A photograph with the path of its original, if that is offered and can be."""
        if not source.downloads or photo.picture.missing:
            return photo
        path = file.target
        ending = ORIGINALS.get("." + path.rpartition(".")[2].lower())
        if ending is None or path in self._refused:
            self._say("warning", "original-format", source.path, file.place, target=file.written)
            return photo
        own, picture = self._pictures[path], photo.picture
        url = f"/galleries/{source.slug}/originals/{photo.name}.{ending}"
        words = (picture.caption, picture.credit, picture.copyright)
        self.originals.append(Original(url, own, *words))
        return replace(photo, original=self._resolver.href(url), size=(own.width, own.height))

    def _inset(self, source: GallerySource, photos: Sequence[Photo]) -> Inset:
        shown = [
            replace(photo, anchor=f"page--{source.slug}-{photo.number}") for photo in photos[:SHOWN]
        ]
        return Inset(tuple(shown), len(photos), source.title, self._resolver.urls[source.path])

    # ------------------------------------------------------------------ within texts

    def insets(self, path: str, text: Text, lead: str) -> tuple[Inset | None, ...]:
        """The galleries that the text of the file ``path`` asks for, each once.

        ``lead`` is the picture above the text, or nothing.
        """
        seen: set[str] = set()
        return tuple([self._found(path, text, lead, line, seen) for line in text.galleries])

    def _found(
        self, path: str, text: Text, lead: str, line: GalleryLine, seen: set[str]
    ) -> Inset | None:
        if not is_article(path) and not path.startswith("pages/"):
            self._say("warning", "gallery-misplaced", path, line.place)
        elif line.name in seen:
            self._say("warning", "gallery-twice", path, line.place, name=line.name)
        elif not line.name:
            seen.add("")
            shown = {lead, *(each.target for each in (*text.pictures, *text.links))}
            return self._own(path, shown, line)
        else:
            seen.add(line.name)
            return self._other(path, line)
        return None

    def _other(self, path: str, line: GalleryLine) -> Inset | None:
        target = f"galleries/{line.name}/index.md"
        inset = self._insets.get(target)
        if inset is not None:
            # Of an empty one its own file tells.
            return inset if inset.photos else None
        if target in self._resolver.hidden:
            self._say("notice", "gallery-unpublished", path, line.place, name=line.name)
            return None
        known = [each.split("/")[1] for each in self._insets]
        near = difflib.get_close_matches(line.name, known, n=1)
        more = {"suggestion": near[0]} if near else {"reason": "plain"}
        self._say("warning", "gallery-missing", path, line.place, name=line.name, **more)
        return None

    def _own(self, path: str, shown: set[str], line: GalleryLine) -> Inset | None:
        """A gallery of the pictures beside a text that are not shown otherwise."""
        if not path.endswith("/index.md"):
            self._say("warning", "gallery-folder", path, line.place)
            return None
        photos: list[Photo] = []
        files = sorted((file for file in self._beside(path) if file not in shown), key=_by_name)
        names = self._names(files)
        for file in files:
            spec = PictureSpec(Reference(file, file, "", line.place))
            picture = self._resolver.picture(path, spec, "gallery")
            if picture is not None:
                number = len(photos) + 1
                url, anchor = picture.fallback.url, f"page--photo-{number}"
                photos.append(Photo(names[file], number, picture, url, anchor))
        if not photos:
            self._say("warning", "gallery-folder-empty", path, line.place)
            return None
        return Inset(tuple(photos), len(photos))

    def _say(self, severity: Severity, rule: str, path: str, place: Place, **values: str) -> None:
        found = finding(severity, rule, path, place.line, place.column, **values)
        self._resolver.findings.append(found)


def _by_name(path: str) -> tuple[list[tuple[int, str]], str]:
    """What photographs are ordered by: their files' names, 2.jpg before 10.jpg."""
    parts = _DIGITS.split(path.rpartition("/")[2].lower())
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts], path
