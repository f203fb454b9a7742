"""``[pictures]`` of site.toml: which files are made of a picture."""

import pytest

from plugins.edition import sources as s
from plugins.edition.site_specs import RenditionSpec

from .helpers import read

TOML = 'name = "周报"\nbase_url = "https://news.example"\n'


def told(table: str) -> tuple[RenditionSpec, list[tuple[str, str, int]]]:
    """What is read of a table, and what is found: rule, reason, line."""
    result = read(f"{TOML}\n[pictures]\n{table}\n", "site.toml")
    found = [(f.rule, dict(f.values).get("reason", ""), f.line) for f in result.findings]
    assert isinstance(result.source, s.SiteSource | None)
    return (result.source.renditions if result.source else RenditionSpec()), found


def test_what_is_not_said_is_as_usual() -> None:
    """WebP and JPEG for texts, AVIF too for what a page begins with."""
    spec, found = told("")
    assert spec == RenditionSpec()
    assert spec.formats == ("webp", "jpeg")
    assert spec.lead_formats[0] == "avif"
    assert spec.widths == (480, 960, 1600, 2400)
    assert found == []


def test_formats_and_widths_are_taken_as_said() -> None:
    """Widths each once, by size."""
    spec, found = told('formats = ["avif"]\nlead_formats = []\nwidths = [900, 300, 900]')
    assert (spec.formats, spec.lead_formats, spec.widths) == (("avif",), (), (300, 900))
    assert spec.fallback_widths == RenditionSpec().fallback_widths
    assert found == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('formats = ["gif"]', "picture-formats"),
        ('lead_formats = "webp"', "picture-formats"),
        ("widths = []", "picture-widths"),
        ("widths = [99]", "picture-widths"),
        ("fallback_widths = [5001]", "picture-widths"),
        ('widths = ["480"]', "picture-widths"),
        ("widths = 480", "picture-widths"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(line: str, reason: str) -> None:
    """As in all of site.toml."""
    assert told(line)[1] == [("value-invalid", reason, 5)]


def test_an_unknown_key_is_told() -> None:
    """With what it may have been meant for."""
    assert [found[0] for found in told("width = [480]")[1]] == ["key-unknown"]
