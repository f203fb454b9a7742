"""The front page and its like when there is little, or nothing, to show."""

from collections.abc import Callable

import lxml.html
import pytest

from tests.helpers.sites import SITE_TOML
from tests.site.kit import Quick, article, articles, column, texts_of, words

Make = Callable[..., Quick]

LEAST = 'name = "报"\nbase_url = "https://news.example"\n'


@pytest.mark.parametrize("count", [0, 1, 2, 3, 30])
def test_front_without_curation(site: Make, count: int) -> None:
    """Without any of the chief editor's choices the newest articles stand, each title once."""
    made = site({**articles(count), "site.toml": LEAST})
    assert made.exit_code == 0, made.last.stderr
    main = lxml.html.fromstring(made.read("/")).find(".//main")
    assert main is not None
    tidy(made)
    if count:
        assert f"第{count - 1}篇" in words(main)
        lead = [words(h).strip() for h in main.iter("h2", "h3")]
        assert lead.count(f"第{count - 1}篇") <= 1 + (count <= 5)


def test_no_column(site: Make) -> None:
    """A site of a name and an address is a site."""
    made = site({"site.toml": LEAST})
    made.remove("columns/news/_column.md")
    made.build()
    assert made.exit_code == 0
    assert made.last.summary["articles"] == {"in": 0, "out": 0, "held": 0, "left_out": []}
    tidy(made)
    assert not made.path("/columns/news/").exists()


def test_only_a_draft(site: Make) -> None:
    """What is held back is as if it were not there."""
    without = site({})
    made = site({"columns/news/2026/a.md": article(status="draft")})
    assert made.snapshot() == without.snapshot()


def tidy(made: Quick) -> None:
    """No page shows an empty list, an empty heading, a hole in a sentence, or Python's words."""
    for path, text in texts_of(made.output, ".html"):
        page = lxml.html.fromstring(text)
        for element in page.iter("ul", "ol", "h1", "h2", "h3", "title", "a", "figure", "dl"):
            # What only a script fills is not seen before.
            filled = any(up.get("data-needs") == "script" for up in element.iterancestors())
            full = filled or words(element).strip() or element.find(".//img") is not None
            assert full, (path, lxml.html.tostring(element)[:80])
        for word in ("None", "Undefined", "[]", "()", "{}", "undefined", "lanmu:", "%("):
            assert word not in words(page.find("body")), (path, word)
        assert len(page.findall(".//h1")) == 1, path
        assert page.findtext("head/title", "").strip(" –"), path


def test_chosen_lead_pins_and_columns(site: Make) -> None:
    """What the chief editor chose stands first; a pin ends with its day."""
    toml = (
        SITE_TOML
        + '[front]\nlead = "/columns/news/2026/a03.md"\ncolumns = ["aid"]\n'
        + '[[front.pinned]]\narticle = "columns/news/2026/a01.md"\nuntil = 2026-11-21\n'
        + '[[front.pinned]]\narticle = "columns/news/2026/a02.md"\nuntil = 2026-11-20\n'
    )
    made = site({**articles(20), "columns/aid/_column.md": column("急救"), "site.toml": toml})
    main = lxml.html.fromstring(made.read("/")).find(".//main")
    assert main is not None
    links = [a.get("href") for a in main.iter("a") if "/2026/" in (a.get("href") or "")]
    order = list(dict.fromkeys(links))
    assert order[:2] == ["/columns/news/2026/a03/", "/columns/news/2026/a01/"]
    assert "/columns/news/2026/a02/" not in order
    made.build(now="2026-11-22T00:00+08:00")
    assert "/columns/news/2026/a01/" not in made.read("/")


def test_slots_begin_and_end_by_themselves(site: Make) -> None:
    """A build before midnight and one after it; what is not out is not shown before its time."""
    toml = (
        SITE_TOML
        + '[front]\nlead = "/columns/news/2026/a01.md"\n'
        + '[[front.leads]]\narticle = "columns/news/2026/a02.md"\nfrom = 2026-11-22\n'
        + '[[front.leads]]\narticle = "columns/news/2026/late.md"\nuntil = "2026-11-22 10:00"\n'
        + '[[front.notices]]\ntext = "停报一期"\nto = "/archive/"\nuntil = 2026-11-21\n'
    )
    late = article("机密", "2026-11-21 23:59")
    content = {**articles(3), "columns/news/2026/late.md": late, "site.toml": toml}
    overlap = ("front-overlap", toml[: toml.index("2026/late")].count("\n") + 1, 1)
    for now, lead, notice, rules in (
        (
            "2026-11-21T23:58:59+08:00",
            "a01",
            True,
            {"front-overlap", "front-article-waiting", "front-lead-stale"},
        ),
        ("2026-11-21T23:59:00+08:00", "late", True, {"front-overlap"}),
        ("2026-11-22T00:00:00+08:00", "a02", False, {"front-overlap", "front-ended"}),
    ):
        made = site(content, now=now)
        assert made.exit_code == 0
        main = lxml.html.fromstring(made.read("/")).find(".//main")
        assert main is not None
        first = next(a.get("href") or "" for a in main.iter("a") if a.get("href") != "/archive/")
        assert first == f"/columns/news/2026/{lead}/"
        assert ("停报一期" in words(main)) is notice
        assert ("机密" in words(main)) is (lead != "a01")
        assert {f["rule"] for f in made.last.findings if "front-" in f["rule"]} == rules
        found = {(f["rule"], f["line"], f["column"]) for f in made.last.findings}
        assert overlap in found
        tidy(made)


def test_wrong_choices_are_told(site: Make) -> None:
    """What is chosen and not there is a finding; the front page does without."""
    toml = SITE_TOML + '[front]\nlead = "columns/news/2026/no.md"\ncolumns = ["no"]\n'
    toml += '[[navigation]]\nlabel = "无"\nto = "/no/"\n'
    made = site({**articles(3), "site.toml": toml})
    assert made.exit_code == 0
    assert {f["rule"] for f in made.last.findings} == {
        "front-article-missing",
        "front-column-missing",
        "navigation-missing",
    }
    tidy(made)
