"""What the chief editor says of titles and shared links."""

import pytest

from plugins.edition import sources as s
from plugins.edition import specs

from .helpers import read


@pytest.mark.parametrize("pattern", ["{title}", "{site} | {title}", "《{title}》{site}"])
def test_a_title_has_a_pattern(pattern: str) -> None:
    """The page's title, with the paper's name or without."""
    result = read(f'name = "周报"\ntitle_pattern = "{pattern}"\n', "site.toml")
    assert result.findings == ()
    assert isinstance(result.source, s.SiteSource)
    assert result.source.title_pattern == pattern


@pytest.mark.parametrize(
    "pattern", ['"{site}"', '"{title}{name}"', '"{title} {title}"', '"{title"', '"{title}}"']
)
def test_a_pattern_without_the_title_is_said(pattern: str) -> None:
    """On its line; the usual one stands, and so does the site."""
    result = read(f'name = "周报"\ntitle_pattern = {pattern}\n', "site.toml")
    assert [(found.rule, found.line) for found in result.findings] == [("value-invalid", 2)]
    assert isinstance(result.source, s.SiteSource)
    assert result.source.title_pattern == "{title} – {site}"


def test_what_stands_beside_links_is_set() -> None:
    """Whether cards are drawn, for how many, in which type, and a picture for all other pages."""
    text = "name = '周报'\n[share]\ncards = false\nnewest = 7\nfont = '~/x.otf'\n"
    result = read(text + "image = '/media/p.jpg'\nalt = '急救箱'\n", "site.toml")
    assert result.findings == ()
    assert isinstance(result.source, s.SiteSource)
    share = result.source.share
    assert (share.cards, share.newest, share.font) == (False, 7, "~/x.otf")
    assert share.font_place == specs.Place(5, 1)
    assert share.image is not None
    assert share.image.file.target == "media/p.jpg"
    assert share.image.file.place == specs.Place(6, 1)
    assert share.image.notes.alt == "急救箱"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("newest = -1", "number-range"),
        ("cards = 'no'", "value-invalid"),
        ("image = 'https://x.example/p.jpg'", "value-invalid"),
        ("image = '../p.jpg'", "value-invalid"),
    ],
)
def test_what_is_wrong_beside_links_is_said(line: str, rule: str) -> None:
    """On its line."""
    found = read(f"name = '周报'\n[share]\n{line}\n", "site.toml").findings
    assert [(each.rule, each.line) for each in found] == [(rule, 3)]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("official = true", "site-code-missing"),
        ("official = true\nsite_id_code = ''", "site-code-missing"),
        ("official = true\nsite_id_code = '1100 0000'", "site-code"),
        ("official = true\nsite_id_code = 'bm01000001'", ""),
        ("official = false\nsite_id_code = 'x'", ""),
    ],
)
def test_an_official_site_has_a_code(lines: str, reason: str) -> None:
    """Ten digits, or the letters of a ministry; who is not official is not asked."""
    found = read(f"name = '周报'\n[meta]\n{lines}\n", "site.toml").findings
    assert [dict(each.values)["reason"] for each in found] == ([reason] if reason else [])
    assert all(each.severity == "warning" and each.line >= 2 for each in found)
