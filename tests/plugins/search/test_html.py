"""The little page that is indexed."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.edition.cards import Body
from plugins.edition.media_cards import Media
from plugins.edition.picture_cards import Inset, Photo
from plugins.search import html as made
from plugins.search.fold import SEPARATOR
from plugins.search.records import Record
from tests.plugins.edition.making import picture

PLAIN = Record(
    "/a/", "题", "2026-01-02", "救护", "急救", "市会", pictures=True, summary="导语", body=Body("k")
)


def page(record: Record, text: str, language: str) -> str:
    """The page of a record whose text is this."""
    return made.page(record, made.found_by(record, text), language)


class Seen(HTMLParser):
    """The words of a page, and what the attributes of its first empty element say."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.told: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember what is told."""
        if tag == "i":
            self.told = {name: value or "" for name, value in attrs}

    def handle_data(self, data: str) -> None:
        """Take the words."""
        if data.strip():
            self.words.append(data.strip())


def test_filters_sort_and_meta_are_told() -> None:
    """By the names of the contract with the search page; what is not known is not told."""
    told = Seen(page(PLAIN, "<p>文</p>", "zh-Hans")).told
    assert told["data-pagefind-filter"] == (
        "section[data-s], column[data-c], unit[data-u], year[data-y], pictures[data-p]"
    )
    assert told["data-pagefind-meta"] == "title[data-t], date[data-d], column[data-c]"
    assert told["data-pagefind-sort"] == "date[data-d]"
    assert (told["data-t"], told["data-y"], told["data-p"]) == ("题", "2026", "yes")
    bare = replace(PLAIN, unit="", section="", pictures=False)
    assert Seen(page(bare, "", "zh-Hans")).told["data-pagefind-filter"] == (
        "column[data-c], year[data-y]"
    )


def test_traditional_characters_are_found_by_simplified_ones() -> None:
    """A sentence that has some stands there once more, apart, and nothing else does."""
    words = Seen(page(PLAIN, "<p>今天。刻着“<b>萬國</b>會 &amp;”。又说。</p>", "zh-Hans")).words
    assert [said.replace(" ", "") for said in words[-2:]] == [SEPARATOR, "刻着“万国会&”。"]
    assert SEPARATOR not in Seen(page(PLAIN, "<p>今天。</p>", "zh-Hans")).words


def test_what_counts_most_stands_first() -> None:
    """Title, summary, captions, text: of a phrase Pagefind tells where it stands, and no weight."""
    body = Body("k", pictures=(picture(caption="图说", credit="张三"),))
    text = '<p>正文</p><figure><img src="lanmu:picture/0" alt="图"></figure>'
    seen = Seen(page(replace(PLAIN, body=body, captions=("片名",)), text, "zh-Hans"))
    assert seen.words == ["题", "导 语", "片 名", "正 文", "图 说 （ 张 三 ）"]


def test_each_chinese_character_is_a_word() -> None:
    """And every other word as it is written; signs part phrases; attributes are left alone."""
    text = '<p title="红会">红会，在AED旁，1,200人。<b>𠮷</b></p>'
    html = page(PLAIN, text, "zh-Hans")
    words = " ".join(Seen(html).words).split()
    assert words[3:] == ["红", "会", "，", "在", "AED", "旁", "，", "1,200", "人", "。", "𠮷"]
    assert 'title="红会"' in html
    assert '<html lang="und">' in html


def test_english_is_indexed_as_english() -> None:
    """Its words have forms that Pagefind knows."""
    assert '<html lang="en">' in page(PLAIN, "<p>Volunteers met.</p>", "en")


def test_what_a_body_names_is_told_in_words() -> None:
    """Galleries by the words of their photographs, films by theirs; ids and notes' marks go."""
    hung = Photo("p", 1, picture(caption="馆中"), "/g/p/", "p-1")
    body = Body(
        "k",
        links=("",),
        galleries=(Inset((hung,), 1),),
        media=(Media("video", title="影片", transcript=("旁白",), url="https://v.example/"),),
    )
    text = (
        '<h2 id="one">小题</h2><div class="lanmu:gallery/0"></div><hr class="lanmu:media/0">'
        '<p>见<a href="lanmu:link/0">别处</a>'
        '<sup><a class="footnote-ref" href="#fn:1">1</a></sup></p>'
    )
    html = page(replace(PLAIN, body=body), text, "zh-Hans")
    words = "".join(Seen(html).words).replace(" ", "")
    assert all(word in words for word in ("馆中", "影片", "旁白", "小题", "见别处"))
    assert "别处1" not in words
    assert " id=" not in html
    assert "lanmu:" not in html


def test_full_width_letters_and_digits_are_plain_ones() -> None:
    """A reader types them as the keyboard has them; the title is shown as it is written."""
    seen = Seen(page(replace(PLAIN, title="２０２４年ＡＥＤ"), "<p>电话１２０，</p>", "zh-Hans"))
    said = " ".join(seen.words).split()
    assert said[:3] == ["2024", "年", "AED"]
    assert said[3:] == ["导", "语", "电", "话", "120，"]
    assert seen.told["data-t"] == "２０２４年ＡＥＤ"


# The table of characters is read when the first text needs it.
@settings(deadline=None)
@given(st.text(), st.text(), st.text())
def test_no_word_becomes_markup(title: str, summary: str, unit: str) -> None:
    """Whatever an editor writes stays words: no element comes of it, nor an attribute."""
    record = replace(PLAIN, title=title, summary=summary, unit=unit, captions=(title,))
    plain = Seen(page(PLAIN, "", "en"))
    seen = Seen(page(record, "", "en"))
    assert seen.told.keys() <= plain.told.keys()
    # A caption more, and two more where something is said once more in simplified characters.
    assert page(record, "", "en").count("<p>") <= page(PLAIN, "", "en").count("<p>") + 3
    assert page(record, "", "en").count("<i") == 1
