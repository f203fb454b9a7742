"""Lines of Chinese: broken where they may be broken, and nothing of the text lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.images.typesetting import (
    NOT_FIRST,
    NOT_LAST,
    Fit,
    broken,
    fitted,
    runs,
    units,
    width,
)

HAN = "红十字会在身边救护与捐献急"
texts = st.text(alphabet=HAN + "，。《》“”（）—…、AED20261200%.- ", min_size=1, max_size=60)


def em(run: str) -> float:
    """Han are as wide as high, all else is half of it."""
    return sum(0.5 if sign.isascii() else 1.0 for sign in run)


def joined(lines: list[str]) -> str:
    """What a text is without the spaces that a break takes away."""
    return "".join("".join(lines).split())


@given(texts, st.integers(4, 20))
def test_no_sign_is_lost_and_no_line_too_long(text: str, most: int) -> None:
    """Whatever the text is: also a word that no line has room for."""
    lines = broken(text, most, em)
    assert joined(lines) == "".join(text.split())
    assert all(width(line, em) <= most for line in lines)
    assert all(line == line.strip() for line in lines) or " " in text


@given(st.lists(st.sampled_from([*HAN, "，", "。", "《急救", "》", "AED ", "2026年"]), max_size=40))
def test_no_line_begins_or_ends_with_what_must_not(parts: list[str]) -> None:
    """As long as a line has room for what stands together."""
    text = "".join(parts).lstrip("，。》")
    for line in broken(text, 60, em):
        assert line[0] not in NOT_FIRST
        assert line[-1] not in NOT_LAST


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("救护培训走进1200个村", ["1200"]),
        ("用AED与CPR救人", ["AED", "CPR"]),
        ("比上年增长12.5%的人", ["12.5%"]),
        ("怎么办——先拨打120", ["120"]),
        ("《日内瓦公约》第四条", ["《日", "约》"]),
        ("他说：“先救人。”然后走了", ["“先", "人。”"]),
        ("看 https://www.example.org/a 上写的", [" https://www.example.org/a"]),
    ],
)
def test_what_belongs_together_is_never_cut(text: str, kept: list[str]) -> None:
    """Words, figures, signs with what they stand at; dashes are one sign."""
    found = units(text)
    for each in kept:
        assert any(each in unit for unit in found), found
    assert "".join(found) == text


def test_han_and_letters_are_parted_by_a_little() -> None:
    """But not where there is a space or a sign between them already."""
    assert list(runs("用AED救人")) == [("用", 0.0), ("AED", 0.125), ("救人", 0.125)]
    assert {gap for _, gap in runs("用 AED，再（CPR）")} == {0.0}


FITS = (Fit(96, 2), Fit(60, 3))


def test_a_long_title_is_smaller_then_ends() -> None:
    """The largest size that has room; at the smallest one it ends with ….

    A sign that would stand before the … is left out.
    """
    assert fitted("红十字", 960, FITS, em).size == 96
    assert fitted("红" * 20, 960, FITS, em).size == 96
    assert fitted("红" * 21, 960, FITS, em).size == 60
    longest = fitted("红" * 15 + "，" + "红" * 500, 960, FITS, em)
    assert (longest.size, len(longest.lines)) == (60, 3)
    assert longest.lines[-1] == "红" * 15 + "…"
    ended = fitted("红" * 46 + "，" + "红" * 500, 960, FITS, em).lines[-1]
    assert ended.endswith("红…")


def test_lines_are_even() -> None:
    """No last line of a single character."""
    lines = fitted("红" * 11, 960, FITS, em).lines
    assert sorted(map(len, lines)) == [5, 6]


@given(texts)
def test_any_text_fits(text: str) -> None:
    """In as many lines as there is room for, none of them too wide."""
    made = fitted(text, 960, FITS, em)
    assert len(made.lines) <= dict(FITS)[made.size]
    assert all(width(line, em) * made.size <= 960.001 for line in made.lines)
