"""The editor's manual tells every key."""

import re
from pathlib import Path

import pytest

from plugins.checks.rules import RULES
from plugins.edition import sources as s
from plugins.reading.keys import KEYS, PICTURE_KEYS, SOURCE_KEYS, Key
from plugins.reading.site_tables import TABLES

from .helpers import read

MANUAL = (Path(__file__).parents[3] / "docs" / "editors.zh.md").read_text()
ALL_KEYS = {key for keys in (*KEYS.values(), PICTURE_KEYS, SOURCE_KEYS) for key in keys}


@pytest.mark.parametrize("key", sorted(ALL_KEYS), ids=lambda key: f"{key.name}-{key.form}")
def test_every_key_is_told_with_its_aliases(key: Key) -> None:
    """On one line with the key stands every name it may have in Chinese."""
    lines = [line for line in MANUAL.split("\n") if f"`{key.name}`" in line]
    names = set().union(*(re.split(r"[|、；（） ]+", line) for line in lines))
    assert set(key.aliases) <= names


def test_the_example_has_nothing_wrong() -> None:
    """What an editor copies first must be right."""
    example = MANUAL.split("```markdown\n")[1].partition("```")[0]
    result = read(example, "columns/first-aid/2021/aed/index.md")
    assert result.findings == ()
    assert isinstance(result.source, s.ArticleSource)


def test_the_rules_it_names_exist() -> None:
    """A rule that was renamed must be renamed here too."""
    tables = [part.partition("\n\n")[0] for part in MANUAL.split("| 代号 |")[1:]]
    assert set(re.findall(r"`([a-z]+-[a-z-]+)`", "".join(tables))) <= set(RULES)
    assert "front-overlap" in "".join(tables)


def test_the_front_pages_example_has_nothing_wrong() -> None:
    """The chief editor copies it; and each key is told."""
    chapter = MANUAL.partition("## 六、首页怎样排")[2]
    example = chapter.partition("```toml\n")[2].partition("```")[0]
    result = read(f'name = "周报"\n{example}', "site.toml")
    assert result.findings == ()
    assert isinstance(result.source, s.SiteSource)
    assert all(getattr(result.source.front, key) for key in s.FrontSpec.__struct_fields__)
    told = {key for table in TABLES if table.startswith("front") for key in TABLES[table]}
    table = chapter.partition("| 项 |")[2]
    assert {k for k in told if f"`{k}`" not in table and f"`[[front.{k}]]`" not in table} == {
        "article",
    }
