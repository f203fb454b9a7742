"""The theme's words: all of them in both languages, and none that is no longer used."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from plugins.newsroom.filters import LOCALES
from tests.helpers.sites import ROOT

THEME = ROOT / "theme"
LANGUAGES = sorted(language.replace("-", "_") for language in LOCALES)
PLACE = re.compile(r"%\((\w+)\)s")
Key = tuple[str | None, str | tuple[str, ...]]


def forms_of(text: object) -> list[str]:
    """A word's forms: one, or one for each plural."""
    forms = text if isinstance(text, tuple | list) else [text]
    return [str(form or "") for form in forms]


def extracted() -> dict[Key, str]:
    """Every word that a template asks for, with where it stands."""
    found = extract_from_dir(
        THEME,
        method_map=[("**.html", babel_extract)],  # type: ignore[list-item] # a function will do
        options_map={"**.html": {"silent": "false", "trimmed": "true"}},
    )
    return {
        (context, tuple(word) if isinstance(word, tuple | list) else word): f"{file}:{line}"
        for file, line, word, _, context in found
    }


def catalogue(language: str) -> Catalog:
    """A language's words."""
    path = THEME / "locale" / language / "LC_MESSAGES" / "lanmu.po"
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def keys(words: Catalog) -> set[Key]:
    """What a catalogue has words for."""
    return {
        (word.context, tuple(word.id) if isinstance(word.id, tuple | list) else word.id)
        for word in words
        if word.id
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there(language: str) -> None:
    """No template asks for a word that the catalogue lacks."""
    missing = {
        where: key for key, where in extracted().items() if key not in keys(catalogue(language))
    }
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_there_in_vain(language: str) -> None:
    """What no template asks for any more is taken out: neither unused nor obsolete."""
    words = catalogue(language)
    assert keys(words) <= set(extracted())
    assert not words.obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated(language: str) -> None:
    """In full, in each plural form, and none by a guess."""
    words = catalogue(language)
    assert len(words) > 50
    for word in words:
        if not word.id:
            continue
        forms = forms_of(word.string)
        assert all(form.strip() for form in forms), word.id
        assert not word.fuzzy, word.id
        if isinstance(word.id, tuple | list):
            assert len(forms) == words.num_plurals, word.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_in_words_are_kept(language: str) -> None:
    """A translation names values that its word has, and at least one where it has some."""
    for word in catalogue(language):
        ids = forms_of(word.id)
        forms = forms_of(word.string)
        expected = set().union(*(PLACE.findall(text) for text in ids))
        for form in forms:
            assert set(PLACE.findall(form)) <= expected, word.id
            assert bool(PLACE.findall(form)) is bool(expected), word.id
            assert not re.search(r"%(?!\(\w+\)s|%)", form) or not word.python_format, word.id


def test_chinese_is_chinese() -> None:
    """No word was left in English."""
    han = re.compile(r"[\u3400-\u9fff]")
    left = [
        word.id
        for word in catalogue("zh_Hans")
        if word.id and re.search(r"[A-Za-z]{4}", PLACE.sub("", str(word.string)))
        if not han.search(str(word.string))
    ]
    assert not left


def test_no_language_is_left_over() -> None:
    """The folders are those of the languages that the interface has."""
    folders = [path.name for path in (THEME / "locale").iterdir() if path.is_dir()]
    assert sorted(folders) == LANGUAGES
    assert not list(Path(THEME / "locale").rglob("*.mo"))
