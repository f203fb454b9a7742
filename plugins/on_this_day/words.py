"""What feeds, calendars and data say besides what editors wrote, in the site's language."""

from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "name": "史上的今天",
        "of": "{almanac} - {site}",
        "about": "{name}：每天早上六点一条，说当天的往事。",
        "day": "{day}：{title}",
        "more": "{day}：{title} 等{count}件",
        "event": "{year} {title}",
        "leap": "2月29日的事；平年没有这一天，在2月28日一并记起。",
        "sources": "来源：{names}",
        "between": "；",
        "plain_source": "来源：{name}",
        "calendar": "{name}：每年的这一天记起的事。",
    },
    "en": {
        "name": "On this day",
        "of": "{almanac} - {site}",
        "about": "{name}: one item a day, at six in the morning, on what happened that day.",
        "day": "{day}: {title}",
        "more": "{day}: {title} and more ({count} in all)",
        "event": "{year}: {title}",
        "leap": "It happened on 29 February; in a common year 28 February keeps it.",
        "sources": "Sources: {names}",
        "between": "; ",
        "plain_source": "Source: {name}",
        "calendar": "{name}: what each day of the year recalls.",
    },
}


def say(language: str, key: str, **values: object) -> str:
    """A line in the language of the site; any but English is said in Chinese."""
    return _WORDS["en" if language.startswith("en") else "zh"][key].format(**values)


def title_of(language: str, site: str, almanac: str) -> str:
    """The name of a feed or calendar of all almanacs (``almanac`` is empty), or of one."""
    return say(language, "of", almanac=almanac or say(language, "name"), site=site)
