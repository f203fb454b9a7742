"""``language`` and ``translations`` of an article: its own language, and where others are."""

from plugins.edition.media_files import LANGUAGE_TAG
from plugins.edition.specs import Reference, TranslationSpec

from .fields import Fields, is_web
from .nodes import Mapping, Scalar
from .notes import Notes
from .words import cut, tidy


def language_of(fields: Fields) -> str:
    """Read a BCP 47 tag; empty for the site's language."""
    tag = fields.text("language")
    node = fields.node("language")
    if tag and node is not None and not LANGUAGE_TAG.fullmatch(tag):
        fields.refuse("language", node, "language-tag")
        return ""
    return tag


def translations_of(fields: Fields, notes: Notes) -> tuple[TranslationSpec, ...]:
    """Read where the same text is in other languages: a file or an address by language."""
    node = fields.node("translations")
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        fields.refuse("translations", node, "translations")
        return ()
    found: dict[str, TranslationSpec] = {}
    for key, value in node.pairs:
        tag = tidy(key.text)
        written = tidy(value.text) if isinstance(value, Scalar) else ""
        if not LANGUAGE_TAG.fullmatch(tag) or not written:
            shown = {"key": "translations", "value": cut(tag, 60), "reason": "translations"}
            notes.add("warning", "value-invalid", key.at, **shown)
        elif is_web(written):
            reference = Reference(written, "", place=notes.place(value.at))
            found.setdefault(tag, TranslationSpec(tag, reference))
        else:
            named = fields.path("translations", value)
            if named is not None:
                found.setdefault(tag, TranslationSpec(tag, named))
    return tuple(found.values())
