"""``[feeds]`` of site.toml."""

import pytest

from plugins.edition import sources as s
from plugins.edition.site_specs import FeedSpec

from .helpers import read

TOML = 'name = "周报"\nbase_url = "https://news.example"\n'


def told(table: str) -> tuple[FeedSpec, list[tuple[str, str, int]]]:
    """What is read of a table, and what is found: rule, reason, line."""
    result = read(f"{TOML}\n[feeds]\n{table}\n", "site.toml")
    found = [(f.rule, dict(f.values).get("reason", ""), f.line) for f in result.findings]
    assert isinstance(result.source, s.SiteSource | None)
    return (result.source.feeds if result.source else FeedSpec()), found


def test_what_is_not_said_is_as_usual() -> None:
    """Whole texts, and archives, of all but what other feeds have as well."""
    spec, found = told("")
    assert (spec, found) == (FeedSpec(), [])
    assert not {"unit", "tag"} & {*spec.full_text, *spec.archives}


def test_each_setting_is_taken_as_said() -> None:
    """None of a kind, too."""
    lines = ['full_text = []\narchives = ["site", "unit"]\ntags_from = 3']
    lines += ['hub = "https://hub.example/"\ncategory = "Education"']
    spec, found = told("\n".join(lines))
    assert spec == FeedSpec((), ("site", "unit"), 3, "https://hub.example/", "Education")
    assert found == []


@pytest.mark.parametrize(
    ("line", "rule", "reason"),
    [
        ('full_text = "site"', "value-invalid", "feed-kinds"),
        ('archives = ["sites"]', "value-invalid", "feed-kinds"),
        ("tags_from = 0", "number-range", ""),
        ('hub = "hub.example"', "value-invalid", "url"),
        ("category = 1", "value-invalid", "text"),
        ("archive = []", "key-unknown", ""),
    ],
)
def test_what_is_wrong_is_told_with_its_line(line: str, rule: str, reason: str) -> None:
    """And the rest is read."""
    assert told(line)[1] == [(rule, reason, 5)]
