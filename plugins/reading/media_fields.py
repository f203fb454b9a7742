"""Films and sounds as editors name them: in front matter, and on a line of a text."""

import html as entities
import re
from typing import Literal

from plugins.edition.lengths import length_in_seconds
from plugins.edition.media_files import LANGUAGE_TAG
from plugins.edition.specs import CaptionsSpec, MediaSpec, PictureSpec, Reference

from .decode import strip_controls
from .fields import Fields, is_web
from .figures import cells_of
from .keys import CAPTIONS_KEYS, MEDIA_KEYS
from .nodes import Mapping, Node, Scalar
from .notes import Notes
from .refs import resolve
from .words import cut, tidy

Kind = Literal["video", "audio"]
At = tuple[int, int]

EMBED = re.compile(
    r"[ ]{0,3}\[\s*(?P<kind>video|audio|视频|影片|音频|录音)\s*[:：](?P<what>[^\[\]]+)\]\s*",
    re.IGNORECASE,
)
"""A line of its own in a text: ``[video: film.mp4]``, with a title and a poster behind bars."""

MARK = "media-embed"
"""The class of the element that stands for such a line until the text is clean."""

MARKED = re.compile(rf'<figure class="{MARK}">([^<]*)</figure>')
LEFT_OVER = re.compile(
    r"\[\s*(?:video|audio|视频|影片|音频|录音)\s*[:：][^\[\]<]*\]", re.IGNORECASE
)
_CODE = re.compile(r"<(code|pre)>.*?</\1>", re.DOTALL)
_KINDS: dict[str, Kind] = {
    "video": "video",
    "视频": "video",
    "影片": "video",
    "audio": "audio",
    "音频": "audio",
    "录音": "audio",
}
_WEB = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_FILE = re.compile(r"[^\n]{1,200}\.txt", re.IGNORECASE)


def reference(written: str, folder: str, at: At, notes: Notes) -> Reference | None:
    """The file that a text names; None where it leads out of ``content/``, with a finding."""
    target = resolve(written, folder)
    path = target.path.rstrip("/")
    if not path:
        shown = {"target": cut(written, 200), "reason": "outside"}
        notes.add("warning", "media-missing", at, **shown)
        return None
    return Reference(written, path, "", notes.place(at))


def embedded(marked: str, folder: str, at: At, notes: Notes) -> MediaSpec | None:
    """A film or sound that stands on a line of a text, as the clean HTML has it."""
    found = EMBED.fullmatch(entities.unescape(marked))
    if found is None:
        return None
    kind = _KINDS[found["kind"].lower()]
    source, title, poster = (*cells_of(found["what"], 3), "", "")[:3]
    picture = None
    if poster:
        target = resolve(poster, folder).path
        if target in {"", "/"}:
            notes.add("warning", "picture-outside", at, written=cut(poster, 200))
        else:
            shown = Reference(poster, target, "", notes.place(at))
            picture = PictureSpec(shown, again=True)
    place = notes.place(at)
    if _WEB.match(source):
        if is_web(source):
            return MediaSpec(kind, url=source, place=place, title=title, poster=picture)
        bad = {"key": kind, "value": cut(source, 60), "reason": "url"}
        notes.add("warning", "value-invalid", at, **bad)
        return None
    file = reference(source, folder, at, notes) if source else None
    if file is None:
        return None
    return MediaSpec(kind, (file,), place=place, title=title, poster=picture)


def left_over(html: str) -> str:
    """The words of a line that was to be a film and stands among others; or nothing."""
    if not LEFT_OVER.search(html):
        return ""
    found = LEFT_OVER.search(_CODE.sub("", html))
    return entities.unescape(found[0]) if found else ""


