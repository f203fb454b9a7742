"""Who does not agree to be shown is nowhere in the site, under no name."""

import hashlib
import io
from collections.abc import Callable

from PIL import Image

from tests.helpers.iptc import CAPTION, photograph
from tests.site.kit import Quick, article

WORDS = "谁也不该看到的说明"


def test_a_picture_without_consent_is_seen_nowhere(site: Callable[..., Quick]) -> None:
    """Neither its name nor its hash nor its words, in no page, feed, list, map or file."""
    portrait = photograph({CAPTION: WORDS.encode()}, size=(90, 60))
    shown = photograph(size=(64, 48))
    lead = {"src": "/media/portrait.jpg", "alt": WORDS, "consent": True}
    body = f"![{WORDS}](/media/twin.jpg)\n\n[看图](/media/portrait.jpg)\n\n![图](/media/shown.jpg)"
    made = site(
        {
            "media/portrait.jpg": portrait,
            "media/portrait.jpg.toml": f'consent = false\ncaption = "{WORDS}"\n',
            "media/twin.jpg": portrait,
            "media/shown.jpg": shown,
            "media/shown.jpg.toml": 'credit = "署名在旁"\n',
            "columns/news/2026/a.md": article("甲", body=body, lead_image=lead),
            "galleries/g/index.md": "---\ntitle: 图集\ndate: 2026-01-03\n---\n文字。\n",
            "galleries/g/portrait.jpg": portrait,
            "galleries/g/shown.jpg": shown,
        }
    )
    assert made.exit_code == 0
    page = made.read("/columns/news/2026/a/")
    assert ("署名在旁" in page, "看图" in page) == (True, True)
    used = [path for path, _, _ in made.found("picture-withheld")]
    assert set(used) == {"columns/news/2026/a.md", "galleries/g/index.md"}
    hidden = ("portrait", "twin", WORDS, hashlib.sha256(portrait).hexdigest()[:8])
    assert not [word for word in hidden if word in made.total]
    # Of the other picture there are crops, too; of the one kept back, which is wider, nothing.
    assert {picture_size(data)[0] for data in renditions(made)} == {64}


def renditions(site: Quick) -> list[bytes]:
    """Every picture file of the output."""
    return [data for path, data in site.snapshot().items() if path.startswith("images/")]


def picture_size(data: bytes) -> tuple[int, int]:
    """The size of a picture in pixels."""
    with Image.open(io.BytesIO(data)) as opened:
        return opened.size
