"""The editor's manual tells every key."""

import re
from pathlib import Path

import pytest

from plugins.checks.rules import RULES
from plugins.edition import sources as s
from plugins.edition import specs
from plugins.reading.keys import INNER, KEYS, Key
from plugins.reading.site_tables import TABLES

from .helpers import body, read

MANUAL = (Path(__file__).parents[3] / "docs" / "editors.zh.md").read_text()
ALL_KEYS = {key for keys in (*KEYS.values(), *INNER) for key in keys}


def id_of(key: Key) -> str:
    """A key's name among the tests: two of one name differ in form, need or aliases."""
    return f"{key.name}-{key.form}-{'must' if key.required else 'may'}-{len(key.aliases)}"


@pytest.mark.parametrize("key", sorted(ALL_KEYS), ids=id_of)
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


def test_the_example_of_a_topic_has_nothing_wrong() -> None:
    """It uses every key, and an editor will copy it."""
    examples = re.findall(r"^```markdown\n(---\n.*?)^```\n", MANUAL, re.MULTILINE | re.DOTALL)
    example = next(text for text in examples if "blocks:" in text)
    result = read(example, "topics/t.md")
    assert result.findings == ()
    source = result.source
    assert isinstance(source, s.TopicSource)
    own = ("listed", "query", "started", "ended", "blocks", "figures", "timeline", "video")
    assert all(getattr(source, name) for name in own)


PLACES = {
    "title: 身边的除颤器": "columns/first-aid/2021/aed/index.md",
    "name: 学习简报": "columns/study-bulletin/_column.md",
    "收官": "columns/study-bulletin/_closing.md",
    "name: 红十字运动史上的今天": "on-this-day/red-cross/_almanac.md",
    "lunar: ": "on-this-day/red-cross/03-10-shanghai-committee.md",
    "title: 应急救护进万家": "topics/first-aid.md",
    "related:": "columns/first-aid/2021/aed.md",
    "language: en": "columns/first-aid/2026/choking-en.md",
    "title: 春天的急救课": "galleries/spring-lesson/index.md",
    "title: 春天进山": "galleries/spring-mountain/index.md",
}
"""Where an editor puts each example of a whole file, by words that are in it."""


def test_the_examples_of_whole_files_have_nothing_wrong() -> None:
    """Each is read in the place that the manual gives it, and none is left out here."""
    examples = re.findall(r"^```markdown\n(---\n.*?)^```\n", MANUAL, re.MULTILINE | re.DOTALL)
    found = {word: text for text in examples for word in PLACES if word in text}
    assert len(examples) == len(found) == len(PLACES)
    assert {w: read(found[w], path).findings for w, path in PLACES.items()} == dict.fromkeys(
        PLACES, ()
    )


def test_the_chapters_are_numbered_as_the_contents_say() -> None:
    """Without a gap and without a number that two have."""
    titles = re.findall(r"^## (.*)", MANUAL, re.MULTILINE)
    ones = "一二三四五六七八九"
    numbers = [*ones, "十", *(f"十{one}" for one in ones)]
    assert [title.partition("、")[0] for title in titles] == numbers[: len(titles)]
    assert "各章：" + "；".join(titles) + "。" in MANUAL
    chapters = re.findall(r"第([一二三四五六七八九十]+)章", MANUAL)
    assert set(chapters) <= set(numbers[: len(titles)])


@pytest.mark.parametrize("word", ["数据", "大事记"])
def test_the_examples_of_blocks_have_nothing_wrong(word: str) -> None:
    """What stands between the fences can be copied into a text."""
    example = MANUAL.partition(f"````markdown\n```{word}\n")[2].partition("````")[0]
    made = body(f"```{word}\n{example}")
    assert made.findings == ()
    assert ("<dl" in made.html) is (word == "数据")


def test_the_rules_it_names_exist() -> None:
    """A rule that was renamed must be renamed here too."""
    tables = [part.partition("\n\n")[0] for part in MANUAL.split("| 代号 |")[1:]]
    assert set(re.findall(r"`([a-z]+-[a-z-]+)`", "".join(tables))) <= set(RULES)
    assert "front-overlap" in "".join(tables)


def test_the_examples_of_pictures_have_nothing_wrong() -> None:
    """A sidecar to be copied, and what the chief editor sets, of which each key is told."""
    chapter = MANUAL.partition("### 图片的说明文件\n")[2]
    sidecar, rights = (part.partition("```")[0] for part in chapter.split("```toml\n")[1:3])
    made = read(sidecar, "media/practice.jpg.toml")
    assert made.findings == ()
    assert isinstance(made.source, s.SidecarSource)
    assert made.source.notes.consent == "true"
    assert read(f'name = "周报"\n{rights}', "site.toml").findings == ()
    assert all(f"| `{key}` |" in chapter for key in ("missing_alt", "missing_credit", "acquire"))


def test_the_front_pages_example_has_nothing_wrong() -> None:
    """The chief editor copies it; and each key is told."""
    chapter = MANUAL.partition("、首页怎样排\n")[2]
    example = chapter.partition("```toml\n")[2].partition("```")[0]
    result = read(f'name = "周报"\n{example}', "site.toml")
    assert result.findings == ()
    assert isinstance(result.source, s.SiteSource)
    assert all(getattr(result.source.front, key) for key in specs.FrontSpec.__struct_fields__)
    told = {key for table in TABLES if table.startswith("front") for key in TABLES[table]}
    table = chapter.partition("| 项 |")[2]
    assert {k for k in told if f"`{k}`" not in table and f"`[[front.{k}]]`" not in table} == {
        "article",
    }
