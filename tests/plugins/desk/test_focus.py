"""``lanmu focus``: what crops keep of pictures, on one page that needs nothing else."""

import io
import re
from html import unescape
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from plugins.desk.__main__ import main
from plugins.desk.focus import rendered
from plugins.images.crops import CROPS, box
from plugins.newsroom.focusing import Cropped, Focused, Sheet
from tests.site.kit import article, column, photo

SITE = 'name = "周报"\nbase_url = "https://news.example"\n'


def row(path: str = "media/a.jpg", focus: tuple[int, int] = (30, 40)) -> Focused:
    """A picture of 3000 x 1000 as the sheet shows it."""
    crops = [
        Cropped(crop.name, crop.across, crop.down, box(3000, 1000, crop, focus))
        for crop in CROPS.values()
    ]
    return Focused(path, 3000, 1000, focus, "guess", tuple(crops), photo())


def spotted(at: tuple[int, int]) -> bytes:
    """A grey picture with one red spot, its place in per cent."""
    picture = Image.new("RGB", (600, 200), "grey")
    x, y = at[0] * 6, at[1] * 2
    ImageDraw.Draw(picture).ellipse((x - 20, y - 20, x + 20, y + 20), fill="red")
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A tiny newsroom: points in a text, in a sidecar and guessed; a draft; one not shown."""
    files: dict[str, bytes] = {
        "site.toml": SITE.encode(),
        "columns/news/_column.md": column("新闻").encode(),
        "columns/news/2026/a.md": article(
            lead_image={"src": "/media/a.jpg", "alt": "甲", "focus": "90% 20%"}
        ).encode(),
        "columns/news/2026/b.md": article(
            lead_image={"src": "/media/b.jpg", "alt": "乙"}, status="draft"
        ).encode(),
        "columns/news/2026/c.md": article(
            body="![丁](/media/d.jpg)", lead_image={"src": "/media/c.jpg", "alt": "丙"}
        ).encode(),
        "media/c.jpg.toml": '焦点 = "左上"\n'.encode(),
        "media/broken.jpg": b"nothing",
    }
    files |= {f"media/{name}.jpg": spotted((80, 50)) for name in "abcd"}
    for path, data in files.items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_bytes(data)
    return tmp_path / "content"


def sheet_of(content: Path, *files: str) -> tuple[int, dict[str, tuple[str, str]]]:
    """The exit code; and of each picture on the sheet how its point came about, and the point."""
    made, cache = content.parent / "sheet.html", content.parent / "cache"
    paths = ("--content", str(content), "--cache", str(cache), "--output", str(made))
    code = main(["focus", *files, *paths, "--jobs", "1"])
    text = made.read_text("utf-8")
    found = re.findall(
        r"<h2>(.*?)</h2>\n<p><strong[^>]*>(.*?)</strong> <span[^>]*>(.*?)</span>", text
    )
    return code, {unescape(path): (how, point) for path, how, point in found}


def test_each_picture_that_is_cut_is_shown_with_its_point(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those of cards, drafts' too; where the point comes from is said."""
    code, found = sheet_of(content)
    assert code == 0
    assert found == {
        "media/a.jpg": ("文章里写明", "90% 20%"),
        "media/b.jpg": ("猜的", "80% 50%"),
        "media/c.jpg": ("图片旁的文件写明", "33% 33%"),
    }
    said = capsys.readouterr().out
    assert "图片 3 张，焦点由人写明的 2 张" in said
    assert str(content.parent / "sheet.html") in said


def test_pictures_and_folders_may_be_named(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As typed at a prompt or as in the content; what is not there, or broken, is told."""
    code, found = sheet_of(content, "media/d.jpg", str(content / "media/a.jpg"))
    assert (code, sorted(found)) == (0, ["media/a.jpg", "media/d.jpg"])
    code, found = sheet_of(content, "media")
    assert (code, sorted(found)) == (0, [f"media/{name}.jpg" for name in "abcd"])
    code, found = sheet_of(content, "media/none.jpg", "media/broken.jpg", "media/b.jpg")
    assert (code, sorted(found)) == (2, ["media/b.jpg"])
    said = capsys.readouterr().err
    assert "media/none.jpg" in said
    assert "media/broken.jpg" in said


def test_a_sheet_needs_nothing_else() -> None:
    """No address in it leads anywhere, and a hostile name is words."""
    text = rendered(Sheet((row('x/"><script>alert(1)</script>.jpg'),), 1, 1, (), (), "zh-Hans"))
    assert "<script>alert" not in text
    assert not re.search(r'(?:src|href)="(?!data:image/jpeg;base64,|#)', text)
    assert "焦点" in text
    assert ".jpg.toml" in text


def test_many_pictures_are_cut_short_and_that_is_said() -> None:
    """Of more pictures than are looked at, it is said how to see the others."""
    assert "共 5000 张" in rendered(Sheet((row(),), 200, 5000, (), (), "zh-Hans"))
    assert "共 200 张" not in rendered(Sheet((row(),), 200, 200, (), (), "zh-Hans"))
    assert "Of 5000" in rendered(Sheet((row(),), 200, 5000, (), (), "en"))
