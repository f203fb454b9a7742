"""Colours: text in each of them can be read, in light and in dark."""

import re

import pytest

from plugins.edition.sources import ColumnSource
from tests.helpers.sites import ROOT

CSS = (ROOT / "theme" / "static" / "tokens.css").read_text(encoding="utf-8")
ACCENTS = ("red", "blue", "green", "amber", "purple", "teal", "rose", "slate")
TEXTS = ("ink", "quiet", "link", "press", *ACCENTS)
ENOUGH = 4.5
"""Contrast that WCAG 2.2 asks for text of any size (1.4.3, AA)."""


def schemes() -> dict[str, dict[str, str]]:
    """The colours of both schemes, by name; the dark one changes what it names."""
    light_css, mark, rest = CSS.partition("@media screen and (prefers-color-scheme: dark)")
    assert mark
    dark_css = rest.partition("data-type")[0]
    pattern = re.compile(r"--([a-z]+):\s*(#[0-9a-f]{6});")
    light = dict(pattern.findall(light_css))
    return {"light": light, "dark": {**light, **dict(pattern.findall(dark_css))}}


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_right() -> None:
    """Black on white has 21, grey #767676 on white just over 4.5."""
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("paper", ["paper", "tint"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read(scheme: str, paper: str, text: str) -> None:
    """Every accent and every colour of text, on the paper and on the tint."""
    colours = schemes()[scheme]
    assert contrast(colours[text], colours[paper]) >= ENOUGH


@pytest.mark.parametrize("accent", ACCENTS)
def test_each_accent_has_a_class_and_two_colours(accent: str) -> None:
    """A column names its accent; the dark scheme has a colour of its own for it."""
    assert f".accent-{accent} " in CSS
    light, dark = (schemes()[scheme][accent] for scheme in ("light", "dark"))
    assert light != dark


def test_the_first_accent_is_one_of_them() -> None:
    """A column that says nothing has a colour too."""
    assert "accent" in ColumnSource.__struct_fields__
    assert set(re.findall(r"\.accent-([a-z]+) ", CSS)) == set(ACCENTS)
