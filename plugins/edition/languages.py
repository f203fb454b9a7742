"""The same text in several languages: which article is a translation of which."""

from collections.abc import Iterable, Iterator
from typing import Final

from .cards import Alternate, SiteFrame, Versions
from .media import LANGUAGES
from .model import Article, Translation
from .resolve import Resolver
from .specs import TranslationSpec

DEFAULT: Final = "x-default"
"""Where readers of any other language are sent (developers.google.com/search, "hreflang")."""


def resolved(
    resolver: Resolver, path: str, specs: Iterable[TranslationSpec]
) -> tuple[Translation, ...]:
    """Where the translations are that the file ``path`` names, as far as they are published."""
    return tuple(_resolved(resolver, path, specs))


def _resolved(
    resolver: Resolver, path: str, specs: Iterable[TranslationSpec]
) -> Iterator[Translation]:
    for spec in specs:
        if not spec.reference.target:
            yield Translation(spec.language, "", spec.reference.written)
            continue
        for target in resolver.articles(path, [spec.reference], "translation"):
            yield Translation(spec.language, target)


def in_languages(articles: Iterable[Article], site: SiteFrame) -> dict[str, Versions]:
    """The versions of each article that has any, by its path.

    It is enough that one of two names the other. What an article says of its own language goes
    before what others say of it.
    """
    every = tuple(articles)
    groups = _groups(every)
    if not groups:
        return {}
    known = {article.path: article for article in every if article.path in groups}
    claimed = {
        each.path: each.language
        for article in known.values()
        for each in article.translations
        if each.path
    }
    found: dict[str, Versions] = {}
    for group in {id(members): members for members in groups.values()}.values():
        own = {
            path: known[path].language or claimed.get(path, "") or site.language
            for path in sorted(group)
        }
        alternates = _alternates([known[path] for path in own], own, site)
        found |= {path: Versions(language, alternates) for path, language in own.items()}
    return found


def _groups(articles: Iterable[Article]) -> dict[str, set[str]]:
    """The paths that belong together with each that has a translation, its own among them."""
    groups: dict[str, set[str]] = {}
    for article in articles:
        if not article.translations:
            continue
        joined = groups.setdefault(article.path, {article.path})
        for each in article.translations:
            other = groups.get(each.path, {each.path} if each.path else set())
            if other is not joined:
                joined |= other
                groups.update(dict.fromkeys(other, joined))
    return groups


def _alternates(
    articles: list[Article], own: dict[str, str], site: SiteFrame
) -> tuple[Alternate, ...]:
    urls: dict[str, str] = {}
    for article in articles:
        urls.setdefault(own[article.path], site.origin + article.url)
    for article in articles:
        for each in article.translations:
            if each.url:
                urls.setdefault(each.language, each.url)
    if len(urls) < 2:  # noqa: PLR2004 - one language is no translation
        return ()
    made = [
        Alternate(language, url, LANGUAGES.get(language.lower(), language))
        for language, url in sorted(urls.items())
    ]
    default = urls.get(site.language) or made[0].url
    return (*made, Alternate(DEFAULT, default))
