"""Values of front matter: each getter reads one form, and says what is wrong with it."""

import datetime as dt
import difflib
import re
from typing import Literal
from urllib.parse import urlsplit

from plugins.edition.dates import When
from plugins.edition.findings import Severity
from plugins.edition.specs import (
    Moment,
    Name,
    PictureNotes,
    PictureSpec,
    Reference,
    SourceSpec,
)

from .decode import CONTROL
from .history_dates import parse_when
from .keys import ACCENTS, PICTURE_KEYS, SOURCE_KEYS, STATUS_WORDS, Key, names_of
from .moments import parse_day, parse_moment
from .nodes import Mapping, Node, Scalar, Sequence
from .notes import Notes
from .picture_fields import notes_of
from .refs import REMOTE, resolve
from .words import cut, tidy

_SPLIT = re.compile(r"[、,，;；\n]")
_ID = re.compile(r"\S{1,200}")


class Fields:
    """The keys of one mapping, under the names that ``keys`` gives them."""

    def __init__(self, node: Mapping, keys: tuple[Key, ...], notes: Notes, folder: str) -> None:
        """Sort out the keys; unknown and doubled ones become findings.

        ``folder`` is where the file's own pictures and links are, without a slash at its end.
        """
        self._notes = notes
        self._folder = folder
        self._keys = {key.name: key for key in keys}
        self._nodes: dict[str, Node] = {}
        self._at = node.at
        # Keys written twice, and those that are near to a key: what they may mean, and whether
        # that is sure.
        self.strange: list[tuple[str, Node, bool]] = []
        names = names_of(keys)
        for key, value in node.pairs:
            written = tidy(key.text)
            name = names.get(written) or names.get(written.lower())
            if name is None:
                self._unknown(key, written, value, names)
            elif name in self._nodes:
                # Of two words on being a draft none must be believed over the other.
                grave: Severity = "error" if name == "status" else "warning"
                notes.add(grave, "key-duplicate", key.at, key=cut(written, 60))
                self.strange.append((name, value, True))
            else:
                self._nodes[name] = value
                self._told_controls(value)

    def _unknown(self, key: Scalar, written: str, value: Node, names: dict[str, str]) -> None:
        # Of two Han characters one wrong leaves a half alike.
        cutoff = 0.6 if written.isascii() else 0.5
        near = difflib.get_close_matches(written.lower(), names, n=1, cutoff=cutoff)
        suggestion = near[0] if near else ""
        self.strange.append((names.get(suggestion, ""), value, False))
        # "statuss: draft" must not publish what was meant to stay a draft.
        means_draft = isinstance(value, Scalar) and STATUS_WORDS.get(tidy(value.text)) == "draft"
        hides = "status" in self._keys and (means_draft or names.get(suggestion) == "status")
        severity: Severity = "error" if hides else "warning"
        shown = cut(written, 60)
        if hides and not suggestion:
            suggestion = "status"
        if suggestion:
            self._notes.add(severity, "key-unknown", key.at, key=shown, suggestion=suggestion)
        else:
            self._notes.add(severity, "key-unknown", key.at, key=shown, reason="plain")

    def _told_controls(self, node: Node) -> None:
        r"""Say where an escape like ``\u0007`` made a control character in a value."""
        if isinstance(node, Scalar):
            match = CONTROL.search(node.text)
            if match:
                code = f"U+{ord(match[0]):04X}"
                self._notes.add("warning", "control-character", node.at, code=code, name="")
        elif isinstance(node, Sequence):
            for item in node.items:
                self._told_controls(item)
        # The keys of an inner mapping are told when it is opened as fields of its own.

    def _bad(self, name: str, node: Node, form: str) -> None:
        shown = cut(tidy(node.text), 60) if isinstance(node, Scalar) else "…"
        grave: Severity = "error" if self._keys[name].required else "warning"
        self._notes.add(grave, "value-invalid", node.at, key=name, value=shown, reason=form)

    def at(self, name: str) -> tuple[int, int]:
        """Give the place of a key's value, or of the whole."""
        node = self._nodes.get(name)
        return self._at if node is None else node.at

    def text(self, name: str, missing: str = "") -> str:
        """Read a text of one line; ``missing`` is the rule broken where it is not there."""
        node = self._nodes.get(name)
        value = ""
        if isinstance(node, Scalar):
            value = _text(node)
        elif node is not None:
            self._bad(name, node, "text")
            return ""
        if missing and not value:
            self._notes.add("error", missing, self.at(name), key=name)
        return value

    def people(self, name: str) -> str:
        """Read one name or a list of them, set side by side as a byline does."""
        node = self._nodes.get(name)
        if isinstance(node, Sequence):
            return "、".join(n.text for n in self._listed(name, node))
        return self.text(name)

    def identity(self, name: str, derived: str) -> str:
        """Read an id; without one the id is ``derived``, with a notice."""
        node = self._nodes.get(name)
        value = _text(node) if isinstance(node, Scalar) else ""
        if node is not None and (value or not isinstance(node, Scalar)):
            if _ID.fullmatch(value):
                return value
            self._bad(name, node, "id")
            return derived
        self._notes.add("notice", "id-missing", self._at, id=derived)
        return derived

    def status(self) -> Literal["draft", "published"]:
        """Read the status; what is no known word is an error, for it must not publish."""
        node = self._nodes.get("status")
        if node is None:
            return "published"
        text = tidy(node.text) if isinstance(node, Scalar) else "…"
        word = STATUS_WORDS.get(text.lower())
        if word == "published":
            return "published"
        if word is None:
            self._notes.add("error", "status-invalid", node.at, value=cut(text, 60))
        return "draft"

    def moment(self, name: str) -> Moment | None:
        """Read a date with or without a time."""
        node = self._filled(name)
        if node is None:
            if self._keys[name].required:
                self._notes.add("error", "date-missing", self.at(name), key=name)
            return None
        written = parse_moment(_text(node)) if isinstance(node, Scalar) else None
        if written is None:
            self._bad_date(name, node)
            return None
        return Moment(written.when, written.timed, self._notes.place(node.at))

    def day(self, name: str) -> dt.date | None:
        """Read a date."""
        node = self._filled(name)
        if node is None:
            if self._keys[name].required:
                self._notes.add("error", "date-missing", self.at(name), key=name)
            return None
        written = parse_day(_text(node)) if isinstance(node, Scalar) else None
        if written is None:
            self._bad_date(name, node)
        return written

    def when(self, name: str) -> When | None:
        """Read a date of history: as exact as it is known, and before the common era too."""
        node = self._filled(name)
        if node is None:
            self._notes.add("error", "date-missing", self.at(name), key=name)
            return None
        text = _text(node) if isinstance(node, Scalar) else "…"
        written = parse_when(text)
        if written is None:
            shown = {"key": name, "value": cut(text, 60), "reason": "history"}
            self._notes.add("error", "date-invalid", node.at, **shown)
        return written

    def _bad_date(self, name: str, node: Node) -> None:
        # A wrong "updated" would show a false date, so it is no smaller fault than "date".
        shown = cut(_text(node), 60) if isinstance(node, Scalar) else "…"
        self._notes.add("error", "date-invalid", node.at, key=name, value=shown)

    def number(self, name: str, default: int, least: int = -9999, most: int = 9999) -> int:
        """Read a whole number from ``least`` to ``most``."""
        node = self._filled(name)
        if node is None:
            return default
        text = _text(node) if isinstance(node, Scalar) else ""
        if re.fullmatch(r"-?\d{1,4}", text) and least <= int(text) <= most:
            return int(text)
        self._bad(name, node, "importance" if name == "importance" else "number")
        return default

    def accent(self, name: str) -> str:
        """Read the name of one of the theme's colours; the first where there is none."""
        node = self._filled(name)
        if node is None:
            return ACCENTS[0]
        text = _text(node).lower() if isinstance(node, Scalar) else ""
        if text in ACCENTS:
            return text
        self._bad(name, node, "accent")
        return ACCENTS[0]

    def url(self, name: str) -> str:
        """Read an http or https address."""
        node = self._filled(name)
        if node is None:
            return ""
        text = _text(node) if isinstance(node, Scalar) else ""
        if is_web(text):
            return text
        self._bad(name, node, "url")
        return ""

    def name(self, name: str) -> Name | None:
        """Read a name with its place."""
        node = self._filled(name)
        text = self.text(name)
        return Name(text, self._notes.place(node.at)) if node and text else None

    def names(self, name: str) -> tuple[Name, ...]:
        """Read a list of names, or one text in which ``、`` ``,`` ``;`` part them."""
        node = self._filled(name)
        if node is None:
            return ()
        if isinstance(node, Mapping):
            self._bad(name, node, "names")
            return ()
        if isinstance(node, Sequence):
            return _once(self._listed(name, node))
        return _once(self._parted(node))

    def _listed(self, name: str, node: Sequence) -> list[Name]:
        found = []
        for item in node.items:
            if isinstance(item, Scalar):
                found.append(Name(_text(item), self._notes.place(item.at)))
            else:
                self._bad(name, item, "names")
        return [n for n in found if n.text]

    def _parted(self, node: Scalar) -> list[Name]:
        found, start, (line, column) = [], 0, node.at
        for part in _SPLIT.split(node.text):
            text = tidy(part)
            lead = len(part) - len(part.lstrip())
            at = (line, column + start + lead + node.quoted)
            found.append(Name(text, self._notes.place(at if "\n" not in node.text else node.at)))
            start += len(part) + 1
        return [n for n in found if n.text]

    def source(self, name: str) -> SourceSpec | None:
        """Read where a text comes from: a name, an address, or a mapping of both."""
        node = self._filled(name)
        if node is None or isinstance(node, Sequence):
            if node is not None:
                self._bad(name, node, "source")
            return None
        return self._one_source(node)

    def sources(self, name: str) -> tuple[SourceSpec, ...]:
        """Read one source or a list of them."""
        node = self._filled(name)
        if node is None:
            return ()
        nodes = node.items if isinstance(node, Sequence) else (node,)
        found = []
        for item in nodes:
            if isinstance(item, Sequence):
                self._bad(name, item, "source")
            elif (source := self._one_source(item)) is not None:
                found.append(source)
        return tuple(found)

    def _one_source(self, node: Scalar | Mapping) -> SourceSpec | None:
        if isinstance(node, Scalar):
            text = _text(node)
            return SourceSpec(text, text if is_web(text) else "") if text else None
        inner = Fields(node, SOURCE_KEYS, self._notes, self._folder)
        url = inner.url("url")
        label = inner.text("name") or url
        if not label and inner.at("url") == inner.at(""):
            # Nothing is there; of an address that is wrong it was told already.
            what = {"key": "name", "value": "", "reason": "source"}
            self._notes.add("warning", "value-invalid", node.at, **what)
        return SourceSpec(label, url) if label else None

    def picture(self, name: str) -> PictureSpec | None:
        """Read a picture: a file name, or a mapping with ``src``."""
        node = self._filled(name)
        if node is None or isinstance(node, Sequence):
            if node is not None:
                self._bad(name, node, "picture")
            return None
        return self._one_picture(name, node)

    def pictures(self, name: str) -> tuple[PictureSpec, ...]:
        """Read a list of pictures."""
        node = self._filled(name)
        if node is None:
            return ()
        nodes = node.items if isinstance(node, Sequence) else (node,)
        found = []
        for item in nodes:
            if isinstance(item, Sequence):
                self._bad(name, item, "picture")
            elif (picture := self._one_picture(name, item)) is not None:
                found.append(picture)
        return tuple(found)

    def _one_picture(self, name: str, node: Scalar | Mapping) -> PictureSpec | None:
        if isinstance(node, Scalar):
            at, src, said = node.at, _text(node), PictureNotes()
        else:
            inner = Fields(node, PICTURE_KEYS, self._notes, self._folder)
            at, src, said = inner.at("src"), inner.text("src"), notes_of(inner)
        if not src:
            self._notes.add("warning", "value-invalid", at, key=name, value="", reason="picture")
            return None
        if REMOTE.match(src) and not src.startswith("//"):
            self._notes.add("warning", "picture-remote", at, written=cut(src, 200))
            return None
        target = resolve(src, self._folder)
        if target.path in ("", "/"):
            self._notes.add("warning", "picture-outside", at, written=cut(src, 200))
            return None
        place = self._notes.place(at)
        # A cover is one of the photographs, a poster one of its film: they take their words there.
        again = name in {"cover", "poster"}
        return PictureSpec(Reference(src, target.path, "", place), said, again)

    def nodes(self, name: str) -> tuple[Node, ...]:
        """Give the parts of a list, or the one value, for a reader that knows their form."""
        node = self._filled(name)
        if node is None:
            return ()
        return node.items if isinstance(node, Sequence) else (node,)

    def paths(self, name: str) -> tuple[Reference, ...]:
        """Read a list of files of ``content/``, named from its top."""
        found = (self.path(name, node) for node in self.nodes(name))
        return tuple(reference for reference in found if reference is not None)

    def path(self, name: str, node: Node) -> Reference | None:
        """Read a file of ``content/``, named from its top, that stands among others."""
        text = _text(node) if isinstance(node, Scalar) else ""
        target = resolve("/" + text.lstrip("/") if text else "", "")
        if not text:
            self._bad(name, node, "paths")
        elif not target.path:
            self._notes.add("warning", "link-outside", node.at, written=cut(text, 200))
        else:
            return Reference(text, target.path, target.fragment, self._notes.place(node.at))
        return None

    def node(self, name: str) -> Node | None:
        """Give what is written under a key, for a form that is read elsewhere."""
        return self._filled(name)

    def refuse(self, name: str, node: Node, form: str) -> None:
        """Say that what is written is not of its form."""
        self._bad(name, node, form)

    def _filled(self, name: str) -> Node | None:
        node = self._nodes.get(name)
        return None if isinstance(node, Scalar) and not _text(node) else node


def is_web(text: str) -> bool:
    """Whether a text is an http or https address with a host, fit to be linked."""
    if re.search(r"[\s<>\"\\]", text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _text(node: Scalar) -> str:
    text = tidy(node.text)
    # What YAML writes for "nothing" is nothing here too, unless it stands in quotes.
    return "" if not node.quoted and text in ("~", "null", "Null", "NULL") else text


def _once(names: list[Name]) -> tuple[Name, ...]:
    return tuple({name.text: name for name in reversed(names)}.values())[::-1]
