"""An old address added to front matter: nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition import sources as s
from plugins.reading.front_edit import TooHard, with_alias
from plugins.reading.keys import KEYS

from .helpers import read

PATH = "columns/a/2021/x.md"
ARTICLE = KEYS[s.ArticleSource]


def edited(front: str, path: str = "/old/") -> str:
    """Front matter with an address added, between its fences."""
    made = with_alias(f"---\n{front}---\n正文\n", ARTICLE, path)
    head, _, foot = made.removeprefix("---\n").partition("---\n")
    assert foot == "正文\n"
    return head


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: 甲\n", "title: 甲\naliases:\n  - /old/\n"),
        ("标题：甲\n", "标题：甲\n旧网址:\n  - /old/\n"),
        ("aliases: /a/\ntitle: 甲\n", "aliases: [/a/, /old/]\ntitle: 甲\n"),
        ("旧网址：/a/\n", "旧网址：[/a/, /old/]\n"),
        ("aliases: '/a/'\n", "aliases: ['/a/', /old/]\n"),
        ("aliases:\ntitle: 甲\n", "aliases:\n  - /old/\ntitle: 甲\n"),
        ("aliases: []\n", "aliases: [/old/]\n"),
        ("aliases: [/a/, /b/]\n", "aliases: [/a/, /b/, /old/]\n"),
        ("aliases: [/a/, ] # 从前\n", "aliases: [/a/,/old/] # 从前\n"),
        ("aliases:\n- /a/\ntitle: 甲\n", "aliases:\n- /a/\n- /old/\ntitle: 甲\n"),
        (
            "aliases:\n    - /a/\n    - /b/ # 第二个\ntitle: 甲\n",
            "aliases:\n    - /a/\n    - /b/ # 第二个\n    - /old/\ntitle: 甲\n",
        ),
    ],
)
def test_an_address_is_added_where_it_belongs(before: str, after: str) -> None:
    """To what there is, in the form and the language that it has."""
    assert edited(before) == after


@pytest.mark.parametrize(
    "front",
    [
        "title: 甲\naliases: [/a/,\n  /b/]\n",
        "aliases: a, b\n",
        "{title: 甲}\n",
        "aliases: {a: b}\n",
        "aliases: |\n  /a/\n",
        "aliases: /a/ # 从前\n",
        "aliases: [/a/] # [b]\n",
        "title: [\n",
    ],
)
def test_what_is_written_otherwise_is_left_to_people(front: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(TooHard):
        edited(front)


def test_line_ends_and_marks_stay() -> None:
    """A file of Windows stays one."""
    made = with_alias("---\r\ntitle: 甲\r\n---\r\n文\r\n", ARTICLE, "/old/")
    assert made == "---\r\ntitle: 甲\r\naliases:\r\n  - /old/\r\n---\r\n文\r\n"
    assert with_alias("\ufeff---\ntitle: x\n---\n", ARTICLE, "/o/").startswith("\ufeff---\ntitle")


FRONTS = st.lists(
    st.sampled_from(
        [
            "title: 甲",
            "标题: 乙 # 注",
            "tags: [一, 二]",
            "summary: |\n  一行\n  aliases: 不是",
            "summary: '---'",
            "lead_image:\n  src: a.jpg\n  alt: 图",
            "aliases: [/a/]",
            "旧网址: /旧，文/",
            "aliases:\n  - /x y/\n  - '/z/'",
            "",
        ]
    ),
    max_size=6,
    unique_by=lambda line: line.partition(":")[0],
)
OLD = st.text(st.sampled_from("ab旧，：'()+%~. #[]-"), min_size=1, max_size=9).map(
    lambda t: f"/{t}/"
)


@given(FRONTS, OLD, st.sampled_from(["正文\n", "", "---\naliases: x\n"]))
def test_what_is_added_is_read_and_all_else_is_as_it_was(
    front: list[str], path: str, body: str
) -> None:
    """Line by line: some lines come, or one gets longer; the reader finds the address."""
    text = "\n".join(["---", *front, "---", body])
    try:
        made = with_alias(text, ARTICLE, path)
    except TooHard:
        return
    before, after = text.split("\n"), made.split("\n")
    missing = [line for line in before if line not in after]
    assert len(missing) <= 1
    assert made.endswith(body)
    assert len(after) - len(before) in {0, 1, 2}
    assert made.count(path) > text.count(path)


def test_the_reader_finds_what_was_added() -> None:
    """With signs that mean something in YAML, too."""
    for path in ("/旧文/", "/a, b/", "/旧：文/", "/[x]/", "/it's/"):
        text = "---\nid: x\ntitle: 甲\ndate: 2021-01-01\naliases: [/a/]\n---\n文\n"
        source = read(with_alias(text, ARTICLE, path), PATH).source
        assert isinstance(source, s.ArticleSource)
        assert [each.text for each in source.aliases] == ["/a/", path]
