"""One form for traditional and simplified, full-width and narrow characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search.fold import fold, folded, known, simplified


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("紅十字會", "红十字会"),
        ("以後", "以后"),
        ("２０２１年ＡＥＤ", "2021年AED"),
        ("已经是简体，一点不变。", "已经是简体，一点不变。"),
        ("，。！（）", "，。！（）"),
    ],
)
def test_a_text_has_one_form(written: str, plain: str) -> None:
    """Characters, letters and digits; punctuation stays as it is."""
    assert fold(written) == plain


@given(st.text())
def test_a_place_stays_where_it_is(text: str) -> None:
    """One character for one, and what is folded is not folded again into something else."""
    assert len(fold(text)) == len(text)
    assert len(folded(text)) <= len(text)


def test_only_what_changes_is_told_again() -> None:
    """The sentences with another form, folded; nothing of a text that has one form."""
    assert folded("先说今天。刻着“萬國紅十字會”。又说今天。") == "刻着“万国红十字会”。"
    assert folded("全是简体。") == ""


def test_every_other_character_is_outside_the_standard_of_simplified_ones() -> None:
    """The browser asks for the table by that: nothing that it leaves out is missed."""
    given_away = set(known())
    for character in simplified():
        try:
            character.encode("gb2312")
        except UnicodeEncodeError:
            assert character not in given_away
        else:
            assert character in given_away
    assert "後" in given_away
    assert len(given_away) < 40
