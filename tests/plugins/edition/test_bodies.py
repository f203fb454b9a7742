"""Bodies filled in: links, pictures, and what leads nowhere."""

import lxml.html
import pytest
from lxml.etree import tostring

from plugins.edition.bodies import Show, absolute_picture, expand, without_ids
from plugins.edition.cards import Body
from plugins.edition.picture_cards import Picture
from plugins.edition.sources import ArticleSource
from plugins.reading.reader import ReaderSettings, read_source
from tests.plugins.edition.making import picture


def shown(one: Picture) -> str:
    """A picture as a template may show it."""
    return f"[{one.alt}]"


def filled(html: str, *links: str, pictures: tuple[Picture | None, ...] = (), **more: str) -> str:
    """A body's HTML with these links and pictures."""
    return expand(Body("key", links, pictures), html, Show(shown), **more)  # type: ignore[arg-type] # fragments


def read(markdown: str) -> tuple[ArticleSource, str]:
    """A body as reading makes it of Markdown, and its source."""
    data = f"---\ntitle: 甲\ndate: 2026-01-01\n---\n{markdown}\n".encode()
    reading, html = read_source("columns/news/2026/a.md", data, ReaderSettings())
    assert isinstance(reading.source, ArticleSource)
    return reading.source, html


def test_a_text_on_another_page_has_no_ids() -> None:
    """Nor any change but that: what looks like an id in words or in a value stays."""
    _, html = read(
        '## 甲\n\n<p title="a > id=x" id="y">b</p>\n\nx id="z"[^1]\n\n[到甲](#甲)\n\n[^1]: 注'
    )
    bare = without_ids(html)
    tree = lxml.html.fragment_fromstring(html, create_parent=True)
    marked = [each for each in tree.iter() if each.attrib.pop("id", None)]
    assert len(marked) > 3
    assert tostring(lxml.html.fragment_fromstring(bare, create_parent=True)) == tostring(tree)
    elsewhere = expand(Body("key"), bare, Show(shown), fragments="/columns/news/")
    assert 'href="/columns/news/#甲"' in elsewhere


def test_links_and_pictures_are_filled_in_by_number() -> None:
    """Numbers above nine too, in whatever order they stand."""
    html = "".join(f'<a href="lanmu:link/{number}">{number}</a>' for number in (11, 0, 10))
    links = tuple(f"/{number}/" for number in range(12))
    assert filled(html, *links) == ('<a href="/11/">11</a><a href="/0/">0</a><a href="/10/">10</a>')
    html = '<p><img src="lanmu:picture/1"><img src="lanmu:picture/0" alt="x"></p>'
    two = (picture(alt="甲"), picture(alt="乙"))
    assert filled(html, pictures=two) == "<p>[乙][甲]</p>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('前<a href="lanmu:link/0">字</a>后', "前字后"),
        ('<a href="lanmu:link/0" title="x">字<b>粗</b></a>', "字<b>粗</b>"),
        ('<a title="x" href="lanmu:link/0">字</a>', "字"),
        (
            '<a href="lanmu:link/0">甲</a><a href="lanmu:link/1">乙</a>',
            '甲<a href="/there/">乙</a>',
        ),
        (
            '<a href="lanmu:link/1">乙</a><a href="lanmu:link/0">甲</a>',
            '<a href="/there/">乙</a>甲',
        ),
        ('<a id="x"></a><a href="lanmu:link/0">甲</a>', '<a id="x"></a>甲'),
        (
            '<a href="https://x/">甲</a><a href="lanmu:link/0">乙</a>',
            '<a href="https://x/">甲</a>乙',
        ),
        ('<abbr>字</abbr><a href="lanmu:link/0">甲</a>', "<abbr>字</abbr>甲"),
        ('<a href="lanmu:link/0"><img src="lanmu:picture/0"></a>', "[图]"),
    ],
)
def test_a_dead_link_leaves_its_words(html: str, expected: str) -> None:
    """The tags go, what they hold stays, and no other link is touched."""
    assert filled(html, "", "/there/", pictures=(picture(),)) == expected


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<figure><img src="lanmu:picture/0" alt="x&lt;"></figure>', "<p>x&lt;</p>"),
        ('<figure><img src="lanmu:picture/0" alt=""></figure>', ""),
        (
            '<figure><img src="lanmu:picture/0" alt="x"><figcaption>y</figcaption></figure>',
            "<p>x</p>",
        ),
        ('<p>甲<img src="lanmu:picture/0" alt="x">乙</p>', "<p>甲x乙</p>"),
    ],
)
def test_a_picture_that_is_not_there_leaves_its_words(html: str, left: str) -> None:
    """No broken image, no empty address, no frame around nothing; of one kept back nothing."""
    assert filled(html, pictures=(None,)) == left
    kept_back = expand(Body("k", (), (None,), (0,)), html, Show(lambda _: ""))
    assert not {"x", "y"} & set(kept_back)


