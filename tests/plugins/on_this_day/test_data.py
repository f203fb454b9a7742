"""The days as JSON, for other sites and for the pages' own script."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from plugins.edition.dates import DAYS, When
from plugins.edition.sources import Source
from plugins.edition.specs import SourceSpec, Text
from plugins.on_this_day.data import DayData, DaySchema, MonthData
from tests.plugins.edition.making import (
    SHANGHAI,
    almanac,
    article,
    edition_of,
    entry,
    frame,
    photo,
    shown,
    to,
)
from tests.plugins.press.paper import key_of

Files = Callable[..., dict[str, bytes]]
HTML = (
    '<p>正文<sup id="red-cross-e-fnref:1"><a class="footnote-ref" href="#red-cross-e-fn:1">1</a>'
    '</sup> <a href="lanmu:link/0">甲</a> &amp; <a href="lanmu:link/1">乙</a></p>'
    '<figure><img src="lanmu:picture/0" alt="图"><figcaption>说明</figcaption></figure>'
    "<ul>\n<li>一</li>\n<li>二</li>\n</ul>"
)
TEXT = Text(key_of(HTML), (to("columns/news/2026/a.md"), to("pages/no.md")), (to("media/b.jpg"),))
FULL = entry(
    "1828-05-08",
    title="杜南 <生>",
    importance=3,
    picture=shown("media/a.jpg", "说明", "摄影：李四"),
    sources=(SourceSpec("甲馆", "https://a.example/"), SourceSpec("乙书", "")),
    people=("杜南",),
    places=("日内瓦",),
    tags=("红十字",),
    lunar="道光八年",
    text=TEXT,
)
BCE = replace(entry("-43-05-08", "o", "history"), date=When(-43, 5, 8, circa=True))
SOURCES: tuple[Source, ...] = (
    almanac(),
    almanac("history", order=1),
    FULL,
    BCE,
    entry("1904-03", "month"),
    article("columns/news/2026/a.md", "2026-05-08"),
    article("columns/news/2025/b.md", "2025-05-08"),
)
MORE: dict[str, Any] = {"texts": [HTML], "pictures": [photo("media/a.jpg"), photo("media/b.jpg")]}


def test_every_day_has_data_in_the_form_it_says(files: Files) -> None:
    """All 366, those without entries too, hold to the schema that stands beside them."""
    ((url, schema),) = files(DaySchema, almanac(), over=frame("/weekly")).items()
    assert url == "/on-this-day/schema.json"
    form = json.loads(schema)
    assert form["$id"] == "https://news.example/weekly/on-this-day/schema.json"
    jsonschema.Draft202012Validator.check_schema(form)
    judge = jsonschema.Draft202012Validator(
        form, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    days = files(DayData, *SOURCES, over=frame("/weekly"), **MORE)
    assert list(days) == [f"/on-this-day/{month:02}-{day:02}.json" for month, day in DAYS]
    for data in days.values():
        judge.validate(json.loads(data))
    whole = json.loads(days["/on-this-day/05-08.json"])
    assert set(form["properties"]) == set(whole)
    assert set(form["properties"]["entries"]["items"]["properties"]) == set(whole["entries"][1])
    with pytest.raises(jsonschema.ValidationError):
        judge.validate({**whole, "day": "5-8"})


def test_a_day_tells_all_of_its_entries(files: Files) -> None:
    """Oldest first; addresses are full ones, and the plain text is plain."""
    day = json.loads(files(DayData, *SOURCES, **MORE)["/on-this-day/05-08.json"])
    assert (day["day"], day["name"]) == ("05-08", "5月8日")
    old, new = day["entries"]
    assert (old["year"], old["year_label"], old["date"]) == (-43, "公元前44年", "-0043-05-08")
    assert (old["circa"], new["circa"]) == (True, False)
    assert new["almanac"] == {
        "slug": "red-cross",
        "name": "史册 red-cross",
        "url": "https://news.example/on-this-day/red-cross/",
    }
    assert new["title"] == "杜南 <生>"
    assert new["text"] == "正文 甲 & 乙\n说明\n一\n二"
    assert 'href="https://news.example/columns/news/2026/a/"' in new["html"]
    assert "lanmu:" not in new["html"]
    assert '="/' not in new["html"]
    assert new["url"] == "https://news.example/on-this-day/05-08/#red-cross-e"
    assert new["image"]["url"].startswith("https://news.example/images/a-")
    assert new["image"]["credit"] == "摄影：李四"
    assert new["sources"] == [{"name": "甲馆", "url": "https://a.example/"}, {"name": "乙书"}]
    assert [one["year"] for one in day["articles"]] == [2026, 2025]


def test_no_day_knows_which_day_it_is(files: Files) -> None:
    """A day that passes makes none of these files anew."""
    later = dt.datetime(2027, 3, 3, tzinfo=SHANGHAI)
    for kind in (DayData, DaySchema, MonthData):
        assert files(kind, *SOURCES, **MORE) == files(kind, *SOURCES, now=later, **MORE)


def test_the_months_leave_out_what_is_empty(files: Files) -> None:
    """And say where the next entries of each almanac are, round the year."""
    sources = (*SOURCES, entry("1900-11-01", "n"))
    months = {url: json.loads(data) for url, data in files(MonthData, *sources, **MORE).items()}
    assert list(months) == [f"/on-this-day/data/{month:02}.json" for month in range(1, 13)]
    may = months["/on-this-day/data/05.json"]
    assert list(may["days"]) == ["08"]
    assert may["days"]["08"]["entries"][0]["year_label"] == "约公元前44年"
    assert may["almanacs"] == {"red-cross": "史册 red-cross", "history": "史册 history"}
    assert may["next"] == {"": 11, "red-cross": 11, "history": 5}
    assert months["/on-this-day/data/12.json"]["next"] == {"": 5, "red-cross": 5, "history": 5}


def test_a_month_holds_the_articles_that_any_year_shows(files: Files) -> None:
    """Three before the year of the newest of them and three with it: no more are needed."""
    years = [2026, 2026, 2026, 2026, 2025, 2025, 2024, 2023]
    articles = [
        article(f"columns/news/{year}/n{number}.md", f"{year}-05-08")
        for number, year in enumerate(years)
    ]
    month = json.loads(files(MonthData, almanac(), *articles)["/on-this-day/data/05.json"])
    shown_years = [one["year"] for one in month["days"]["08"]["articles"]]
    assert shown_years == [2026, 2026, 2026, 2025, 2025, 2024]


def test_editing_a_text_changes_its_day_alone() -> None:
    """Not the months, which have titles only; nor any other day."""
    one, two = (
        {
            url: source.inputs
            for kind in (DayData, MonthData)
            for url, source in ((r.url, r) for r in kind.routes(edition_of(*SOURCES[:2], each)))
        }
        for each in (FULL, replace(FULL, text=Text("other")))
    )
    assert {url for url in one if one[url] != two[url]} == {"/on-this-day/05-08.json"}


def test_without_an_almanac_there_is_no_data() -> None:
    """A site that has none grows by no file."""
    edition = edition_of(article())
    for kind in (DayData, DaySchema, MonthData):
        assert list(kind.routes(edition)) == []
