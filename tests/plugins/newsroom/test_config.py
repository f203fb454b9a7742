"""The settings: what is understood, and what is refused with a word on why."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.edition.select import Clock
from plugins.newsroom.config import Config, SettingsError, read_config


def test_without_settings_there_are_good_ones() -> None:
    """A newsroom needs no setting."""
    assert read_config({}) == Config()
    assert read_config({"LANMU": {}, "PATH": "content"}).cache == ".cache"


def test_settings_are_read() -> None:
    """All of them."""
    told = {"cache": "c", "jobs": 3, "now": "2026-11-21T08:00+08:00", "drafts": True}
    config = read_config({"LANMU": {**told, "address": "http://127.0.0.1:8000"}})
    assert (config.cache, config.jobs, config.drafts) == ("c", 3, True)
    assert config.address == "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"job": 1}, "job"),
        ({"jobs": "many"}, "jobs"),
        ({"jobs": 1.5}, "jobs"),
        ({"jobs": True}, "jobs"),
        ({"jobs": -1}, "jobs"),
        ({"drafts": "yes"}, "drafts"),
        ({"cache": None}, "cache"),
        ({"now": "yesterday"}, "yesterday"),
        ({"now": 5}, "now"),
        ({"now": "2026-13-01"}, "month"),
        ("cache", "LANMU"),
        (None, "LANMU"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_named(told: Any, named: str) -> None:
    """A slip in the settings is told before anything is read, with exit code 2."""
    with pytest.raises(SettingsError, match=named) as caught:
        read_config({"LANMU": told})
    assert caught.value.exitcode == 2


@pytest.mark.parametrize("address", ["news.example", "//news.example", "ftp://x", "https://"])
def test_an_address_is_a_whole_address(address: str) -> None:
    """Every feed and every canonical link begins with it."""
    with pytest.raises(SettingsError, match="address"):
        read_config({"LANMU": {"address": address}})


@pytest.mark.parametrize(
    ("now", "moment"),
    [
        ("2026-11-21T08:00+08:00", "2026-11-21T00:00:00+00:00"),
        ("2026-11-21T00:00Z", "2026-11-21T00:00:00+00:00"),
        ("2026-11-20T19:00:00-05:00", "2026-11-21T00:00:00+00:00"),
    ],
)
def test_the_moment_of_the_build(now: str, moment: str) -> None:
    """ISO 8601 with an offset."""
    assert Config(now=now).moment().astimezone(dt.UTC).isoformat() == moment


def test_a_moment_without_an_offset_is_the_sites() -> None:
    """Read as UTC, 08:00 in Beijing would publish eight hours early."""
    moment = Config(now="2026-11-21T08:00").moment()
    assert moment.tzinfo is None
    clock = Clock(moment, ZoneInfo("Asia/Shanghai"), drafts=False)
    assert clock.now.isoformat() == "2026-11-21T08:00:00+08:00"
    clock = Clock(moment, ZoneInfo("America/New_York"), drafts=False)
    assert clock.now.isoformat() == "2026-11-21T08:00:00-05:00"


def test_without_a_moment_it_is_now() -> None:
    """The clock's, with a zone."""
    before = dt.datetime.now(dt.UTC)
    moment = Config().moment()
    assert moment.tzinfo is not None
    assert before <= moment <= dt.datetime.now(dt.UTC)
