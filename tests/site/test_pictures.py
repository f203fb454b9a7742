"""Pictures on a whole site: what is missing, broken or hostile costs its own place alone."""

import struct
import zlib

import pytest

from tests.helpers.sites import SITE_TOML
from tests.site.kit import Quick, article, column, photo

NEWS = "columns/news/2026"


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *more: bytes) -> bytes:
    """A grey PNG that says it has that size, with further chunks; its pixels are few."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = zlib.compress(b"\0" * (width + 1) * min(height, 400))
    return (
        b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


BOMB = zlib.compress(b"\0" * 200_000_000, 9)
HARM = {
    "empty.jpg": (b"", "picture-unreadable"),
    "cut.jpg": (photo(width=700)[:900], "picture-unreadable"),
    "bomb.png": (png(60_000, 60_000), "picture-too-large"),
    "profile.png": (png(40, 30, chunk(b"iCCP", b"x\0\0" + BOMB)), "picture-unreadable"),
    "text.png": (png(40, 30, chunk(b"zTXt", b"x\0\0" + BOMB)), "picture-unreadable"),
    "none.png": (png(0, 30), "picture-unreadable"),
    "long.png": (png(60_000, 1), "picture-too-long"),
    "fine.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-format"),
}
STRANGE = ["两 字.jpg", "it's “so”.jpg", "😀.jpg", "a%20b.jpg"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Quick:
    """A site with every kind of harm in one text."""
    files: dict[str, str | bytes] = {f"{NEWS}/{name}": data for name, (data, _) in HARM.items()}
    files |= {f"{NEWS}/{name}": photo(width=60) for name in STRANGE}
    files[f"{NEWS}/label.jpg"] = png(40, 30)
    names = [*HARM, "label.jpg", "gone.jpg", *(n.replace("%", "%25") for n in STRANGE)]
    body = "\n\n".join(f"![图 {name}](<{name}>)" for name in names)
    files[f"{NEWS}/a.md"] = article(body=body, id="a")
    made = Quick(tmp_path_factory.mktemp("pictures") / "site")
    made.write({"site.toml": SITE_TOML, "columns/news/_column.md": column("动态"), **files})
    made.build()
    return made


def test_each_harm_is_told_of_its_own_file(built: Quick) -> None:
    """By name, with what is wrong; the text is published, and so is all else."""
    told = {(f["path"].rpartition("/")[2], f["rule"]) for f in built.last.findings}
    assert {(name, rule) for name, (_, rule) in HARM.items()} <= told
    assert ("label.jpg", "picture-mislabelled") in told
    assert built.path(f"/{NEWS}/a/").is_file()


def test_a_place_closes_up_and_the_others_are_shown(built: Quick) -> None:
    """No broken picture, no gap: whatever a sound file is called, it is shown."""
    page = built.read(f"/{NEWS}/a/")
    assert page.count("<picture>") == len(STRANGE) + 1
    assert "picture-missing" not in page
    assert "图 cut.jpg" in page, "its alternative text stays, as text"
    for name in STRANGE:
        told = {f["rule"] for f in built.last.findings if f["path"].endswith(name)}
        assert told <= {"credit-missing"}
