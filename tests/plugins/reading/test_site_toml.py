"""The chief editor's settings."""

import pytest

from plugins.edition import sources as s
from plugins.edition import specs

from .helpers import Read, read

GOOD = """\
name = "周报"
base_url = "https://news.example/weekly/"
language = "zh-CN"

[[navigation]]
label = "甲"
to = "/columns/a/_column.md"

[[navigation]]
label = "乙"
to = "/archive/"

[front]
lead = "/columns/a/2021/x.md"
columns = ["a", "b", "a"]

[[front.pinned]]
article = "/columns/a/2021/y.md"
until = 2027-06-30

[contact]
email = "a@e.org"

[filings]
icp = "某ICP备1号"
icp_url = "https://beian.example"

[meta]
official = true
site_id_code = "bm01000001"
[lists]
articles_per_page = 10
"""

NAVIGATION = GOOD[GOOD.index("[[nav") : GOOD.index("\n\n[front]")]


def site(text: str) -> Read:
    """Read settings."""
    return read(text, "site.toml")


def test_all_settings() -> None:
    """Each setting reaches its field, addresses and paths made regular."""
    result = site(GOOD)
    assert result.findings == ()
    got = result.source
    assert isinstance(got, s.SiteSource)
    assert (got.name, got.base_url, got.language) == (
        "周报",
        "https://news.example/weekly",
        "zh-Hans",
    )
    assert got.navigation == (
        specs.NavigationSpec("甲", "/columns/a/_column.md", specs.Place(7, 1)),
        specs.NavigationSpec("乙", "/archive/", specs.Place(11, 1)),
    )
    assert got.front.lead == specs.SlotSpec("columns/a/2021/x.md", place=specs.Place(14, 1))
    assert [name.text for name in got.front.columns] == ["a", "b"]
    assert [slot.article for slot in got.front.pinned] == ["columns/a/2021/y.md"]
    assert got.contact.email == "a@e.org"
    assert got.filings.icp == "某ICP备1号"
    assert got.official is True
    assert got.title_pattern == "{title} – {site}"
    assert got.search is True
    assert (got.articles_per_page, got.feed_items) == (10, 20)


@pytest.mark.parametrize("search", [True, False])
def test_search_may_be_left_out(search: bool) -> None:
    """It is there unless somebody says that it is not."""
    result = site(f"{GOOD}\n[search]\nenabled = {str(search).lower()}\n")
    assert isinstance(result.source, s.SiteSource)
    assert result.source.search is search


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ('name = "周报"', "", "name-missing", 0),
        ('name = "周报"', "name = 3", "value-invalid", 1),
        ("https://news.example/weekly/", "news.example", "value-invalid", 2),
        ("https://news.example/weekly/", "https://a.example/?x=1", "value-invalid", 2),
        ("https://news.example/weekly/", "https:///x", "value-invalid", 2),
        ("zh-CN", "fr", "value-invalid", 3),
        ('language = "zh-CN"', 'time_zone = "Mars/Base"', "value-invalid", 3),
        ('language = "zh-CN"', 'time_zone = "../../etc/passwd"', "value-invalid", 3),
        ('label = "乙"\n', "", "value-invalid", 9),
        ('["a", "b", "a"]', '"a"', "value-invalid", 15),
        ("until = 2027-06-30", 'until = "soon"', "value-invalid", 19),
        ("official = true", 'official = "yes"', "value-invalid", 29),
        ("articles_per_page = 10", "articles_per_page = 4", "number-range", 32),
        ("articles_per_page = 10", "feed_items = 101", "number-range", 32),
        ('name = "周报"', 'name = "周报', "toml-invalid", 1),
        ('[contact]\nemail = "a@e.org"', "", "", 0),
        (NAVIGATION, "navigation = 3", "value-invalid", 5),
        ("official = true", "[lists]", "toml-invalid", 31),
    ],
)
def test_faults_are_errors_with_their_line(old: str, new: str, rule: str, line: int) -> None:
    """A site is not built on settings that are wrong; where they are is told."""
    assert old in GOOD
    result = site(GOOD.replace(old, new))
    if not rule:
        assert result.source is not None
        return
    assert result.source is None
    assert result.rules == [rule]
    if line:
        assert result.findings[0].line == line


@pytest.mark.parametrize(
    ("line", "suggestion"),
    [('slogen = "x"', "slogan"), ('base-url = "x"', "base_url"), ("zzz = 1", "")],
)
def test_unknown_settings_are_warnings(line: str, suggestion: str) -> None:
    """A mistyped key comes with the one that was meant."""
    result = site(f"{line}\n{GOOD}")
    assert result.source is not None
    (note,) = result.findings
    assert (note.rule, note.severity, note.line) == ("key-unknown", "warning", 1)
    assert dict(note.values).get("suggestion", "") == suggestion