class MediaFields:
    """Reads ``video`` and ``audio`` of one front matter."""

    def __init__(self, fields: Fields, notes: Notes, folder: str) -> None:
        """Read from ``fields``; ``folder`` is where the file's own films are."""
        self._fields = fields
        self._notes = notes
        self._folder = folder

    def read(self, kind: Kind) -> MediaSpec | None:
        """A film or sound: a file, an address, sizes of one film in a list, or a table."""
        node = self._fields.node(kind)
        if node is None:
            return None
        if isinstance(node, Mapping):
            return self._table(kind, node)
        nodes = self._fields.nodes(kind)
        if not all(isinstance(each, Scalar) for each in nodes):
            self._fields.refuse(kind, node, "media")
            return None
        files, url = self._sources(kind, nodes)
        if not files and not url:
            return None
        return MediaSpec(kind, files, url, self._notes.place(node.at))

    def _table(self, kind: Kind, node: Mapping) -> MediaSpec | None:
        inner = Fields(node, MEDIA_KEYS, self._notes, self._folder)
        files, url = self._sources(kind, inner.nodes("src"))
        url = inner.url("url") or url
        if not files and not url:
            if not inner.nodes("src") and not inner.nodes("url"):
                self._fields.refuse(kind, node, "media")
            return None
        transcript, file = self._transcript(inner)
        duration = inner.text("duration")
        if duration and not length_in_seconds(duration):
            shown = {"key": "duration", "value": cut(duration, 60), "reason": "duration"}
            self._notes.add("warning", "value-invalid", inner.at("duration"), **shown)
        return MediaSpec(
            kind=kind,
            # Of both, the page elsewhere is what the editor wants to be seen.
            files=() if url else files,
            url=url,
            place=self._notes.place(inner.at("url") if url else node.at),
            title=inner.text("title"),
            poster=inner.picture("poster"),
            captions=self._captions(inner),
            transcript=transcript,
            transcript_file=file,
            duration=duration,
            caption=inner.text("caption"),
            credit=inner.text("credit"),
        )

    def _sources(self, kind: Kind, nodes: tuple[Node, ...]) -> tuple[tuple[Reference, ...], str]:
        files: dict[str, Reference] = {}
        url = ""
        for node in nodes:
            text = tidy(node.text) if isinstance(node, Scalar) else ""
            if is_web(text):
                url = url or text
            elif not text or _WEB.match(text):
                shown = {"key": kind, "value": cut(text, 60) or "…", "reason": "media"}
                self._notes.add("warning", "value-invalid", node.at, **shown)
            else:
                file = reference(text, self._folder, node.at, self._notes)
                if file is not None:
                    files.setdefault(file.target, file)
        return tuple(files.values()), url

    def _captions(self, inner: Fields) -> tuple[CaptionsSpec, ...]:
        found = (self._one_captions(node) for node in inner.nodes("captions"))
        return tuple(each for each in found if each is not None)

    def _one_captions(self, node: Node) -> CaptionsSpec | None:
        language = ""
        at, written = node.at, tidy(node.text) if isinstance(node, Scalar) else ""
        if isinstance(node, Mapping):
            table = Fields(node, CAPTIONS_KEYS, self._notes, self._folder)
            at, written, language = table.at("src"), table.text("src"), table.text("language")
            if language and not LANGUAGE_TAG.fullmatch(language):
                shown = {"key": "language", "value": cut(language, 60), "reason": "captions"}
                self._notes.add("warning", "value-invalid", table.at("language"), **shown)
                language = ""
        if not written:
            shown = {"key": "captions", "value": "…", "reason": "captions"}
            self._notes.add("warning", "value-invalid", at, **shown)
            return None
        file = reference(written, self._folder, at, self._notes)
        return CaptionsSpec(file, language) if file is not None else None

    def _transcript(self, inner: Fields) -> tuple[str, Reference | None]:
        node = inner.node("transcript")
        if node is None:
            return "", None
        if not isinstance(node, Scalar):
            inner.refuse("transcript", node, "text")
            return "", None
        text = strip_controls(node.text).strip()
        if _FILE.fullmatch(text):
            return "", reference(text, self._folder, node.at, self._notes)
        return text, None
