"""What chats and social networks are told, and the titles of windows."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition.open_graph import article_properties, locale_of
from tests.plugins.edition.making import SHANGHAI, frame


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("zh-Hans", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh-Hant-HK", "zh_HK"),
        ("zh-CN", "zh_CN"),
        ("en", "en_GB"),
        ("en-US", "en_US"),
        ("fr", "fr_FR"),
        ("eo", "eo"),
    ],
)
def test_a_language_is_told_with_a_territory(language: str, locale: str) -> None:
    """Open Graph has no other form; a language that nobody placed stands alone."""
    assert locale_of(language) == locale


def test_an_article_says_when_where_and_what_about() -> None:
    """The day of a change only where there was one; one property for each tag."""
    published = dt.datetime(2021, 7, 15, 9, 30, tzinfo=SHANGHAI)
    made = article_properties(published, None, "救在身边", ["急救", "培训"])
    assert made == (
        ("article:published_time", "2021-07-15T09:30:00+08:00"),
        ("article:section", "救在身边"),
        ("article:tag", "急救"),
        ("article:tag", "培训"),
    )
    changed = dict(article_properties(published, published + dt.timedelta(days=1), "", ()))
    assert changed["article:modified_time"] == "2021-07-16T09:30:00+08:00"
    assert "article:section" not in changed


@given(
    st.sampled_from(["{title} – {site}", "{site}：{title}", "{title}", "《{title}》_{site}!"]),
    st.text(max_size=8),
)
def test_a_pattern_makes_titles_of_any_name(pattern: str, name: str) -> None:
    """What stands before and after a page's own title: the paper's name, whatever is in it."""
    site = frame(name=name, title_pattern=pattern)
    made = f"{site.before_title}题{site.after_title}"
    assert made == "题".join(part.replace("{site}", name) for part in pattern.split("{title}"))
