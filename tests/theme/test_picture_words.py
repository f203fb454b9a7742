"""What stands beneath a picture: what it shows, where and when, and who took it."""

from functools import cache
from typing import Any

import pytest
from jinja2 import Template

from plugins.newsroom.filters import FILTERS
from plugins.press.templates import Renderer, RenderSetup
from tests.helpers.sites import ROOT
from tests.plugins.edition.making import picture

THEME = ROOT / "theme"
TEXT = '{% from "parts/picture-words/part.html" import picture_words %}{{ picture_words(p) }}'


@cache
def template(language: str) -> Template:
    """The part by itself, in a language."""
    folder = language.replace("-", "_")
    setup = RenderSetup(
        folders=(str(THEME),),
        store="",
        filters=tuple((name, f"{f.__module__}:{f.__qualname__}") for name, f in FILTERS.items()),
        options=(("language", language),),
        catalogue=str(THEME / "locale" / folder / "LC_MESSAGES" / "lanmu.po"),
    )
    return Renderer(setup).environment.from_string(TEXT)


def words(language: str = "zh-Hans", **more: Any) -> str:
    """The words beneath a picture of which this is said."""
    return template(language).render(p=picture(**more)).strip()


def taken(inner: str) -> str:
    """A place and a date, as they are marked."""
    return f'<span class="taken">{inner}</span>'


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({}, ""),
        ({"caption": "说明<"}, "说明&lt;"),
        ({"credit": "本报摄影"}, '<span class="credit">本报摄影</span>'),
        ({"caption": "说明", "credit": "甲"}, '说明&ensp;<span class="credit">甲</span>'),
        ({"place": "杭州"}, taken("杭州")),
        ({"date": "那年春天"}, taken("那年春天")),
        (
            {"place": "杭州", "date": "x", "when": "2021-05-08"},
            taken('杭州，<time datetime="2021-05-08">2021年5月8日</time>'),
        ),
        ({"date": "x", "when": "2021-05"}, taken('<time datetime="2021-05">2021年5月</time>')),
        ({"date": "x", "when": "2021"}, taken('<time datetime="2021">2021年</time>')),
        (
            {"credit": "张三／新华社", "creator": "张三"},
            '<span class="credit">摄影：张三／新华社</span>',
        ),
        ({"credit": "本报摄影", "creator": "张三"}, '<span class="credit">本报摄影</span>'),
    ],
)
def test_what_is_said_stands_in_its_order(said: dict[str, str], shown: str) -> None:
    """And nothing where nothing is said: no empty line beneath a picture."""
    assert words(**said) == (f"<figcaption>{shown}</figcaption>" if shown else "")


def test_english_says_it_too() -> None:
    """Its dates, its comma."""
    made = words("en", place="Hangzhou", date="x", when="2021-05-08", credit="Li", creator="Li")
    assert "Hangzhou, <time" in made
    assert ">8 May 2021<" in made
    assert "Photo: Li" in made
