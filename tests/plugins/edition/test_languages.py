"""Articles in several languages: each leads to all others, whichever names which."""

from typing import Any

from plugins.articles.pages import ArticlePage
from plugins.edition import sources as s
from plugins.edition import specs
from plugins.edition.cards import Head
from plugins.edition.model import Edition

from .making import article, assembled, column, edition_of, frame, rules, to

ZH, EN, FR = (f"columns/news/2026/{name}.md" for name in ("a", "a-en", "a-fr"))
ORIGIN = "https://news.example"


def at(language: str, target: str) -> specs.TranslationSpec:
    """A translation, by its file or its address."""
    outside = target.startswith("https://")
    return specs.TranslationSpec(language, specs.Reference(target, "") if outside else to(target))


def heads(edition: Edition) -> dict[str, Head]:
    """The heads of articles by the last part of their addresses."""
    found: dict[str, Any] = {r.url.split("/")[-2]: r.inputs for r in ArticlePage.routes(edition)}
    return {name: inputs.head for name, inputs in found.items()}


def told(head: Head) -> list[tuple[str, str]]:
    """The languages of a page, and where they are."""
    return [(each.language, each.url) for each in head.alternates]


def test_each_leads_to_all() -> None:
    """It is enough that one names another; the site's language is that of all others."""
    edition = edition_of(
        article(ZH, translations=(at("en", EN),)),
        article(EN, language="en"),
        article(FR, language="fr", translations=(at("zh-Hans", ZH),)),
        over=frame("/w"),
    )
    made = heads(edition)
    base = f"{ORIGIN}/w/columns/news/2026"
    every = [
        ("en", f"{base}/a-en/"),
        ("fr", f"{base}/a-fr/"),
        ("zh-Hans", f"{base}/a/"),
        ("x-default", f"{base}/a/"),
    ]
    assert [told(made[name]) for name in ("a", "a-en", "a-fr")] == [every] * 3
    assert [made[name].language for name in ("a", "a-en", "a-fr")] == ["", "en", "fr"]
    assert [each.label for each in made["a"].alternates] == [
        "English",
        "Français",
        "简体中文",
        "",
    ]
    assert (made["a-en"].locale, made["a"].locale) == ("en_GB", "")


def test_what_an_article_says_of_itself_counts_more() -> None:
    """What others say of its language counts where it says nothing."""
    named = heads(edition_of(article(ZH, translations=(at("en", EN),)), article(EN)))
    assert named["a-en"].language == "en"
    other = edition_of(article(ZH, translations=(at("en", EN),)), article(EN, language="en-US"))
    assert [language for language, _ in told(heads(other)["a"])] == [
        "en-US",
        "zh-Hans",
        "x-default",
    ]


def test_a_page_elsewhere_is_a_version_too() -> None:
    """By its address; of one language alone nothing is said."""
    there = at("en", "https://en.example/a")
    made = heads(edition_of(article(ZH, translations=(there,)), article(FR, language="fr")))
    assert told(made["a"])[0] == ("en", "https://en.example/a")
    assert told(made["a-fr"]) == []
    assert made["a-fr"].language == "fr"


def test_a_version_that_waits_is_nowhere() -> None:
    """A draft, what is missing and what is no article: each is said, none is led to."""
    sources: list[s.Source] = [
        column(),
        article(
            ZH,
            translations=(at("en", EN), at("fr", "columns/news/2026/no.md"), at("ru", ZH)),
        ),
        article(EN, language="en", status="draft"),
    ]
    found = assembled(sources)
    assert rules(found) == [
        ("translation-missing", ZH),
        ("translation-unfit", ZH),
        ("translation-unpublished", ZH),
    ]
    assert told(heads(found.edition)["a"]) == []
