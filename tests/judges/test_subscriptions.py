"""The list of feeds and the QR codes, as programs of others read them."""

import re
from collections.abc import Iterator
from pathlib import Path

import listparser
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.press.templates import Renderer, RenderSetup
from plugins.subscribe.pages import QrCode
from tests.helpers.sites import Site

RENDERER = Renderer(RenderSetup((), ""))
SCALE = 4
"""Pixels a module: as many as a telephone's camera sees of a code that is not too far off."""


def rows(svg: str) -> Iterator[bytes]:
    """The rows of a picture of a code, a byte a pixel: its strokes are runs of dark modules."""
    side = int(re.findall(r'viewBox="0 0 (\d+) ', svg)[0])
    grid = [bytearray(b"\xff" * side) for _ in range(side)]
    x = y = 0.0
    for command, numbers in re.findall(r"([mMh])([-\d. ]+)", svg.rpartition(' d="')[2]):
        first, *rest = map(float, numbers.split())
        if command == "h":
            grid[int(y)][int(x) : int(x + first)] = bytes(int(first))
            x += first
        else:
            x, y = (first, rest[0]) if command == "M" else (x + first, y + rest[0])
    for row in grid:
        yield b"".join(bytes([module]) * SCALE for module in row) * SCALE


def read(svg: str) -> str:
    """What a program sees in a code."""
    pixels = b"".join(rows(svg))
    side = int(len(pixels) ** 0.5)
    (code,) = zxingcpp.read_barcodes(Image.frombytes("L", (side, side), pixels))
    assert code.format == zxingcpp.BarcodeFormat.QRCode
    return str(code.text)


@settings(max_examples=20, deadline=None)
@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=80))
def test_a_camera_reads_any_address(slug: str) -> None:
    """One mask does for all."""
    address = f"https://news.example/columns/{slug}/feed.xml"
    assert read(RENDERER.render(QrCode(address=address)).decode()) == address


def codes(site: Site) -> dict[str, Path]:
    """The code of each address that the page of feeds offers for copying, by address."""
    page = site.read("/subscribe/")
    found: dict[str, Path] = {}
    for part in re.split(r"<li id|<section", page):
        copied = re.findall(r'data-url="([^"]+)"', part)
        shown = re.findall(r'src="(/subscribe/qr/[^"]+)"', part)
        assert len(copied) == len(shown) <= 1
        found |= {url: site.output / src[1:] for url, src in zip(copied, shown, strict=True)}
    return found


def test_each_code_of_the_sample_leads_where_its_press_does(sample_site: Site) -> None:
    """To a file that is there."""
    offered = codes(sample_site)
    assert len(offered) > 10
    for address, file in offered.items():
        assert read(file.read_text("ascii")) == address
        path = re.sub(r"^\w+://[^/]+/", "", address)
        assert (sample_site.output / path).is_file()
    files = set((sample_site.output / "subscribe" / "qr").iterdir())
    assert files == set(offered.values())


def test_a_reader_program_imports_the_list(sample_site: Site) -> None:
    """Every feed under its name and in its group; each address is that of a file."""
    imported = listparser.parse((sample_site.output / "subscriptions.opml").read_bytes())
    assert not imported.bozo, imported.bozo_exception
    assert {"栏目", "专题", "史上的今天"} <= {
        group for feed in imported.feeds for (group,) in feed.categories
    }
    for feed in imported.feeds:
        assert feed.title
        path = re.sub(r"^\w+://[^/]+/", "", feed.url)
        assert (sample_site.output / path).is_file()
    listed = {feed.url.partition("://")[2] for feed in imported.feeds}
    for address in codes(sample_site):
        if not address.startswith("webcal:"):
            assert address.partition("://")[2] in listed
