"""A newsroom that follows its files, and the time."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.newsroom.config import Config, SettingsError
from plugins.newsroom.newsroom import Newsroom
from tests.helpers.sites import ROOT, SITE_TOML, Site, small_site
from tests.site.kit import article

A = "columns/news/2026/a.md"
ZONE = dt.timezone(dt.timedelta(hours=8))
clock = [dt.datetime(2026, 11, 21, 8, tzinfo=ZONE)]


class Ticking(Config, frozen=True):
    """Settings whose clock the test moves."""

    def moment(self) -> dt.datetime:
        """What the test says."""
        return clock[0]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with one article, which waits."""
    clock[0] = dt.datetime(2026, 11, 21, 8, tzinfo=ZONE)
    return small_site(tmp_path, {A: article("甲", "2026-11-21 10:00")})


@pytest.fixture
def newsroom(site: Site) -> Iterator[Newsroom]:
    """Its newsroom, opened as a preview does."""
    config = Ticking(cache=str(site.cache), jobs=1, drafts=True, address="http://127.0.0.1")
    made = Newsroom(config, site.content, ROOT / "theme", {})
    made.open(pictures=False)
    yield made
    made.close()


def state(newsroom: Newsroom) -> str:
    """Whether the article waits."""
    return newsroom.assembled.edition.articles[0].view.state


@pytest.mark.parametrize(
    ("hours", "over"), [(0, False), (1.9, False), (2, True), (3, True), (15.9, True), (16, True)]
)
def test_time_makes_another_edition(newsroom: Newsroom, hours: float, over: bool) -> None:
    """When an embargo ends, and at midnight."""
    clock[0] += dt.timedelta(hours=hours)
    assert newsroom.is_over() == over
    newsroom.follow(())
    assert state(newsroom) == ("published" if over else "embargoed")
    assert not newsroom.is_over()


def test_a_slot_of_the_front_page_ends(newsroom: Newsroom, site: Site) -> None:
    """At its hour, and begins at another; what is over does not come again."""
    slots = (
        '[[front.notices]]\ntext = "停电"\nfrom = "2026-11-21 08:30"\nuntil = "2026-11-21 09:30"\n'
    )
    site.write({"site.toml": SITE_TOML + slots})
    newsroom.follow(["site.toml"])
    for hours, turns, shown in ((0.4, False, 0), (0.1, True, 1), (0.9, False, 1), (0.1, True, 0)):
        clock[0] += dt.timedelta(hours=hours)
        assert newsroom.is_over() is turns
        newsroom.follow([])
        assert not newsroom.is_over()
        assert len(newsroom.assembled.edition.front.notices) == shown


def test_a_day_without_an_embargo(newsroom: Newsroom, site: Site) -> None:
    """Only midnight counts then."""
    site.write({A: article("甲", "2026-11-20")})
    newsroom.follow([A])
    clock[0] += dt.timedelta(hours=15.9)
    assert not newsroom.is_over()
    clock[0] += dt.timedelta(hours=0.1)
    assert newsroom.is_over()


def test_the_almanacs_go_out_in_the_morning(newsroom: Newsroom, site: Site) -> None:
    """At six the feeds of a site with an almanac have another day."""
    clock[0] = dt.datetime(2026, 11, 22, 5, tzinfo=ZONE)
    almanac = "on-this-day/city/_almanac.md"
    site.write({A: article("甲", "2026-11-20"), almanac: "---\nname: 城市\n---\n"})
    newsroom.follow([A, almanac])
    clock[0] += dt.timedelta(hours=0.9)
    assert not newsroom.is_over()
    clock[0] += dt.timedelta(hours=0.1)
    assert newsroom.is_over()
    newsroom.follow(())
    assert not newsroom.is_over()
    assert newsroom.assembled.edition.issued == dt.date(2026, 11, 22)


def test_what_fails_leaves_the_edition(newsroom: Newsroom, site: Site) -> None:
    """And what changed meanwhile is in the next one."""
    before = newsroom.assembled
    site.write({"site.toml": "name ="})
    with pytest.raises(SettingsError):
        newsroom.follow(["site.toml"])
    assert newsroom.assembled is before
    site.write({A: article("乙", "2026-11-20")})
    with pytest.raises(SettingsError):
        newsroom.follow([A])
    site.write({"site.toml": SITE_TOML})
    newsroom.follow(["site.toml"])
    assert [a.view.title for a in newsroom.assembled.edition.articles] == ["乙"]


def test_a_store_that_was_lost_is_made_anew(newsroom: Newsroom, site: Site) -> None:
    """Every text is in it again."""
    [made] = newsroom.assembled.edition.articles
    newsroom.reopen()
    assert "正文" in newsroom.texts(made.body.key)
    site.write({A: article("甲", "2026-11-20", "新的文字。")})
    newsroom.follow([A])
    [made] = newsroom.assembled.edition.articles
    assert "新的文字" in newsroom.texts(made.body.key)
