"""Markdown as this newsroom sets it."""

import hashlib
import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.edition import sources as s
from plugins.edition import specs
from plugins.reading.clean import clean
from plugins.reading.markdown_set import House

from .helpers import Read, body, read


def text_of(result: Read) -> specs.Text:
    """Give the text of an article that was read."""
    assert isinstance(result.source, s.ArticleSource), result.findings
    return result.source.text


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("**重点：**内容", "<p><strong>重点：</strong>内容</p>"),
        ("这是__重点__内容", "<p>这是<strong>重点</strong>内容</p>"),
        ("文件 a_b_c 和 照片_一_二", "<p>文件 a_b_c 和 照片_一_二</p>"),
        ("一行\n二行", "<p>一行二行</p>"),
        ("一行，\n“二行”", "<p>一行，“二行”</p>"),
        ("a line\nnext line", "<p>a line\nnext line</p>"),
        ("一行\nAED", "<p>一行\nAED</p>"),
        ("**一**\n二", "<p><strong>一</strong>二</p>"),
        ("一\n**二**", "<p>一<strong>二</strong></p>"),
        ("**一**\n*二*", "<p><strong>一</strong><em>二</em></p>"),
        ("[一](#top)\n二", '<p><a href="#top">一</a>二</p>'),
        ("“一”\n“two”", "<p>“一”\n“two”</p>"),
        ("1９\n２0", "<p>1９２0</p>"),
        ("`一\n二`", "<p><code>一\n二</code></p>"),
        ("```\n一\n二\n```", "<pre><code>一\n二\n</code></pre>"),
        ("一  \n二", "<p>一<br>二</p>"),
        ("- 一\n  二\n- 三", "<ul>\n<li>一二</li>\n<li>三</li>\n</ul>"),
        ("词\n:   义", "<dl>\n<dt>词</dt>\n<dd>义</dd>\n</dl>"),
        ("> 引", "<blockquote>\n<p>引</p>\n</blockquote>"),
        ("~~删~~", "<p>~~删~~</p>"),
        ('字{: .credit onclick="x" style="y"}', '<p>字{: .credit onclick="x" style="y"}</p>'),
        ('*字*{: .credit .other onclick="x"}', '<p><em class="credit">字</em></p>'),
        ("CPR\n\n*[CPR]: 心肺复苏", '<p><abbr title="心肺复苏">CPR</abbr></p>'),
        ("<u>线</u>", "<p><u>线</u></p>"),
    ],
)  # fmt: skip
def test_small_texts(source: str, html: str) -> None:
    """What each bit of Markdown becomes; white space between blocks does not count."""
    got = body(source)
    assert got.findings == ()
    assert _loose(got.html) == _loose(html)


def _loose(html: str) -> str:
    return html.replace(">\n", ">").replace("\n</ul>", "</ul>").strip()


@pytest.mark.parametrize(
    ("source", "tags"),
    [
        ("# 一\n\n## 二\n\n# 三", ["h2", "h3", "h2"]),
        ("## 一\n\n### 二\n\n## 三", ["h2", "h3", "h2"]),
        ("### 一\n\n##### 二\n\n# 三", ["h4", "h5", "h2"]),
        ("# 一\n\n#### 二", ["h2", "h3"]),
    ],
)
def test_headings_start_at_two_and_skip_no_level(source: str, tags: list[str]) -> None:
    """The page has its h1; below it no level is left out on the way down."""
    found = [f"h{part[0]}" for part in body(source).html.split("<h")[1:]]
    levels = [int(tag[1]) for tag in found]
    assert levels[0] == 2
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))
    if source.startswith(("# ", "## ")):
        assert found == tags


def test_headings_have_ids_of_their_words() -> None:
    """Chinese headings can be linked to; equal ones are told apart; signs alone have an id too."""
    result = body(
        "## 第一 节\n\n## 第一 节\n\n## **粗** `x`[^1]\n\n## ！\n\n## 名 {#own}\n\n[^1]: 注\n"
    )
    ids = text_of(result).ids
    assert ids[:5] == ("第一-节", "第一-节-2", "粗-x", "section", "own") or set(ids) >= {
        "第一-节", "第一-节-2", "粗-x", "section", "own"
    }  # fmt: skip
    assert all(f'id="{name}"' in result.html for name in ids)


def test_ids_are_unique() -> None:
    """A page with one id twice is no valid HTML: the second goes, with a finding."""
    result = body('<p id="x">一</p>\n\n<p id="x">二</p>\n\n<p id="a b">三</p>')
    assert result.html.count('id="x"') == 1
    assert "a b" not in result.html
    assert result.rules == ["fragment-double"]


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (
            '![图](a.jpg "说明"){credit="甲"}',
            '<figcaption>说明 <span class="credit">甲</span></figcaption></figure>',
        ),
        ('![图](a.jpg "说明")', "<figcaption>说明</figcaption></figure>"),
        ("![图](a.jpg)", '<figure><img src="lanmu:picture/0" alt="图"></figure>'),
        ("![图](a.jpg)\n![图](b.jpg)", '<figure><img src="lanmu:picture/1" alt="图"></figure>'),
        ("字![图](a.jpg)字", '<p>字<img src="lanmu:picture/0" alt="图">字</p>'),
    ],
)
def test_a_picture_alone_is_a_figure(source: str, html: str) -> None:
    """A paragraph of pictures becomes figures with caption and credit."""
    result = body(source)
    assert html in result.html
    assert result.findings == ()


