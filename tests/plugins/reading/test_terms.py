"""The terms that say what a text is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition.sources import ArticleSource
from plugins.reading.terms import AT_MOST, terms_of

from .helpers import read

texts = st.text(alphabet="急救培训红十字的了，。 \n<p>aedAED12", max_size=200)


@given(texts, texts, texts)
def test_terms_are_few_and_each_is_one(title: str, summary: str, html: str) -> None:
    """At most so many, none twice; two Han or a Latin word of two letters at least."""
    terms = terms_of(title, summary, html).split()
    assert len(terms) == len(set(terms)) <= AT_MOST
    for term in terms:
        assert len(term) == 2 or term.isascii()
        assert term == term.lower()
        assert not term.isdigit()


def test_the_most_frequent_come_first() -> None:
    """What a text says again and again; of terms met once, the first."""
    html = "<p>甲乙。</p><p>献血。丙丁。</p><p>献血。</p><p>戊己。献血。</p>"
    assert terms_of("", "", html).split() == ["献血", "甲乙", "丙丁", "戊己"]


def test_the_title_counts_more() -> None:
    """What a text has in its title it is about, though its words say another thing twice."""
    assert terms_of("造血", "", "<p>医院。医院。</p>").split() == ["造血", "医院"]
    assert terms_of("", "造血", "<p>医院。</p>").split() == ["造血", "医院"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("红十字", "红十 十字"),
        ("急救，培训", "急救 培训"),
        ("急救<strong>培训</strong>", "急救 培训"),
        ("我们的急救和培训", "急救 培训"),
        ("没有时间", ""),
        ("2021年7月，满", ""),
        ("用ＡＥＤ，the AED ＆ a aed", "aed"),
        ("R&amp;D 和 C&nbsp;D", ""),
        ('<a href="lanmu:link/0" title="首页">简报</a>', "简报"),
        ("𠮷野家", "𠮷野 野家"),
    ],
)
def test_what_is_a_term(html: str, expected: str) -> None:
    """No punctuation, tag, particle, figure, common word; full-width letters are letters."""
    assert terms_of("", "", html) == expected


def test_an_article_has_the_terms_of_its_title_summary_and_text() -> None:
    """As far as its beginning says."""
    text = "---\nid: a\ntitle: 救护\ndate: 2021-07-15\nsummary: 摘要\n---\n**红十字**\n"
    source = read(text + "\n\n哦" * 2000 + "\n\n远处").source
    assert isinstance(source, ArticleSource)
    assert source.terms.split() == ["救护", "摘要", "红十", "十字"]
