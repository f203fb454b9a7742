"""What an article says of its languages."""

import pytest

from plugins.edition import sources as s

from .helpers import read

PATH = "columns/news/2026/a.md"


def article(lines: str) -> str:
    """An article's file with these lines in its front matter."""
    return f"---\nid: a\ntitle: 题\ndate: 2026-01-02\n{lines}\n---\n正文\n"


def test_languages_and_where_they_are() -> None:
    """Files from the top of content, and addresses; in Chinese words as well."""
    text = "语言: en\n译文:\n  zh-Hans: columns/news/2026/b.md\n  fr: https://fr.example/a\n"
    result = read(article(text.rstrip()), PATH)
    assert result.findings == ()
    assert isinstance(result.source, s.ArticleSource)
    assert result.source.language == "en"
    made = [(t.language, t.reference.target) for t in result.source.translations]
    assert made == [("zh-Hans", "columns/news/2026/b.md"), ("fr", "")]
    assert result.source.translations[1].reference.written == "https://fr.example/a"
    assert result.source.translations[0].reference.place.line == 7


@pytest.mark.parametrize(
    ("lines", "rule", "line"),
    [
        ("language: 英文", "value-invalid", 5),
        ("translations: b.md", "value-invalid", 5),
        ("translations: [b.md]", "value-invalid", 5),
        ("translations:\n  英文: /columns/news/2026/b.md", "value-invalid", 6),
        ("translations:\n  en: [b.md]", "value-invalid", 6),
        ("translations:\n  en: ../../../../b.md", "link-outside", 6),
    ],
)
def test_what_is_wrong_is_said(lines: str, rule: str, line: int) -> None:
    """On its line; the article stands."""
    result = read(article(lines), PATH)
    assert [(found.severity, found.rule, found.line) for found in result.findings] == [
        ("warning", rule, line)
    ]
    assert isinstance(result.source, s.ArticleSource)
    assert (result.source.language, result.source.translations) == ("", ())
