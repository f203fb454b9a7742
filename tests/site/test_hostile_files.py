"""Links, names and pictures that would lead out of ``content/``, or into trouble."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.site.kit import Quick, article, photo

Make = Callable[..., Quick]

NEWS = "columns/news/2026"
HIDDEN = "the-secret-of-the-house"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder that no site may show anything of."""
    folder = tmp_path / "private"
    folder.mkdir()
    (folder / "k.txt").write_text(HIDDEN, "utf-8")
    (folder / "k.md").write_text(article(HIDDEN), "utf-8")
    (folder / "k.jpg").write_bytes(photo("#010203", width=333))
    return folder


@pytest.mark.parametrize(
    "written",
    [
        "../../../../private/k.md",
        "../../../../private/k.txt",
        "/../private/k.txt",
        "..%2f..%2f..%2f..%2fprivate%2fk.txt",
        "..\\..\\..\\..\\private\\k.txt",
        "{attach}../../../../private/k.txt",
        "{static}/../private/k.txt",
        "{filename}/../../pelicanconf.py",
        "|attach|../../../../private/k.txt",
        "file:///etc/passwd",
        "//private/k.txt",
        "/../../../../../../etc/passwd",
        "%00",
        "\\\\server\\share",
    ],
)
def test_nothing_from_outside(site: Make, outside: Path, written: str) -> None:
    """A link or a picture out of ``content/`` is a finding, and not one file is fetched."""
    body = f"[甲]({written}) ![乙]({written}) <img src='{written}' alt='丙'>"
    text = article(body=body, id="a", lead_image=written, author="某人")
    made = site({f"{NEWS}/a.md": text})
    assert made.exit_code in {0, 1}
    assert HIDDEN not in made.total
    assert outside.is_dir()
    assert {path.parts[0] for path in map(Path, made.snapshot())} <= KNOWN
    told = {f["rule"] for f in made.last.findings if f["severity"] != "notice"}
    assert told, "an editor is told that this leads nowhere"
    page = made.read(f"/{NEWS}/a/")
    assert "private" not in page
    assert "k.txt" not in page
    if made.exit_code == 0:
        assert "甲" in page


KNOWN = {
    ".lanmu", "404.html", "_redirects", "archive", "atom.xml", "columns", "feed.json", "feed.xml",
    "galleries", "index.html", "on-this-day", "redirects.caddy", "redirects.nginx.conf",
    "robots.txt", "sitemap.xml", "sitemaps", "static", "subscribe", "subscriptions.opml", "tags",
    "topics", "units",
}  # fmt: skip


def test_symbolic_links_out_are_not_read(site: Make, outside: Path) -> None:
    """Files and folders linked from outside are findings; the rest is built."""
    made = site({f"{NEWS}/good.md": article("好稿", id="good")})
    news = made.content / NEWS
    (news / "k.md").symlink_to(outside / "k.md")
    (news / "k.jpg").symlink_to(outside / "k.jpg")
    (news / "dangling.md").symlink_to(news / "nothing.md")
    (news / "self.md").symlink_to(news / "self.md")
    (made.content / "media").symlink_to(outside)
    (made.content / "columns" / "loop").symlink_to(made.content / "columns")
    (news / "up").symlink_to("..")
    made.write({f"{NEWS}/a.md": article(body="![x](k.jpg) ![y](/media/k.jpg)", id="a")})
    made.build()
    assert made.exit_code == 1
    assert HIDDEN not in made.total
    assert not (made.output / "images").exists()
    outer = {f"{NEWS}/{n}" for n in ("k.md", "k.jpg", "dangling.md", "self.md")} | {"media"}
    assert {path for path, _, _ in made.found("link-outside-content")} == outer
    inner = {"columns/loop", f"{NEWS}/up"}
    assert {path for path, _, _ in made.found("link-to-folder")} == inner
    assert made.path(f"/{NEWS}/good/").is_file()


def test_symbolic_link_within_is_a_file(site: Make) -> None:
    """A link to another file of ``content/`` shows that file."""
    made = site({f"{NEWS}/a.md": article(body="![x](b.jpg)", id="a"), "media/m.jpg": photo()})
    (made.content / NEWS / "b.jpg").symlink_to(made.content / "media" / "m.jpg")
    made.build()
    assert made.exit_code == 0
    assert list((made.output / "images").iterdir())


def test_content_may_itself_be_a_link(site: Make, tmp_path: Path) -> None:
    """Only what is in the folder counts, not how one gets to it."""
    made = site({f"{NEWS}/a.md": article(id="a")})
    link = tmp_path / "link"
    link.symlink_to(made.content)
    before, made.content = made.snapshot(), link
    made.build()
    assert made.exit_code == 0
    assert made.snapshot() == before


def test_devices_and_pipes_are_not_read(site: Make) -> None:
    """A pipe would keep the build waiting for ever."""
    made = site({f"{NEWS}/a.md": article(id="a")})
    os.mkfifo(made.content / NEWS / "pipe.md")
    made.build()
    assert made.exit_code == 1
    assert made.found("not-a-file") == [(f"{NEWS}/pipe.md", 0, 0)]


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("name", "data"),
    [("x.svg", SVG), ("x.png", SVG), ("x.jpg", b"<?xml version='1.0'?>\n" + SVG), ("x.html", SVG)],
)
def test_svg_is_refused(site: Make, name: str, data: bytes) -> None:
    """A picture that can hold a script is no picture, whatever its name."""
    body = f"![图]({name}) [下载]({name})"
    made = site({f"{NEWS}/a.md": article(body=body, id="a"), f"{NEWS}/{name}": data})
    assert "alert(1)" not in made.total
    assert name not in made.read(f"/{NEWS}/a/")
    assert {path for f in made.last.findings for path in [f["path"]]} >= {
        f"{made.content}/{NEWS}/{name}"
    }