FIGURE = '<figure><img src="lanmu:picture/0" alt="x">{}</figure>'


@pytest.mark.parametrize(
    ("own", "left"),
    [
        ("", "<i>说明</i>"),
        ("<figcaption>说明</figcaption>", "<i>说明</i>"),
        ('<figcaption>说明 <span class="credit">甲</span></figcaption>', "<i>说明</i>"),
        ("<figcaption>说<b>明</b></figcaption>", "<figcaption>说<b>明</b></figcaption>"),
    ],
)
def test_a_figure_has_all_the_words_of_its_picture(own: str, left: str) -> None:
    """Those of the text and those said elsewhere; HTML of an editor's own stays as it is."""
    body = Body("k", (), (picture(caption="说明"),))
    plain = Show(lambda _: "[图]")
    made = expand(
        body, FIGURE.format(own), Show(plain.picture, lambda each: f"<i>{each.caption}</i>")
    )
    assert made == f"<figure>[图]{left}</figure>"
    assert expand(body, FIGURE.format(own), plain) == f"<figure>[图]{own}</figure>"


def test_addresses_are_escaped() -> None:
    """What fills an attribute cannot end it."""
    html = '<a href="lanmu:link/0">甲</a>'
    assert filled(html, '/"><script>&') == '<a href="/&quot;&gt;&lt;script&gt;&amp;">甲</a>'


def test_text_without_marks_is_as_it_was() -> None:
    """Most bodies have no link and no picture."""
    assert filled("<p>没有链接</p>") == "<p>没有链接</p>"


def test_a_feed_makes_places_in_the_text_absolute() -> None:
    """A footnote's link leads to the article, not into the feed reader's page."""
    html = '<a href="#fn-1">1</a> <a href="lanmu:link/0">甲</a>'
    made = expand(
        Body("key", ("/a/#b",)),
        html,
        Show(shown),
        lambda url: f"https://x{url}",
        fragments="https://x/?a&b",
    )
    assert made == '<a href="https://x/?a&amp;b#fn-1">1</a> <a href="https://x/a/#b">甲</a>'


@pytest.mark.parametrize(
    "markdown",
    [
        '写作 href="lanmu:link/7" 即可',
        '`<img src="lanmu:picture/9">`',
        '    <a href="lanmu:link/7">x</a>',
        '<img src="lanmu:picture/9">',
        '<a href="lanmu:link/8">y</a>',
        '<a title="lanmu:link/8" href="b.md">y</a>',
        '[y](b.md "lanmu:link/8")',
        '[y](b.md "href=&quot;lanmu:link/8&quot;")',
        "![lanmu:picture/4](p.png)",
        "[y][1]\n\n[1]: lanmu:link/8",
    ],
)
def test_an_editor_cannot_write_the_marks(markdown: str) -> None:
    """A number that reading did not set would name a link that is not there."""
    source, html = read(markdown)
    body = Body("key", ("/there/",) * len(source.text.links), (None,) * len(source.text.pictures))
    assert "lanmu:" not in expand(body, html, Show(shown))


@pytest.mark.parametrize(
    "markdown",
    [
        '[词](b.md "甲 > 乙")',
        '<a title="a>b" href="b.md">词</a>',
        '<a title="</a>" href="b.md">词</a>',
        "[词 > 词](b.md)",
    ],
)
@pytest.mark.parametrize("there", [False, True])
def test_signs_in_attributes_do_not_confuse(markdown: str, *, there: bool) -> None:
    """``>`` in a title does not end the tag: a dead link goes whole, a live one is filled."""
    source, html = read(markdown)
    assert len(source.text.links) == 1
    made = expand(Body("key", ("/b/" if there else "",)), html, Show(shown))
    assert ('href="/b/"' in made) is there
    assert ("<a" in made) is there
    assert "词" in made
    assert "lanmu:" not in made


def test_a_picture_whose_alt_holds_a_sign_is_shown() -> None:
    """``![甲 > 乙](p.png)`` is a picture like any other."""
    source, html = read("![甲 > 乙](p.png)")
    assert len(source.text.pictures) == 1
    assert "[图]" in filled(html, pictures=(picture(),))


def test_a_picture_for_a_feed_has_a_full_address() -> None:
    """Its alt text cannot end the attribute."""
    html = absolute_picture(picture(alt='"><b>'), "https://news.example")
    assert html.startswith('<img src="https://news.example/images/p-')
    assert 'alt="&quot;&gt;&lt;b&gt;"' in html
    assert 'width="960" height="480"' in html
