"""What of each picture its crops keep: what ``lanmu focus`` shows."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from PIL import Image, ImageOps

from plugins.edition.findings import Finding
from plugins.edition.picture_notes import SUFFIX
from plugins.edition.prints import CROPS as NAMES
from plugins.edition.prints import CropName, Focus, Print
from plugins.edition.sources import PictureFile
from plugins.images.crops import CROPS, Box, box

from .config import Config
from .newsroom import opened

MOST = 200
"""So many pictures are looked at where nobody says which: the newest."""

THUMBNAIL = 480
"""The longer side of what is shown of a picture, in pixels."""

How = Literal["text", "sidecar", "guess"]
"""Where a point comes from: the front matter of a text, the file beside the picture, or nowhere."""


class Cropped(NamedTuple):
    """A crop by its name, its proportions, and the part of the picture that it keeps."""

    name: CropName
    across: int
    down: int
    box: Box


class Focused(NamedTuple):
    """A picture, the point that its crops keep, and the crops; sizes in pixels.

    ``thumbnail`` is a small JPEG of it, upright.
    """

    path: str
    width: int
    height: int
    focus: Focus
    how: How
    crops: tuple[Cropped, ...]
    thumbnail: bytes

    @property
    def sidecar(self) -> str:
        """The name of the file beside it that may say what matters."""
        return self.path.rpartition("/")[2] + SUFFIX


class Sheet(NamedTuple):
    """What was found of so many pictures, of those there are; files asked for and not there."""

    rows: tuple[Focused, ...]
    looked_at: int
    known: int
    absent: tuple[str, ...]
    findings: tuple[Finding, ...]
    language: str


def contact_sheet(config: Config, content: Path, wanted: Sequence[str]) -> Sheet:
    """Look at the pictures ``wanted``, files or folders by their paths; else at the newest.

    Where nobody says which, those are meant that pages show cut.
    """
    with opened(config, content) as newsroom:
        prints, findings = newsroom.assembled.pictures, newsroom.findings
        files = {f.path: f for f in newsroom.pictures if f.width}
        beside = {path: newsroom.focus_beside(file) for path, file in files.items()}
        language = newsroom.language
    cuts = [each for each in prints if each.purpose in NAMES]
    absent: tuple[str, ...] = ()
    if wanted:
        paths = [_inside(content, each) for each in wanted]
        absent = tuple(w for w, p in zip(wanted, paths, strict=True) if not _chosen(files, (p,)))
        chosen = _chosen(files, paths)
    else:
        chosen = sorted({cut.file.path for cut in cuts})
    known = len(chosen)
    if not wanted:
        chosen = sorted(_newest(content, chosen)[:MOST])
    points = _points(cuts)
    rows = [
        row
        for path in chosen
        for focus in points.get(path, {beside[path]: None})
        if (row := _row(content, files[path], focus, beside[path])) is not None
    ]
    return Sheet(tuple(rows), len(chosen), known, absent, findings, language)


def _points(cuts: Iterable[Print]) -> dict[str, dict[Focus | None, None]]:
    """The points that are set for each picture: two texts may set two."""
    found: dict[str, dict[Focus | None, None]] = {}
    for cut in cuts:
        found.setdefault(cut.file.path, {})[cut.focus] = None
    return found


def _inside(content: Path, written: str) -> str:
    """A path as typed at a prompt, or as it is in the content folder, as the latter."""
    try:
        return Path(written).resolve().relative_to(content.resolve()).as_posix()
    except ValueError:
        return written.strip("/")


def _chosen(paths: Iterable[str], wanted: Sequence[str]) -> list[str]:
    folders = tuple(f"{each}/" for each in wanted)
    whole = "." in wanted
    return sorted(p for p in paths if whole or p in wanted or p.startswith(folders))


def _newest(content: Path, paths: Iterable[str]) -> list[str]:
    def changed(path: str) -> float:
        try:
            return (content / path).stat().st_mtime
        except OSError:
            return 0.0

    return sorted(paths, key=changed, reverse=True)


def _row(
    content: Path, file: PictureFile, focus: Focus | None, beside: Focus | None
) -> Focused | None:
    point = focus or file.guess
    how: How = "guess" if focus is None else "sidecar" if focus == beside else "text"
    small = _thumbnail(content / file.path)
    if small is None:
        return None
    crops = [
        Cropped(c.name, c.across, c.down, box(file.width, file.height, c, point))
        for c in CROPS.values()
    ]
    return Focused(file.path, file.width, file.height, point, how, tuple(crops), small)


def _thumbnail(path: Path) -> bytes | None:
    """A small upright JPEG of a picture, or None where it cannot be decoded."""
    try:
        with Image.open(path) as opened_file:
            opened_file.draft("RGB", (THUMBNAIL, THUMBNAIL))
            upright = ImageOps.exif_transpose(opened_file).convert("RGB")
            upright.thumbnail((THUMBNAIL, THUMBNAIL), reducing_gap=2.0)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    out = io.BytesIO()
    upright.info = {}
    upright.save(out, "JPEG", quality=75)
    return out.getvalue()
