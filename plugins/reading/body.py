"""A Markdown body set in clean HTML, its links and pictures taken out by number."""

import hashlib
import html as entities
import re

from msgspec import structs

from plugins.edition.specs import GalleryLine, MediaSpec, Reference, Text

from . import blocks, clean, gallery_lines, markdown_set, media_fields
from .guard import TooSlow, level_ground, time_limit
from .notes import Notes
from .refs import OUTER, REMOTE, resolve
from .words import cut, tidy

# nh3 writes attributes in double quotes and escapes < and > in them, so these are exact.
_TAG = re.compile(r"<(a|img)((?: [a-z]+=\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r" ([a-z]+)=\"([^\"]*)\"")
_ID = re.compile(r"(<[a-z0-9]+(?: (?!id=)[a-z]+=\"[^\"]*\")*) id=\"([^\"]*)\"")
_OWN_LINK = re.compile(r"(<a(?: [a-z]+=\"[^\"]*\")*? href=\"#)([^\"]+)\"")
_SCHEME = re.compile(
    r"(?:\]\(\s*<?|(?:href|src)\s*=\s*[\"']?|^\s{0,3}\[[^\]\n]+\]:\s*<?)\s*"
    r"(?P<address>(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):[^\s)\"'>]*)",
    re.MULTILINE | re.IGNORECASE,
)
_DROPPED = re.compile(r"<(?:a|img)(?=[ >])(?![^>]* (?:href|src|id)=)")
_FIGURE = re.compile(
    r'<figure><img src="lanmu:picture/(?P<number>\d+)"[^>]*>'
    r"<figcaption>(?P<words>.*?)</figcaption>",
    re.DOTALL,
)
_ANY_TAG = re.compile(r"<[^<>]*>")
_GALLERY = re.compile(rf'<div class="{gallery_lines.MARK}">([0-9]*)</div>')
_EDGE = re.compile(r"[\w/.%-]")


