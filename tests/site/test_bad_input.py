"""What nobody should write: each is a finding, and everything else goes out."""

from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest
from PIL import Image

from plugins.images.fonts import find
from plugins.search.pagefind import program
from tests.helpers.programs import missing
from tests.helpers.search import texts
from tests.helpers.sites import SITE_TOML
from tests.site.kit import Quick, article

FOLDER = "columns/news/2026"
LONG = "一个很长的标题" * 72
WHOLE = SITE_TOML.replace("share = { cards = false }\n", "").replace("search.enabled = false\n", "")


def share(made: Quick, url: str) -> Path:
    """The file that stands beside links to a page."""
    page = made.read(url)
    return (
        made.output
        / page.partition('og:image" content="https://news.example/')[2].partition('"')[0]
    )


def test_each_is_said_and_the_rest_goes_out(site: Callable[..., Quick]) -> None:
    """A control character, 5 MB of text, a title of 500 characters, an id used twice."""
    if find() is None:
        missing("Noto Sans CJK", "apt-get install fonts-noto-cjk")
    if program() is None:
        missing("pagefind_extended", "pip install pagefind-bin-extended")
    made = site(
        {
            "site.toml": WHOLE,
            f"{FOLDER}/good.md": article("好的", "2026-01-01", id="good"),
            f"{FOLDER}/bell.md": article("响\x07铃", "2026-01-02", "正\x08文。", id="bell"),
            f"{FOLDER}/huge.md": article("巨大", "2026-01-03", "字" * 1_750_000, id="huge"),
            f"{FOLDER}/long.md": article(LONG, "2026-01-04", id="long"),
            f"{FOLDER}/twice.md": article("抄来的", "2026-01-05", id="good"),
        },
        "--publish",
    )
    found = {
        (f["rule"], f["severity"], Path(f["path"]).relative_to(made.content).as_posix())
        for f in made.last.findings
    }
    assert found == {
        ("control-character", "warning", f"{FOLDER}/bell.md"),
        ("file-too-large", "error", f"{FOLDER}/huge.md"),
        ("title-long", "warning", f"{FOLDER}/long.md"),
        ("id-duplicate", "error", f"{FOLDER}/twice.md"),
    }
    assert made.last.summary["articles"]["left_out"] == [f"{FOLDER}/huge.md", f"{FOLDER}/twice.md"]
    urls = [f"/columns/news/2026/{name}/" for name in ("good", "bell", "long")]
    feed = feedparser.parse((made.output / "feed.xml").read_bytes())
    assert not feed.bozo
    assert [(e.link, e.title) for e in feed.entries] == [
        (f"https://news.example{urls[2]}", LONG),
        (f"https://news.example{urls[1]}", "响铃"),
        (f"https://news.example{urls[0]}", "好的"),
    ]
    cards = {share(made, url) for url in urls}
    assert len(cards) == len(urls)
    for card in cards:
        with Image.open(card) as image:
            assert image.size == (1200, 630)
    said = texts({f: data for f, data in made.snapshot().items() if f.endswith(".pf_fragment")})
    assert all(words in said for words in ("好的", "响铃", LONG))
    assert not [words for words in ("\x07", "\x08", "抄来的", "巨大") if words in said]
    for path in made.output.rglob("*.*"):
        if path.suffix in (".html", ".xml", ".json", ".txt"):
            text = path.read_text(encoding="utf-8")
            assert not {"\x07", "\x08"} & set(text), path
            assert "抄来的" not in text, path
            assert "巨大" not in text, path


@pytest.mark.parametrize("length", [100, 101])
def test_where_a_title_is_too_long(length: int, site: Callable[..., Quick]) -> None:
    """From the hundred and first character on."""
    made = site({f"{FOLDER}/a.md": article("长" * length, id="a")})
    assert made.last.rules == (["title-long"] if length > 100 else [])
