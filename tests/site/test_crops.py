"""What a reader gets of a picture where it is cut: on cards, and beside links elsewhere."""

import io
import re
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

from tests.site.kit import Quick, article

Make = Callable[..., Quick]

A, B, DRAFT = (f"columns/news/2026/{name}.md" for name in ("a", "b", "draft"))
SHARE = re.compile(r'<meta property="og:image" content="[^"]*/images/([^"]+)">')
COVER = re.compile(r'<div class="cover">.*?<img src="/images/([^"]+)"', re.DOTALL)


def spotted() -> bytes:
    """A standing grey picture with a red spot far down."""
    picture = Image.new("RGB", (1300, 2600), "grey")
    ImageDraw.Draw(picture).ellipse((500, 2100, 800, 2400), fill="red")
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


def red(path: Path) -> bool:
    """Whether there is red in a picture."""
    with Image.open(path) as opened:
        # Grey has as much red as green, and no more than half of what there can be.
        return any(opened.convert("RGB").getchannel("R").histogram()[200:])


def test_what_matters_is_on_the_card_and_beside_the_link(site: Make) -> None:
    """Guessed, then set otherwise in a sidecar: other files, and only pages that show them."""
    lead = {"src": "/media/p.jpg", "alt": "红点"}
    made = site(
        {
            A: article("甲", id="a", lead_image=lead),
            B: article("乙", id="b", body="![图](/media/q.jpg)"),
            DRAFT: article("丙", id="c", lead_image="/media/q.jpg", status="draft"),
            "media/p.jpg": spotted(),
            "media/q.jpg": spotted() + b"\0",
        }
    )
    page = made.read("/columns/news/2026/a/")
    [share] = SHARE.findall(page)
    assert '<meta property="og:image:width" content="1200">' in page
    assert '<meta property="og:image:height" content="630">' in page
    assert '<meta property="og:image:alt" content="红点">' in page
    [cover] = set(COVER.findall(made.read("/columns/news/")))
    images = made.output / "images"
    with Image.open(images / share) as opened:
        assert (opened.format, opened.size) == ("JPEG", (1200, 630))
    with Image.open(images / cover) as opened:
        assert opened.size == (480, 320)
    assert red(images / share)
    assert red(images / cover)
    # Within a text nothing is cut, and what only a draft would cut is not there.
    cut = {path.name for path in images.iterdir() if "cover" in path.name or "share" in path.name}
    assert cut
    assert all(name.startswith("p-") for name in cut)
    change = made.edit({"media/p.jpg.toml": 'focus = "50% 10%"\n'})
    [other] = set(COVER.findall(made.read("/columns/news/")))
    assert other != cover
    assert not red(images / other)
    assert f"images/{cover}" in change.removed
    assert "columns/index.html" not in change.changed
    assert made.snapshot() == made.clean()