class Body:
    """One text on its way from Markdown to HTML."""

    def __init__(self, source: str, line: int, folder: str, notes: Notes, prefix: str = "") -> None:
        """Take the Markdown that starts at ``line`` of its file.

        Links are named from ``folder`` of ``content/``; ``prefix`` goes before every id, for
        texts that share a page with others.
        """
        self._source = source
        self._line = line
        self._folder = folder
        self._notes = notes
        self._prefix = prefix
        self._searched: dict[str, int] = {}
        self._links: list[Reference] = []
        self._pictures: list[Reference] = []
        self._galleries: list[GalleryLine] = []
        self._media: list[MediaSpec] = []
        self._ids: dict[str, None] = {}
        self._starts: list[int] = []

    def read(self, seconds: float) -> tuple[Text, str]:
        """Give the text's value and its HTML; both empty where it cannot be set.

        ``seconds`` is the processor time it may take. Never raises.
        """
        if not self._source.strip():
            return Text(), ""
        try:
            with level_ground(), time_limit(seconds):
                raw, excerpt = markdown_set.convert(self._source)
                self._tell_blocks()
                if not clean.is_plain(raw):
                    clean.check(raw)
                    raw = clean.clean(raw)
                html = self._rewrite(raw)
        except TooSlow:
            return self._failed("text-too-hard", reason="slow")
        except (RecursionError, clean.TooDeep, MemoryError):
            return self._failed("text-too-hard", reason="deep")
        except Exception as fault:  # noqa: BLE001 - a text must not stop the newsroom
            return self._failed("text-broken", detail=type(fault).__name__)
        key = hashlib.sha256(html.encode()).hexdigest() if html else ""
        links, pictures = tuple(self._links), tuple(self._pictures)
        ids, galleries, media = tuple(self._ids), tuple(self._galleries), tuple(self._media)
        return Text(key, links, pictures, excerpt, ids, galleries, media), html

    def _tell_blocks(self) -> None:
        """Say which lines of blocks of figures and events cannot be read."""
        faults = markdown_set.faults()
        lines = self._source.split("\n") if faults else []
        for fault in faults:
            column = max(0, lines[fault.line].find(fault.written)) + 1
            at = (self._line + fault.line, column)
            grave = blocks.SEVERITY.get(fault.rule, "warning")
            self._notes.add(grave, fault.rule, at, written=cut(fault.written, 60))

    def _failed(self, rule: str, **values: str) -> tuple[Text, str]:
        markdown_set.forget()
        self._notes.add("error", rule, (self._line, 1), **values)
        return Text(), ""

    def _rewrite(self, html: str) -> str:
        """Number links and pictures, make ids unique, tell what was dropped."""
        if _DROPPED.search(html):
            self._tell_dropped()
        if " id=" in html:
            html = _ID.sub(self._own_id, html)
        if "<a" in html or "<img" in html:
            html = _TAG.sub(self._tag, html)
        if "<figcaption>" in html:
            self._take_captions(html)
        if gallery_lines.MARK in html:
            html = self._number_galleries(html)
        if media_fields.MARK in html:
            html = media_fields.MARKED.sub(self._embed, html)
        left = media_fields.left_over(html)
        if left:
            self._notes.add("warning", "media-not-alone", self._find(left), written=cut(left, 60))
        if self._prefix:
            html = _OWN_LINK.sub(rf'\g<1>{self._prefix}\g<2>"', html)
        return html

    def _number_galleries(self, html: str) -> str:
        """Put a mark, which no editor can write, where each gallery stands."""
        lines = markdown_set.galleries()

        def mark(match: re.Match[str]) -> str:
            number = len(self._galleries)
            # An element of this class that an editor wrote by hand is not the next one.
            if match[1] != str(number) or number >= len(lines):
                return ""
            place = self._notes.place(self._find_line(lines[number].written))
            self._galleries.append(GalleryLine(lines[number].name, place))
            return f'<div class="lanmu:gallery/{number}"></div>'

        return _GALLERY.sub(mark, html)

    def _find_line(self, written: str) -> tuple[int, int]:
        """Find a whole line; each search goes on from the last of its like."""
        pattern = re.compile(rf"^{re.escape(written)}[ \t]*$", re.MULTILINE)
        found = pattern.search(self._source, self._searched.get(written, 0))
        if found is None:
            return (self._line, 1)
        self._searched[written] = found.end()
        return self._at(found.start())

    def _own_id(self, match: re.Match[str]) -> str:
        name = entities.unescape(match[2])
        full = self._prefix + name
        if not name or re.search(r"\s", name):
            return match[1]
        # No heading's own id has two hyphens: these are for the page around the text.
        if name.startswith("page--"):
            at = self._find(name)
            self._notes.add("warning", "fragment-reserved", at, fragment=cut(name, 100))
            return match[1]
        if full in self._ids:
            self._notes.add("warning", "fragment-double", self._find(name), fragment=cut(name, 100))
            return match[1]
        self._ids[full] = None
        return f'{match[1]} id="{self._prefix}{match[2]}"'

    def _tag(self, match: re.Match[str]) -> str:
        attributes = {k: entities.unescape(v) for k, v in _ATTRIBUTE.findall(match[2])}
        if match[1] == "a":
            return self._link(match, attributes)
        return self._picture(attributes)

    def _link(self, match: re.Match[str], attributes: dict[str, str]) -> str:
        written = attributes.get("href")
        if written is None and "id" not in attributes:
            # Its address was refused: as a link to nothing it comes to be plain words.
            self._links.append(Reference("", ""))
            return f'<a href="lanmu:link/{len(self._links) - 1}">'
        if written is None or OUTER.match(written):
            return match[0]
        # What leads to our own pages needs no rel: that is for other people's.
        tag = re.sub(r' (?:href|rel)="[^"]*"', "", match[2])
        if written.startswith("#"):
            self._check_own(written)
            return f'<a href="{entities.escape(written)}"{tag}>'
        at = self._find(written)
        target = resolve(written, self._folder)
        if not target.path:
            self._notes.add("warning", "link-outside", at, written=cut(written, 200))
        place = self._notes.place(at)
        number = len(self._links)
        self._links.append(Reference(written, target.path, target.fragment, place))
        return f'<a href="lanmu:link/{number}"{tag}>'

    def _check_own(self, written: str) -> None:
        fragment = resolve(written, self._folder).fragment
        if not fragment or fragment == "top" or self._prefix + fragment in self._ids:
            return
        shown = cut(fragment, 100)
        if fragment.startswith("fnref:"):
            name = shown.removeprefix("fnref:")
            self._notes.add("warning", "footnote-unused", self._find(f"[^{name}]"), name=name)
        else:
            at = self._find(written)
            self._notes.add("warning", "fragment-missing", at, fragment=shown, reason="own")

    def _picture(self, attributes: dict[str, str]) -> str:
        written = attributes.get("src", "").strip()
        alt = attributes.get("alt", "").strip()
        if not written:
            return entities.escape(alt, quote=False)
        at = self._find(attributes["src"])
        if REMOTE.match(written) and not written.startswith("//"):
            self._notes.add("warning", "picture-remote", at, written=cut(written, 200))
            return self._numbered(Reference(written, "", "", self._notes.place(at), alt))
        target = resolve(written, self._folder)
        path = target.path.rstrip("/")
        if not path:
            self._notes.add("warning", "picture-outside", at, written=cut(written, 200))
        return self._numbered(Reference(written, path, "", self._notes.place(at), alt))

    def _embed(self, match: re.Match[str]) -> str:
        at = self._find(entities.unescape(match[1]))
        spec = media_fields.embedded(match[1], self._folder, at, self._notes)
        if spec is None:
            return ""
        self._media.append(spec)
        return f'<hr class="lanmu:media/{len(self._media) - 1}">'

    def _numbered(self, picture: Reference) -> str:
        self._pictures.append(picture)
        number = len(self._pictures) - 1
        # What was escaped when it was cleaned is escaped again.
        alt = entities.escape(picture.alt).replace("lanmu:", "lanmu&#58;")
        return f'<img src="lanmu:picture/{number}" alt="{alt}">'

    def _take_captions(self, html: str) -> None:
        """Note the caption and the credit of each picture that has a figure."""
        for figure in _FIGURE.finditer(html):
            number = int(figure["number"])
            caption, _, credit = figure["words"].partition('<span class="credit">')
            self._pictures[number] = structs.replace(
                self._pictures[number], caption=_plain(caption), credit=_plain(credit)
            )

    def _tell_dropped(self) -> None:
        """Say which addresses the sanitiser took away for their scheme."""
        for match in _SCHEME.finditer(self._source):
            scheme = match["scheme"].lower()
            if scheme in clean.SCHEMES:
                continue
            at = self._at(match.start("address"))
            # "file:" and a drive letter lead out of content/; others are no kind of link.
            rule = "link-outside" if scheme == "file" or len(scheme) == 1 else "link-scheme"
            self._notes.add("warning", rule, at, written=cut(match["address"], 200))

    def _find(self, written: str) -> tuple[int, int]:
        """Find where an address is written; each search goes on from the last of its like."""
        start = self._searched.get(written, 0)
        for begin in (start, 0):
            found = self._source.find(written, begin)
            while found >= 0 and written:
                end = found + len(written)
                edges = self._source[found - 1 : found] + self._source[end : end + 1]
                if not _EDGE.search(edges):
                    self._searched[written] = end
                    return self._at(found)
                found = self._source.find(written, found + 1)
        return (self._line, 1)

    def _at(self, offset: int) -> tuple[int, int]:
        if not self._starts:
            self._starts = [0, *(match.end() for match in re.finditer("\n", self._source))]
        low, high = 0, len(self._starts)
        while low + 1 < high:
            middle = (low + high) // 2
            low, high = (middle, high) if self._starts[middle] <= offset else (low, middle)
        return self._line + low, offset - self._starts[low] + 1


def _plain(html: str) -> str:
    return tidy(entities.unescape(_ANY_TAG.sub("", html)))
