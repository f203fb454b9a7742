"""A finding in words."""

from collections.abc import Mapping
from typing import Final

from plugins.edition.findings import Finding

from .rules import RULES, Rule, Words

SEVERITY_WORDS: Final = {
    "zh": {"error": "错误", "warning": "警告", "notice": "提示"},
    "en": {"error": "error", "warning": "warning", "notice": "notice"},
}

_UNKNOWN = Rule(
    Words("出现了没有说明的问题（{rule}）。", "请告诉维护人员。"),
    Words("There is a fault without words ({rule}).", "Please tell the maintainers."),
)


class _Values(dict[str, str]):
    """What fills a message; a value that was not given shows as its name."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def tongue(language: str) -> str:
    """Choose the words' language for a BCP 47 tag: Chinese, or English for all others."""
    return "zh" if language.lower().split("-")[0] == "zh" else "en"


def words(rule: str, reason: str, language: str) -> Words:
    """Find a rule's words, those of its reason first. A rule unknown still has words."""
    found = RULES.get(f"{rule}/{reason}") or RULES.get(rule) or _UNKNOWN
    return found.zh if tongue(language) == "zh" else found.en


def message(finding: Finding, language: str) -> str:
    """Say what is wrong, in the language of a BCP 47 tag."""
    return _filled(finding, language).message


def hint(finding: Finding, language: str) -> str:
    """Say what the editor can do about it."""
    return _filled(finding, language).hint


def _filled(finding: Finding, language: str) -> Words:
    values = dict(finding.values)
    told = words(finding.rule, values.get("reason", ""), language)
    full = _Values(values)
    full.setdefault("rule", finding.rule)
    return Words(_fill(told.message, full), _fill(told.hint, full))


def _fill(template: str, values: Mapping[str, str]) -> str:
    # format_map fills names only: a value with braces in it is not looked at again.
    return template.format_map(values)