def test_tables_align_by_class() -> None:
    """The Content-Security-Policy lets no style through, so alignment is a class."""
    html = body("| 甲 | 乙 |\n|:-:|--:|\n| 1 | 2 |").html
    assert '<th class="align-center">甲</th>' in html
    assert '<td class="align-right">2</td>' in html
    assert "style" not in html


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ('!!! note "开栏的话"\n    正文', "开栏的话"),
        ("!!! note “开栏的话”\n    正文", "开栏的话"),
        ("!!! note\n    正文", "说明"),
        ("!!! note\n    Text", "Note"),
        ('!!! note ""\n    正文', ""),
    ],
)
def test_admonitions(source: str, title: str) -> None:
    """An editor's note has its title, in the text's language where none is given."""
    html = body(source).html
    assert '<div class="admonition note">' in html
    assert (f'<p class="admonition-title">{title}</p>' in html) is bool(title)


def test_footnotes_speak_the_language_of_the_text() -> None:
    """The way back from a note has a name in Chinese or English."""
    assert "回到正文" in body("字[^1]\n\n[^1]: 注").html
    assert (
        "Back to the text"
        in read("---\nid: a\ntitle: x\ndate: 2021-01-01\n---\nWord[^1]\n\n[^1]: Note\n").html
    )
    assert body("字\n\n[^1]: 注").rules == ["footnote-unused"]


@pytest.mark.parametrize(
    ("written", "target", "fragment"),
    [
        ("../2020/aed.md", "columns/first-aid/2020/aed.md", ""),
        ("/columns/first-aid/_column.md", "columns/first-aid/_column.md", ""),
        ("aed.md#第一步", "columns/first-aid/2021/aed.md", "第一步"),
        ("aed.md?x=1#a%20b", "columns/first-aid/2021/aed.md", "a b"),
        ("%E5%9B%BE.md", "columns/first-aid/2021/图.md", ""),
        ("./x/../y.md", "columns/first-aid/2021/y.md", ""),
        ("/archive/", "archive/", ""),
        ("/", "/", ""),
        ("e\u0301.md", "columns/first-aid/2021/é.md", ""),
        ("../../../../x.md", "", ""),
        ("/../x.md", "", ""),
        ("%2e%2e/%2e%2e/%2e%2e/%2e%2e/x.md", "", ""),
        ("//host/x.md", "", ""),
        ("a%5Cb.md", "", ""),
        ("a%00b.md", "", ""),
    ],
)
def test_links_name_files_of_content(written: str, target: str, fragment: str) -> None:
    """A link is a path from its file's folder or from the top; out of content/ it is none."""
    result = body(f"甲\n\n见[乙]({written})。")
    (reference,) = text_of(result).links
    assert (reference.target, reference.fragment) == (target, fragment)
    assert '<a href="lanmu:link/0">乙</a>' in result.html
    assert result.rules == ([] if target else ["link-outside"])
    assert (reference.place.line, reference.place.column) == (8, 6)


def test_pictures_name_files_of_content() -> None:
    """The same for pictures, with their alternative text."""
    result = body(
        '![甲 "乙"](../x.jpg)\n\n<img src="/media/y.jpg" alt="丙" onerror=x width=3>\n\n'
        "![丁](../../../../z.jpg)"
    )
    assert [(p.target, p.alt) for p in text_of(result).pictures] == [
        ("columns/first-aid/x.jpg", '甲 "乙"'),
        ("media/y.jpg", "丙"),
        ("", "丁"),
    ]
    assert result.rules == ["picture-outside"]
    assert '<img src="lanmu:picture/1" alt="丙">' in result.html


def test_outer_links_stay() -> None:
    """Addresses, mail, telephone and the text's own fragments are left as they are."""
    html = body(
        "## 一\n\n[a](https://e.org/?a=1&b=2#c) [b](mailto:a@e.org) [c](tel:120) [d](#一) [e](#top)"
    ).html
    for href in ("https://e.org/?a=1&amp;b=2#c", "mailto:a@e.org", "tel:120", "#一", "#top"):
        assert f'href="{href}"' in html


@pytest.mark.parametrize(
    ("source", "rule", "place"),
    [
        ("字[a](javascript:alert)", "link-scheme", (6, 6)),
        ("字[a](lanmu:link/0)", "link-scheme", (6, 6)),
        ("字[a](file:///etc/passwd)", "link-outside", (6, 6)),
        ("字[a](C:/x.md)", "link-outside", (6, 6)),
        ("[a]\n\n[a]: javascript:x", "link-scheme", (8, 6)),
        ("[a](#没有)", "fragment-missing", (6, 5)),
        ("![a](https://e.org/x.jpg)", "picture-remote", (6, 6)),
        ("![a](//e.org/x.jpg)", "picture-outside", (6, 6)),
    ],
)
def test_links_that_are_none_are_warnings(source: str, rule: str, place: tuple[int, int]) -> None:
    """The words stay, and the editor is told where."""
    result = body(source)
    assert result.source is not None
    assert [(n.severity, n.line, n.column) for n in result.findings if n.rule == rule] == [
        ("warning", *place)
    ]