@pytest.mark.parametrize(
    "name",
    [
        "a b.md", "a\nb.md", "<script>.md", "'\".md", "a%2fb.md", "$(touch x).md", "-rf.md",
        "急救.md", "\u202egpj.md", "a.b.md", "A.md", "con.md.md", "x" * 200 + ".md",
        "…..md", "index.md", "_x.md", "\\.md", "é.md", "a#b.md", "a?b.md", "a:b.md",
    ],
)  # fmt: skip
def test_strange_names(site: Make, name: str) -> None:
    """A name that cannot be an address is a finding, and hurts nobody else."""
    made = site({f"{NEWS}/{name}": article(id="x"), f"{NEWS}/good.md": article("好", id="g")})
    assert made.exit_code in {0, 1}, made.last.stderr
    assert made.path(f"/{NEWS}/good/").is_file()
    fine = name == "x" * 200 + ".md"
    told = [f for f in made.last.findings if f["path"].endswith(name)]
    assert bool(told) is not fine
    assert len(list((made.output / NEWS).iterdir())) == 1 + fine


def test_name_that_is_no_utf8(site: Make) -> None:
    """A name from an old archive is told, not a crash."""
    made = site({f"{NEWS}/good.md": article("好", id="g")})
    bad = os.fsencode(made.content / NEWS) + b"/\xba\xec\xca\xae.md"
    with open(bad, "wb") as file:  # noqa: PTH123 - a Path cannot have this name
        file.write(article(id="x").encode())
    made.build()
    assert made.exit_code == 1
    assert len(made.found("name-undecodable")) == 1


def test_long_picture_name(site: Make) -> None:
    """A picture whose name is as long as a name may be is shown like any other."""
    name = "p" * 240 + ".jpg"
    made = site({f"{NEWS}/a.md": article(body=f"![图]({name})", id="a"), f"{NEWS}/{name}": photo()})
    assert made.exit_code == 0, made.last.stderr
    assert "<img" in made.read(f"/{NEWS}/a/")


def test_pictures_lose_what_cameras_add(site: Make) -> None:
    """Place, camera and owner are not published with a photograph."""
    exif = Image.Exif()
    exif[0x010F] = "SECRETCAMERA"
    exif.get_ifd(0x8825)[1] = "N"
    data = photo(width=700, exif=exif.tobytes(), comment=b"SECRETCAMERA")
    made = site({f"{NEWS}/a.md": article(body="![图](p.jpg)", id="a"), f"{NEWS}/p.jpg": data})
    shown = sorted((made.output / "images").iterdir())
    assert len(shown) == 4
    for file in shown:
        assert b"SECRETCAMERA" not in file.read_bytes()
        with Image.open(file) as image:
            assert not image.getexif()


def test_unused_pictures_are_not_published(site: Make) -> None:
    """What no page shows stays with the editors."""
    made = site({f"{NEWS}/a.md": article(id="a"), f"{NEWS}/p.jpg": photo(), "media/m.jpg": photo()})
    assert not (made.output / "images").exists()


def encoded(mode: str, form: str, size: tuple[int, int] = (50, 30), **options: object) -> bytes:
    """Encode a small picture of some mode."""
    file = io.BytesIO()
    Image.new(mode, size, 1).save(file, form, **options)
    return file.getvalue()


EXIF = b"Exif\0\0II*\0\x08\0\0\0"


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rgb.png", encoded("RGB", "PNG")),
        ("rgba.png", encoded("RGBA", "PNG")),
        ("la.png", encoded("LA", "PNG")),
        ("palette.png", encoded("P", "PNG", transparency=0)),
        ("deep.png", encoded("I;16", "PNG")),
        ("bits.png", encoded("1", "PNG")),
        ("bits.gif", encoded("P", "GIF", transparency=1)),
        ("cmyk.jpg", encoded("CMYK", "JPEG")),
        ("grey.jpeg", encoded("L", "JPEG")),
        ("float.tif", encoded("F", "TIFF")),
        ("cmyk.tiff", encoded("CMYK", "TIFF")),
        ("rgba.webp", encoded("RGBA", "WEBP")),
        ("profile.jpg", encoded("RGB", "JPEG", icc_profile=b"garbage" * 50)),
        ("exif.jpg", encoded("RGB", "JPEG", exif=EXIF + b"\xff" * 99)),
        ("turned.jpg", encoded("RGB", "JPEG", exif=EXIF + b"\1\0\x12\1\3\0\1\0\0\0\6\0\0\0")),
        ("thin.png", encoded("L", "PNG", size=(9000, 1))),
    ],
)  # fmt: skip
def test_every_kind_of_picture(site: Make, name: str, data: bytes) -> None:
    """Whatever a picture's mode, it is shown or told of; it never stops the build."""
    made = site({f"{NEWS}/a.md": article(body=f"![图]({name})", id="a"), f"{NEWS}/{name}": data})
    assert made.exit_code in {0, 1}, made.last.stderr
    shown = "<img" in made.read(f"/{NEWS}/a/")
    assert shown is not bool(made.found("picture-unreadable"))
    assert shown
