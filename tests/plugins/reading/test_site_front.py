"""``[front]`` of the chief editor's settings, and where each thing in it stands."""

import datetime as dt

import pytest

from plugins.edition import sources as s

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


def moment(text: str, line: int, column: int = 1) -> s.Moment:
    """What is written at a place."""
    return s.Moment(dt.datetime.fromisoformat(text), "T" in text, s.Place(line, column))


def test_everything_reaches_its_field_with_its_place() -> None:
    """A day stays a day; a time keeps its offset, or has none; paths start at the top."""
    result = front(GOOD)
    assert result.findings == ()
    assert isinstance(result.source, s.SiteSource)
    assert result.source.front == s.FrontSpec(
        lead=s.SlotSpec("columns/a/2026/x.md", place=s.Place(4, 1)),
        leads=(
            s.SlotSpec(
                "columns/a/2026/y.md",
                moment("2026-12-01", 15),
                moment("2026-12-31T18:00", 16),
                s.Place(14, 1),
            ),
            s.SlotSpec(
                "columns/a/2026/z.md", moment("2027-01-01T08:00", 19, 3), None, s.Place(20, 3)
            ),
        ),
        seconds=(
            s.SlotSpec(
                "columns/a/2026/v.md", None, moment("2026-12-31T18:00-05:00", 24), s.Place(23, 1)
            ),
        ),
        pinned=(s.SlotSpec("columns/a/2026/w.md", None, None, s.Place(27, 1)),),
        notices=(
            s.NoticeSpec(
                "征稿",
                s.Reference("/pages/about.md#letters", "pages/about.md", "letters", s.Place(32, 1)),
                None,
                moment("2026-12-31", 33),
                s.Place(31, 1),
            ),
            s.NoticeSpec("停报一期", place=s.Place(36, 1)),
        ),
        columns=(s.Name("b", s.Place(5, 12)), s.Name("a", s.Place(5, 17))),
        topics=(s.Name("t", s.Place(7, 3)), s.Name("u", s.Place(8, 3))),
        galleries=(s.Name("g", s.Place(10, 14)),),
        blocks=(s.Name("leads", s.Place(11, 11)), s.Name("columns", s.Place(11, 20))),
    )


def test_nothing_is_needed() -> None:
    """A site without [front] has a front page."""
    result = front("")
    assert isinstance(result.source, s.SiteSource)
    assert result.source.front == s.FrontSpec()


def test_what_stands_in_braces_has_the_nearest_place() -> None:
    """A table may be written in one line; then that line is told."""
    result = front('[front]\n\nleads = [{article = "a.md", form = 2026-01-01}]\n')
    assert isinstance(result.source, s.SiteSource)
    assert result.source.front.leads == (s.SlotSpec("a.md", place=s.Place(5, 1)),)
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
    assert result.source.front.notices == (s.NoticeSpec("甲", place=s.Place(4, 1)),)
    assert result.places("value-invalid") == [(5, 1)]


def test_of_many_slots_each_knows_its_place() -> None:
    """Whatever their number: places are looked up, not looked for."""
    slot = '[[front.leads]]\narticle = "a.md"\nfrom = 2026-01-01\n'
    result = front(slot * 5000)
    assert isinstance(result.source, s.SiteSource)
    last = result.source.front.leads[-1]
    assert last.place == s.Place(2 + 5000 * 3 - 1, 1)