def test_a_remote_picture_leaves_its_words() -> None:
    """It names no file, so the edition shows its words; no other host sees the reader."""
    result = body("![甲<乙](https://e.org/x.jpg)")
    assert result.html == '<figure><img src="lanmu:picture/0" alt="甲&lt;乙"></figure>'
    assert text_of(result).pictures[0].target == ""


def test_the_second_link_to_one_file_has_its_own_place() -> None:
    """Places follow the order of the links."""
    result = body("[a](b.md)\n\n[c](bb.md)\n\n[d](b.md)")
    assert [p.place.line for p in text_of(result).links] == [6, 8, 10]


@pytest.mark.parametrize(
    ("source", "excerpt"),
    [
        (
            '!!! note "开栏"\n    话\n\n**一**段[^1]，&amp;<b>粗</b>。\n\n二段\n\n[^1]: 注',
            "一段，&粗。",
        ),
        ("![图](a.jpg)\n\n段 落", "段 落"),
        ("字" * 130, "字" * 119 + "…"),
        ("- 项", ""),
        (r"a\*b", "a*b"),
    ],
)
def test_the_excerpt_is_the_first_paragraph(source: str, excerpt: str) -> None:
    """Plain words, without footnote marks, at most 120 characters."""
    assert text_of(body(source)).excerpt == excerpt


def test_the_key_is_the_hash_of_the_html() -> None:
    """The store keeps the HTML under it; no text has no key."""
    result = body("甲")
    assert text_of(result).key == hashlib.sha256(result.html.encode()).hexdigest()
    assert text_of(body(" \n")) == specs.Text()
    assert body("").html == ""


def test_entries_of_one_day_share_a_page() -> None:
    """Their ids carry the entry's name, and so do the links to them."""
    result = read(
        "---\ntitle: x\ndate: 1828-05-08\n---\n## 甲\n\n[乙](#甲)字[^1]\n\n[^1]: 注\n",
        "on-this-day/red/05-08-dunant.md",
    )
    assert isinstance(result.source, s.EntrySource)
    assert result.rules == []
    assert all(name.startswith("red-dunant-") for name in result.source.text.ids)
    assert 'href="#red-dunant-甲"' in result.html
    assert 'href="#red-dunant-fn:1"' in result.html


def test_a_text_does_not_depend_on_the_one_before() -> None:
    """The instance is kept, its footnotes, references and ids are not."""
    alone = body("## 一\n\n[a][1] 字[^2]")
    body("## 一\n\n[1]: b.md\n\n字[^2]\n\n[^2]: 注\n\n*[字]: 词")
    assert body("## 一\n\n[a][1] 字[^2]") == alone


MARKDOWN = st.lists(
    st.sampled_from(
        ["甲", "乙丙。", "a", "B", "1", " ", "  ", "    ", "\n", "\n\n", "**", "*", "__", "_", "`",
         "```\n", "[", "](b.md)", "![", "]", "[^1]", "\n[^1]: ", "#", "\n## ", "\n- ", "\n1. ",
         "\n> ", "\n| ", "|", "---", "\n---\n", "|-|-|\n", "\n: ", "\n!!! note\n    ", "{: .x}",
         "{#y}", "<b>", "</b>", "<p>", "&amp;", "\\", "<https://e.org>", "\n*[甲]: x", "“", "”",
         "：", "=", "\n===\n", "[a]: b\n"]
    ),
    max_size=25,
).map("".join)  # fmt: skip

FAST, SLOW = House(), House(fast=False)


@example("甲乙\n\n*[甲]: x")
@example("甲。\n乙。\n\n丙\n: 丁\n\n- 戊\n\n己\n===\n\n庚 {#x}\n\n辛\n{: #y }")
@given(MARKDOWN)
def test_the_fast_way_equals_the_slow_one(source: str) -> None:
    """Skipping what cannot match changes no text."""
    assert FAST.convert(source) == SLOW.convert(source)


@given(MARKDOWN)
def test_clean_html_stays_as_it_is(source: str) -> None:
    """Cleaning is done once: a second time changes nothing."""
    once = clean(FAST.convert(source)[0])
    assert clean(once) == once


@given(MARKDOWN)
def test_every_number_has_its_reference(source: str) -> None:
    """The HTML names links and pictures by number, each of them once and in order."""
    result = body(source)
    if isinstance(result.source, s.ArticleSource):
        text = result.source.text
        for kind, references in (("link", text.links), ("picture", text.pictures)):
            assert [p.split('"')[0] for p in result.html.split(f"lanmu:{kind}/")[1:]] == [
                str(n) for n in range(len(references))
            ]
