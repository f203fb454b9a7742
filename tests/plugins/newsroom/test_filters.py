"""The filters of the templates, in both languages."""

import datetime as dt
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.edition.cards import Body
from plugins.edition.dates import When
from plugins.edition.picture_cards import Inset, Rendition
from plugins.newsroom.filters import FILTERS, LOCALES
from plugins.press.store import Store, Texts
from plugins.press.templates import Renderer, RenderSetup
from tests.plugins.edition.making import picture
from tests.plugins.press.paper import key_of

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY = dt.date(2021, 7, 15)
MOMENT = dt.datetime(2021, 7, 15, 9, 30, tzinfo=SHANGHAI)
MIDNIGHT = dt.datetime(2021, 7, 15, tzinfo=SHANGHAI)


def said(language: str, text: str, store: str = "", **context: Any) -> str:
    """What a template comes to in a language."""
    setup = RenderSetup(
        folders=(),
        store=store,
        filters=tuple(
            (name, f"{each.__module__}:{each.__qualname__}") for name, each in FILTERS.items()
        ),
        options=(("language", language),),
    )
    return Renderer(setup).environment.from_string(text).render(context)


@pytest.mark.parametrize(
    ("text", "value", "chinese", "english"),
    [
        ("{{ x|day }}", DAY, "2021年7月15日", "15 July 2021"),
        ("{{ x|day }}", MOMENT, "2021年7月15日", "15 July 2021"),
        ("{{ x|day }}", dt.date(1863, 2, 9), "1863年2月9日", "9 February 1863"),
        ("{{ x|time }}", MOMENT, "2021年7月15日 09:30", "15 July 2021 09:30"),
        ("{{ x|time }}", MIDNIGHT, "2021年7月15日", "15 July 2021"),
        ("{{ x|short }}", DAY, "07-15", "07-15"),
        ("{{ x|weekday }}", DAY, "星期四", "Thursday"),
        ("{{ x|iso }}", DAY, "2021-07-15", "2021-07-15"),
        ("{{ x|iso }}", MOMENT, "2021-07-15T09:30+08:00", "2021-07-15T09:30+08:00"),
        ("{{ x|month_name }}", 7, "七月", "July"),
        ("{{ x|month_name }}", 12, "十二月", "December"),
        ("{{ x|year_label }}", 1859, "1859年", "1859"),
        ("{{ x|year_label }}", 1, "1年", "1"),
        ("{{ x|year_label }}", 0, "公元前1年", "1 BC"),
        ("{{ x|year_label }}", -43, "公元前44年", "44 BC"),
    ],
)
def test_dates_in_both_languages(text: str, value: object, chinese: str, english: str) -> None:
    """As they are written in each."""
    assert said("zh-Hans", text, x=value) == chinese
    assert said("en", text, x=value) == english


def test_a_moment_of_long_ago_is_written_as_html_knows_it() -> None:
    """Before 1901 Shanghai was 8:05:43 ahead; HTML's offsets are whole minutes."""
    long_ago = dt.datetime(1889, 5, 1, 12, 0, tzinfo=SHANGHAI)
    shown = said("en", "{{ x|iso }}", x=long_ago)
    assert len(shown) == len("1889-05-01T12:00+08:05"), shown


def test_one_moment_is_another_day_elsewhere() -> None:
    """Two equal times are written each as its own clock has it."""
    here = dt.datetime(2021, 7, 15, 0, 30, tzinfo=SHANGHAI)
    there = here.astimezone(dt.UTC)
    assert here == there
    for text in ("{{ x|day }}", "{{ x|time }}", "{{ x|iso }}", "{{ x|weekday }}"):
        assert said("en", text, x=here) != said("en", text, x=there)


def test_the_sizes_of_a_picture_are_listed() -> None:
    """As HTML's ``srcset`` has them: addresses with their widths."""
    sizes = (Rendition("/a.webp?b&c", 480, 320), Rendition("/d.webp", 960, 640))
    assert said("en", "{{ x|srcset }}", x=sizes) == "/a.webp?b&amp;c 480w, /d.webp 960w"
    assert said("en", "{{ x|srcset }}", x=()) == ""


@pytest.mark.parametrize(
    ("date", "chinese", "english"),
    [
        (When(1859), "1859年", "1859"),
        (When(1859, 6), "1859年6月", "June 1859"),
        (When(1859, 6, 24), "1859年6月24日", "24 June 1859"),
        (When(1859, 6, circa=True), "约1859年6月", "c. June 1859"),
        (When(-43, 3, 15), "公元前44年3月15日", "15 March 44 BC"),
    ],
)
def test_a_date_tells_as_much_as_is_known(date: When, chinese: str, english: str) -> None:
    """A year, a month of it, or a day; near or exact; before the common era too."""
    assert said("zh-Hans", "{{ x|when }}", x=date) == chinese
    assert said("en", "{{ x|when }}", x=date) == english


@pytest.mark.parametrize(
    ("date", "machine"),
    [
        (When(1582, 10, 15), "1582-10-15"),
        (When(1582, 10, 4), ""),
        (When(1500, 2, 29), ""),
        (When(1500, 2), "1500-02"),
        (When(460), "0460"),
        (When(-43, 3, 15), ""),
    ],
)
def test_machines_are_told_gregorian_days_alone(date: When, machine: str) -> None:
    """HTML's dates are: one of the Julian calendar would be another day there, or none."""
    assert said("en", "{{ x|when_iso }}", x=date) == machine


def test_every_language_of_the_interface_has_dates() -> None:
    """And a catalogue of words."""
    theme = Path(__file__).parents[3] / "theme" / "locale"
    for language in LOCALES:
        assert said(language, "{{ x|day }}", x=DAY)
        assert (theme / language.replace("-", "_") / "LC_MESSAGES" / "lanmu.po").is_file()


def test_a_body_is_shown_with_its_pictures(tmp_path: Path) -> None:
    """Its own markup stays, and what a macro makes of a picture is not escaped again."""
    store = Store(tmp_path / "store.sqlite")
    html = '<p>急救 <a href="lanmu:link/0">甲</a></p><img src="lanmu:picture/0">'
    html += '<div class="lanmu:gallery/0"></div><div class="lanmu:gallery/1"></div>'
    store.put(Texts.SPACE, [(key_of(html), html.encode())])
    insets = (Inset((), 2, "<集>"), None)
    body = Body(key_of(html), ("/a/?b&c",), (picture(alt="<图>"),), galleries=insets)
    text = "{% macro show(p) %}<img alt={{ p.alt }}>{% endmacro %}"
    text += "{% macro hang(g) %}<b>{{ g.title }}</b>{% endmacro %}{{ body|html(show, none, hang) }}"
    assert said("en", text, str(store.path), body=body) == (
        '<p>急救 <a href="/a/?b&amp;c">甲</a></p><img alt=&lt;图&gt;><b>&lt;集&gt;</b>'
    )
    store.close()


def test_an_empty_body_is_nothing() -> None:
    """No store is asked for it."""
    text = "{% macro show(p) %}{% endmacro %}{{ body|html(show, show) }}"
    assert said("en", text, "nowhere", body=Body("")) == ""
