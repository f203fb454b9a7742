"""What a rule says: what is wrong, and what to do about it, in each language."""

from typing import NamedTuple


class Words(NamedTuple):
    """What is wrong, and what the editor can do."""

    message: str
    hint: str


class Rule(NamedTuple):
    """A rule's words in each language that findings are said in."""

    zh: Words
    en: Words


def rule(zh: str, zh_hint: str, en: str, en_hint: str) -> Rule:
    """A rule by its four sentences."""
    return Rule(Words(zh, zh_hint), Words(en, en_hint))
