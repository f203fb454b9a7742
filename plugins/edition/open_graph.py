"""What chats and social networks read of a page: the Open Graph protocol (ogp.me)."""

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Final

from .times import whole_minutes

LOCALES: Final = {
    "zh": "zh_CN",
    "zh-hans": "zh_CN",
    "zh-hant": "zh_TW",
    "en": "en_GB",
    "fr": "fr_FR",
    "es": "es_ES",
    "ru": "ru_RU",
    "ar": "ar_AR",
    "ja": "ja_JP",
    "ko": "ko_KR",
}
"""Languages without a territory, as ``og:locale`` wants them, which is never without one."""


@cache
def locale_of(language: str) -> str:
    """A BCP 47 tag as Open Graph writes it: ``zh_CN`` of ``zh-Hans``, ``en_US`` of ``en-US``."""
    first, *rest = language.replace("_", "-").split("-")
    territory = next((part.upper() for part in rest if len(part) == 2), "")  # noqa: PLR2004 - ISO 3166
    if territory:
        return f"{first.lower()}_{territory}"
    return LOCALES.get(language.lower()) or LOCALES.get(first.lower(), first.lower())


def article_properties(
    published: dt.datetime, modified: dt.datetime | None, section: str, tags: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    """The properties of an article: when, where, what about (ogp.me, ``article``)."""
    said = [("article:published_time", whole_minutes(published).isoformat())]
    if modified is not None:
        said.append(("article:modified_time", whole_minutes(modified).isoformat()))
    if section:
        said.append(("article:section", section))
    said += [("article:tag", tag) for tag in tags]
    return tuple(said)
