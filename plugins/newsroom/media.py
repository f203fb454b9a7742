"""Films and sounds: found in the content, kept by the store, and handed to the press."""

import posixpath
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from plugins.edition.findings import Finding
from plugins.edition.media_files import MediaFile, TextFile, output_name
from plugins.press.build import File
from plugins.press.sink import checksum
from plugins.press.store import Store, decoded
from plugins.reading.media import TYPES, measure_media, too_large
from plugins.reading.tree import FileEntry
from plugins.reading.webvtt import SUFFIXES, read_text

from .states import States

SPACE = "media"
"""Where the store keeps what is known of media, and of their texts."""

_TEXT_MOST = 4 * 1024 * 1024


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A file of media or a text of one, and what was found in it."""

    media: MediaFile | None
    text: TextFile | None
    findings: tuple[Finding, ...]


class Reels(NamedTuple):
    """All films, sounds and texts that lie in the content, by path, and what was found."""

    files: dict[str, MediaFile]
    texts: dict[str, TextFile]
    findings: tuple[Finding, ...]


NOTHING = Reels({}, {}, ())


def is_media(path: str) -> bool:
    """Tell whether a file may be a film, a sound or a text of one by its name."""
    return _suffix(path) in TYPES or _suffix(path) in SUFFIXES


def touches_media(path: str, entries: Container[str]) -> bool:
    """Tell whether a changed file is one of media, or bears the name of one of ``entries``."""
    stem = posixpath.splitext(path)[0]
    return is_media(path) or any(
        stem + suffix in entries or stem + suffix.upper() in entries for suffix in TYPES
    )


def load_media(
    content: Path, entries: Sequence[FileEntry], states: States, store: Store, rule: tuple[str, int]
) -> Reels:
    """Read what is new; ``rule`` is the version of the reader and the most bytes of a film.

    A file is gone through where its hash is not known by its state, and never held whole.
    """
    version, largest = rule
    rows = dict(store.items(SPACE))
    new, wanted = [], set()
    files: dict[str, MediaFile] = {}
    texts: dict[str, TextFile] = {}
    findings: list[Finding] = []
    for entry in entries:
        path, is_text = entry.path, _suffix(entry.path) in SUFFIXES
        if entry.size > largest and not is_text:
            files[path], found = too_large(path, entry.size, largest)
            findings += found
            continue
        sha256 = states.hash_of(entry)
        key = f"{version}:{path}:{sha256}"
        wanted.add(key)
        kept = decoded(rows.get(key), Kept)
        if kept is None:
            kept = _read(content / path, path, sha256, is_text=is_text)
            new.append((key, msgspec.msgpack.encode(kept)))
        if kept.media is not None:
            files[path] = kept.media
        if kept.text is not None:
            texts[path] = kept.text
        findings += kept.findings
    store.put(SPACE, new)
    store.drop(SPACE, rows.keys() - wanted)
    return Reels(files, texts, tuple(findings))


def _read(source: Path, path: str, sha256: str, *, is_text: bool) -> Kept:
    if not is_text:
        media, findings = measure_media(path, source, sha256)
        return Kept(media, None, findings)
    try:
        with source.open("rb") as file:
            data = file.read(_TEXT_MOST)
    except OSError:
        data = b""
    text, findings = read_text(path, data)
    return Kept(None, text, findings)


def _suffix(path: str) -> str:
    return posixpath.splitext(path)[1].lower()


class Projection:
    """The media that an edition shows, where each lies, and under which name it is published."""

    def __init__(self, content: Path, folder: Path) -> None:
        self._content = content
        self._folder = folder

    def files(self, shown: Iterable[MediaFile | TextFile]) -> list[File]:
        """Copies for the output; texts, which may have been turned into UTF-8, are laid out."""
        made = {output_name(file): self._file(file) for file in shown if _is_copied(file)}
        return list(made.values())

    def _file(self, file: MediaFile | TextFile) -> File:
        name = output_name(file)
        if isinstance(file, MediaFile):
            return File(f"/media/{name}", self._content / file.path, file.sum)
        data = file.text.encode()
        place = self._folder / name
        if not place.is_file() or place.read_bytes() != data:
            self._folder.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        return File(f"/media/{name}", place, checksum(data))

    def prune(self, texts: Mapping[str, TextFile]) -> None:
        """Throw away what was laid out of texts that are there no longer."""
        wanted = {output_name(file) for file in texts.values()}
        for file in self._folder.iterdir() if self._folder.is_dir() else ():
            if file.name not in wanted:
                file.unlink()


def _is_copied(file: MediaFile | TextFile) -> bool:
    return isinstance(file, MediaFile) or file.path.lower().endswith(".vtt")
