"""The ledger: what was published is there, or leads on, under the id that it had."""

import datetime as dt

import pytest

from plugins.checks.rules import RULES
from plugins.checks.say import hint, message
from plugins.edition import sources as s
from plugins.edition import specs
from plugins.edition.addresses import lasting
from plugins.edition.findings import Finding
from plugins.edition.ledger import unlisted
from plugins.edition.model import Edition

from .making import NOW, SITE, almanac, article, assembled, column, gallery, names, page, topic

A, B = "columns/news/2026/a.md", "columns/news/2026/b.md"
AT_A, AT_B = "/columns/news/2026/a/", "/columns/news/2026/b/"


def line(path: str = AT_A, name: str = A, **more: str) -> specs.LedgerLine:
    """A line of the ledger, the second of its file."""
    return specs.LedgerLine(path, name, "article", "2026-01-02", number=2, **more)


def held(
    *sources: s.Source, lines: tuple[specs.LedgerLine, ...], drafts: bool = False
) -> list[Finding]:
    """What is found in a ledger that these sources are held to."""
    ledger = s.LedgerSource("permalinks.tsv", lines)
    made = assembled([SITE, ledger, *sources], drafts=drafts)
    return [each for each in made.findings if each.path == ledger.path]


def found(*sources: s.Source, lines: tuple[specs.LedgerLine, ...]) -> list[tuple[str, str, str]]:
    """What is found: rule, reason and severity; each with words that its values fill."""
    told: list[tuple[str, str, str]] = []
    for each in held(column(), *sources, lines=lines):
        assert each.line == 2
        reason = dict(each.values).get("reason", "")
        assert (f"{each.rule}/{reason}" if reason else each.rule) in RULES
        for language in ("zh-Hans", "en"):
            assert "{" not in message(each, language) + hint(each, language)
        told.append((each.rule, reason, each.severity))
    return told


def test_what_is_there_or_leads_on_is_well() -> None:
    """By itself, by an old address, below a column that moved."""
    moved = article(B, id=A, aliases=names(AT_A))
    assert found(article(A), lines=(line(),)) == []
    assert found(moved, lines=(line(),)) == []
    new = column("new", aliases=names("/columns/news/"))
    lines = (line(), line("/columns/news/feed.xml", ""))
    assert held(new, article("columns/new/2026/a.md", id=A), lines=lines) == []


def test_what_is_lost_is_an_error_with_its_command() -> None:
    """Where what has its id is somewhere else, the whole command is told."""
    assert found(lines=(line(),)) == [("address-lost", "", "error")]
    assert found(article(B, id=A), lines=(line(),)) == [("address-lost", "moved", "error")]
    (lost,) = held(column(), article(B, id=A), lines=(line(),))
    assert f"lanmu alias {AT_A} {AT_B}" in hint(lost, "zh-Hans")


@pytest.mark.parametrize("more", [{"status": "draft"}, {"date": "2027-01-01"}])
@pytest.mark.parametrize("drafts", [True, False])
def test_a_draft_is_not_there(more: dict[str, str], drafts: bool) -> None:
    """Nor is what waits for its time, in the preview as in what is published."""
    missed = held(column(), article(A, **more), lines=(line(),), drafts=drafts)
    assert [each.rule for each in missed] == ["address-lost"]


def test_what_was_withdrawn_is_not_missed() -> None:
    """And if it comes again that is well, too."""
    gone = line(withdrawn="2026-10-01")
    assert found(lines=(gone,)) == []
    assert found(article(A), lines=(gone,)) == []


def test_another_id_is_an_error() -> None:
    """At the same address, and where a file was renamed that had none of its own."""
    assert found(article(A, id="new"), lines=(line(),)) == [("id-changed", "", "error")]
    renamed = article(B, aliases=names(AT_A))
    assert found(renamed, lines=(line(),)) == [("id-changed", "", "error")]


def test_two_that_became_one_are_well() -> None:
    """The one keeps the id that it was published with; a column has none."""
    one = article(B, aliases=names(AT_A))
    assert found(one, lines=(line(), line(AT_B, B))) == []
    other = column("other", aliases=names(AT_A))
    assert held(other, lines=(line(),)) == []


def edition() -> Edition:
    """Something of each kind, and drafts of some."""
    sources: list[s.Source] = [
        column(),
        article(A, tags=names("急救"), unit=specs.Name("丽水")),
        article(B, status="draft", tags=names("草稿的标签"), unit=specs.Name("草稿的单位")),
        gallery(),
        gallery("h", status="draft"),
        topic(),
        topic("u", status="draft"),
        page(),
        page("p", status="draft"),
        almanac(),
    ]
    return assembled(sources, drafts=True, site=in_sections()).edition


def in_sections() -> s.SiteSource:
    """A site with a section."""
    return s.SiteSource(
        path="site.toml",
        name="周报",
        base_url="https://news.example/sub",
        sections=(specs.SectionSpec("rescue", "救护"),),
        rights=SITE.rights,
    )


def test_every_kind_has_its_address_and_no_draft_has() -> None:
    """From the top of the site; tags and units that only drafts have are none, either."""
    known = {address.path: address for address in lasting(edition())}
    assert {
        path: each.kind for path, each in known.items() if each.kind not in {"list", "feed"}
    } == {
        AT_A: "article",
        "/columns/news/": "column",
        "/galleries/g/": "gallery",
        "/on-this-day/red-cross/": "almanac",
        "/pages/about/": "page",
        "/sections/rescue/": "section",
        "/tags/ji-jiu/": "tag",
        "/topics/t/": "topic",
        "/units/li-shui/": "unit",
    }
    assert {"/", "/columns/", "/feed.xml", "/columns/news/feed.xml"} <= known.keys()
    assert (known[AT_A].id, known[AT_A].file, known[AT_A].since) == (A, A, dt.date(2026, 1, 2))
    assert known["/galleries/g/"].file == "galleries/g/index.md"


def test_what_the_ledger_lacks_is_listed_once() -> None:
    """In the order of addresses, with the day that it says, or today's."""
    known = list(lasting(edition()))
    first = unlisted((), known, NOW.date())
    assert [each.path for each in first] == sorted({each.path for each in known})
    days = {each.path: each.since for each in first}
    assert (days[AT_A], days["/columns/news/"]) == ("2026-01-02", "2026-11-21")
    assert unlisted(first, known, NOW.date()) == ()
    assert [each.path for each in unlisted(first[1:], known, NOW.date())] == [first[0].path]
