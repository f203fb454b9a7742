"""``[front]`` of the chief editor's settings, and where each thing in it stands."""

import datetime as dt

import pytest

from plugins.edition import sources as s
from plugins.edition import specs

from .helpers import Read, read

TOP = 'name = "周报"\nbase_url = "https://news.example"\n'
GOOD = """\
[front]
lead = "/columns/a/2026/x.md"
columns = ["b", "/columns/a/", "b"]
topics = [
  "t",
  'u',  # 引号不拘
]
galleries = ["g"]
blocks = ["leads", "columns"]

[[front.leads]]
article = "/columns/a/2026/y.md"
from = 2026-12-01
until = 2026-12-31T18:00:00

[[front.leads]]
  from = "2027年1月1日 8:00"
  article = "columns/a/2026/z.md"

[[front.seconds]]
article = "/columns/a/2026/v.md"
until = 2026-12-31T18:00:00-05:00

[[front.pinned]]
article = "/columns/a/2026/w.md"
until = ""

[[front.notices]]
text = "征稿"
to = "/pages/about.md#letters"
until = "2026-12-31"

[[front.notices]]
text = "停报一期"
"""


def front(text: str) -> Read:
    """Read settings whose third line is the first of ``text``."""
    return read(TOP + text, "site.toml")


def moment(text: str, line: int, column: int = 1) -> specs.Moment:
    """What is written at a place."""
    return specs.Moment(dt.datetime.fromisoformat(text), "T" in text, specs.Place(line, column))


def test_everything_reaches_its_field_with_its_place() -> None:
    """A day stays a day; a time keeps its offset, or has none; paths start at the top."""
    result = front(GOOD)
    assert result.findings == ()
    assert isinstance(result.source, s.SiteSource)
    assert result.source.front == specs.FrontSpec(
        lead=specs.SlotSpec("columns/a/2026/x.md", place=specs.Place(4, 1)),
        leads=(
            specs.SlotSpec(
                "columns/a/2026/y.md",
                moment("2026-12-01", 15),
                moment("2026-12-31T18:00", 16),
                specs.Place(14, 1),
            ),
            specs.SlotSpec(
                "columns/a/2026/z.md", moment("2027-01-01T08:00", 19, 3), None, specs.Place(20, 3)
            ),
        ),
        seconds=(
            specs.SlotSpec(
                "columns/a/2026/v.md",
                None,
                moment("2026-12-31T18:00-05:00", 24),
                specs.Place(23, 1),
            ),
        ),
        pinned=(specs.SlotSpec("columns/a/2026/w.md", None, None, specs.Place(27, 1)),),
        notices=(
            specs.NoticeSpec(
                "征稿",
                specs.Reference(
                    "/pages/about.md#letters", "pages/about.md", "letters", specs.Place(32, 1)
                ),
                None,
                moment("2026-12-31", 33),
                specs.Place(31, 1),
            ),
            specs.NoticeSpec("停报一期", place=specs.Place(36, 1)),
        ),
        columns=(specs.Name("b", specs.Place(5, 12)), specs.Name("a", specs.Place(5, 17))),
        topics=(specs.Name("t", specs.Place(7, 3)), specs.Name("u", specs.Place(8, 3))),
        galleries=(specs.Name("g", specs.Place(10, 14)),),
        blocks=(
            specs.Name("leads", specs.Place(11, 11)),
            specs.Name("columns", specs.Place(11, 20)),
        ),
    )


def test_nothing_is_needed() -> None:
    """A site without [front] has a front page."""
    result = front("")
    assert isinstance(result.source, s.SiteSource)
    assert result.source.front == specs.FrontSpec()


def test_what_stands_in_braces_has_the_nearest_place() -> None:
    """A table may be written in one line; then that line is told."""
    result = front('[front]\n\nleads = [{article = "a.md", form = 2026-01-01}]\n')
    assert isinstance(result.source, s.SiteSource)
    assert result.source.front.leads == (specs.SlotSpec("a.md", place=specs.Place(5, 1)),)
    assert result.places("key-unknown") == [(5, 1)]


@pytest.mark.parametrize(
    ("text", "reason", "place"),
    [
        ("[[front.leads]]\nfrom = 2026-01-01", "empty", (3, 1)),
        ("[[front.seconds]]\narticle = ''", "empty", (4, 1)),
        ("[[front.notices]]\nto = '/archive/'", "empty", (3, 1)),
        ("[[front.leads]]\narticle = 'a'\nuntil = '明天'", "moment", (5, 1)),
        ("[[front.leads]]\narticle = 'a'\n from = 8", "moment", (5, 2)),
        ("[[front.pinned]]\narticle = 'a'\nfrom = 08:00:00", "moment", (5, 1)),
        ("[[front.pinned]]\narticle = 'a'\nuntil = 9999-12-31", "moment", (5, 1)),
        ("[front]\nblocks = 'leads'", "name-list", (4, 1)),
        ("[front]\ntopics = [1]", "name-list", (4, 1)),
        ("[front]\nleads = 1", "tables", (4, 1)),
        ("[front]\nlead = 1", "text", (4, 1)),
    ],
)
def test_faults_are_told_with_their_place(text: str, reason: str, place: tuple[int, int]) -> None:
    """A site is not built on times that cannot be read: what was meant is not known."""
    result = front(text)
    assert result.source is None
    (note,) = result.findings
    assert (note.rule, dict(note.values)["reason"]) == ("value-invalid", reason)
    assert (note.line, note.column) == place


@pytest.mark.parametrize("to", ["../x.md", "javascript:alert(1)", "//e.example/"])
def test_a_notice_that_leads_nowhere_is_a_notice(to: str) -> None:
    """Its words stay."""
    result = front(f"[[front.notices]]\ntext = '甲'\nto = '{to}'")
    assert isinstance(result.source, s.SiteSource)
    assert result.source.front.notices == (specs.NoticeSpec("甲", place=specs.Place(4, 1)),)
    assert result.places("value-invalid") == [(5, 1)]


def test_of_many_slots_each_knows_its_place() -> None:
    """Whatever their number: places are looked up, not looked for."""
    slot = '[[front.leads]]\narticle = "a.md"\nfrom = 2026-01-01\n'
    result = front(slot * 5000)
    assert isinstance(result.source, s.SiteSource)
    last = result.source.front.leads[-1]
    assert last.place == specs.Place(2 + 5000 * 3 - 1, 1)
