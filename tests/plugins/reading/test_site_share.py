"""What the chief editor says of titles and shared links."""

import pytest

from plugins.edition import sources as s

from .helpers import read


@pytest.mark.parametrize("pattern", ["{title}", "{site} | {title}", "《{title}》{site}"])
def test_a_title_has_a_pattern(pattern: str) -> None:
    """The page's title, with the paper's name or without."""
    result = read(f'name = "周报"\ntitle_pattern = "{pattern}"\n', "site.toml")
    assert result.findings == ()
    assert isinstance(result.source, s.SiteSource)
    assert result.source.title_pattern == pattern


@pytest.mark.parametrize(
    "pattern", ['"{site}"', '"{title}{name}"', '"{title} {title}"', '"{title"', '"{title}}"']
)
def test_a_pattern_without_the_title_is_said(pattern: str) -> None:
    """On its line; the usual one stands, and so does the site."""
    result = read(f'name = "周报"\ntitle_pattern = {pattern}\n', "site.toml")
    assert [(found.rule, found.line) for found in result.findings] == [("value-invalid", 2)]
    assert isinstance(result.source, s.SiteSource)
    assert result.source.title_pattern == "{title} – {site}"
