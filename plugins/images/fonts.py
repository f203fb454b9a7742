"""A typeface for Chinese among those of the system: looked for by the names of files.

Noto and Source Han come with most Linux systems, PingFang, Hiragino and STHeiti with macOS,
YaHei and SimHei with Windows. What identifies a file is its size and its beginning, in which
an OpenType file has the checksums of all its tables (OpenType 1.9, "Organization of an OpenType
font").
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

NAMES: Final = (
    *(
        "NotoSansCJK-Bold.ttc",
        "NotoSansCJKsc-Bold.otf",
        "NotoSansSC-Bold.otf",
        "NotoSansSC-Bold.ttf",
    ),
    *("SourceHanSans-Bold.ttc", "SourceHanSansSC-Bold.otf", "SourceHanSansCN-Bold.otf"),
    *("SourceHanSans.ttc", "PingFang.ttc", "Hiragino Sans GB.ttc", "STHeiti Medium.ttc"),
    *("msyhbd.ttc", "msyh.ttc", "simhei.ttf", "Deng.ttf"),
    *("NotoSansCJK-Medium.ttc", "NotoSansCJK-Regular.ttc", "NotoSansCJK-VF.otf.ttc"),
    *("NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf", "SourceHanSansSC-Regular.otf"),
    *("NotoSansSC-VF.ttf", "NotoSansSC[wght].ttf", "SourceHanSansSC-VF.otf"),
    *("wqy-zenhei.ttc", "wqy-microhei.ttc", "DroidSansFallbackFull.ttf"),
    *("NotoSerifCJK-Bold.ttc", "SourceHanSerif-Bold.ttc", "SourceHanSerifSC-Bold.otf"),
    *("NotoSerifCJK-Regular.ttc", "Songti.ttc", "simsun.ttc", "uming.ttc"),
)
"""Files of typefaces that have Chinese, the fittest for headlines first."""

SUFFIXES: Final = (".ttc", ".otf", ".ttf", ".otc")

_HEAD = 65_536


class Typeface(NamedTuple):
    """A file of a typeface, and what tells it from all others."""

    path: str
    identity: str


def folders() -> tuple[Path, ...]:
    """Where systems keep typefaces, the user's own first."""
    home = Path.home()
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        return (home / "AppData/Local/Microsoft/Windows/Fonts", windows / "Fonts")
    data = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
    shared = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    return (Path(data) / "fonts", home / ".fonts", *shared)


def find(places: Iterable[Path] | None = None) -> Typeface | None:
    """The fittest typeface of the system, or None where it has none for Chinese."""
    ranks = {name.lower(): rank for rank, name in enumerate(NAMES)}
    found: tuple[int, str] | None = None
    for path in _files(folders() if places is None else places):
        rank = ranks.get(path.rpartition(os.sep)[2].lower())
        if rank is not None and (found is None or (rank, path) < found):
            found = rank, path
    return opened(Path(found[1])) if found is not None else None


def _files(places: Iterable[Path]) -> Iterator[str]:
    for place in places:
        for folder, _, names in os.walk(place):
            for name in names:
                if name.lower().endswith(SUFFIXES):
                    yield os.path.join(folder, name)  # noqa: PTH118 - thousands of them


def opened(path: Path) -> Typeface | None:
    """The typeface in a file; None where there is none to be read."""
    try:
        with path.open("rb") as file:
            head, size = file.read(_HEAD), os.fstat(file.fileno()).st_size
    except OSError:
        return None
    if head[:4] not in (b"ttcf", b"OTTO", b"\0\1\0\0", b"true"):
        return None
    whole = hashlib.blake2b(f"{size}\0".encode() + head, digest_size=8)
    return Typeface(str(path), whole.hexdigest())
