"""What is said of a picture in several places, as one; and which pictures are kept back."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from .findings import Finding, Severity, finding
from .media import specs_of
from .site_specs import RightsSpec
from .sources import GallerySource, PictureFile, SidecarSource, Source
from .specs import PictureNotes, PictureSpec

NOTHING = PictureNotes()
"""Nothing is said."""

SUFFIX = ".toml"
"""What the name of a sidecar adds to its picture's."""


def merged(first: PictureNotes, second: PictureNotes) -> PictureNotes:
    """Both as one: ``first`` counts where both say something."""
    if second == NOTHING:
        return first
    dated = first if first.date else second
    return PictureNotes(
        alt=first.alt or second.alt,
        caption=first.caption or second.caption,
        credit=first.credit or second.credit,
        place=first.place or second.place,
        date=dated.date,
        when=dated.when,
        consent=first.consent or second.consent,
        license=first.license or second.license,
        creator=first.creator or second.creator,
        copyright=first.copyright or second.copyright,
        focus=first.focus or second.focus,
    )


def refused_by(source: Source | None) -> frozenset[str]:
    """The pictures, by path, that a source says must not be shown."""
    if isinstance(source, SidecarSource):
        refused = source.notes.consent == "false"
        return frozenset((source.path.removesuffix(SUFFIX),) if refused else ())
    return frozenset(s.file.target for s in _specs(source) if s.notes.consent == "false")


def _specs(source: Source | None) -> Iterator[PictureSpec]:
    """The pictures that front matter names."""
    for name in ("lead", "banner", "picture", "cover"):
        spec = getattr(source, name, None)
        if spec is not None:
            yield spec
    if isinstance(source, GallerySource):
        yield from source.photos
        for section in source.sections:
            yield from section.photos
    for media in specs_of(source) if source is not None else ():
        if media.poster is not None:
            yield media.poster


class Words:
    """What is said of each picture outside of the texts that show it.

    Consent is no matter of precedence: who says no anywhere, of a file or of another with the
    same bytes, keeps it out of everything.
    """

    def __init__(
        self,
        sources: Iterable[Source],
        pictures: Mapping[str, PictureFile],
        rights: RightsSpec,
    ) -> None:
        """Gather; ``pictures`` may change later on, but for those that are refused."""
        self._rights = rights
        self._sidecars: dict[str, SidecarSource] = {}
        refused: set[str] = set()
        for source in sources:
            if isinstance(source, SidecarSource):
                self._sidecars[_folded(source.path.removesuffix(SUFFIX))] = source
            refused.update(map(_folded, refused_by(source)))
        self._refused = frozenset(refused)
        asked = self._sidecars or refused
        known = {_folded(path): file for path, file in pictures.items()} if asked else {}
        self._hashes = frozenset(known[path].sha256 for path in refused if path in known)
        self.findings: list[Finding] = [
            finding("warning", "sidecar-alone", s.path, picture=s.path.removesuffix(SUFFIX))
            for path, s in self._sidecars.items()
            if path not in known
        ]

    def concern(self, path: str) -> bool:
        """Whether more than one picture's own places depend on the file at a path."""
        folded = _folded(path)
        return folded in self._refused or folded in self._sidecars

    def withhold(self, file: PictureFile) -> bool:
        """Whether a picture must not be shown anywhere."""
        return file.sha256 in self._hashes or _folded(file.path) in self._refused

    def of(self, file: PictureFile, said: PictureNotes) -> PictureNotes:
        """All that is said of a picture at one place: there, in its sidecar, in the file."""
        sidecar = self._sidecars.get(_folded(file.path)) if self._sidecars else None
        if sidecar is not None:
            said = merged(said, sidecar.notes)
        return merged(said, file.notes)

    def missing(self, notes: PictureNotes) -> Iterator[tuple[str, Severity]]:
        """What is not said of a picture and should be: the rule, and how grave it is."""
        rights = self._rights
        if not notes.alt and rights.missing_alt != "off":
            yield "alt-missing", rights.missing_alt
        if not (notes.credit or notes.creator) and rights.missing_credit != "off":
            yield "credit-missing", rights.missing_credit
        if not notes.consent and rights.require_consent:
            yield "consent-missing", "warning"


def _folded(path: str) -> str:
    # On another computer the two names may be one, and a "no" must be heard on this one too.
    return unicodedata.normalize("NFC", path).casefold()
