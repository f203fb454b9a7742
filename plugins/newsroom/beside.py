"""What is made beside the pages, the search index, and how long each stage of a build took."""

import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import structs

from plugins.edition.findings import Finding, finding
from plugins.edition.model import Edition
from plugins.press.build import File
from plugins.search.index import Index

from .outcome import Stages


class Beside:
    """The search index of one build after another, and a clock for their stages."""

    def __init__(self, folder: Path, store: Path) -> None:
        self._index = Index(folder, store)
        self._began = 0.0
        self.stages = Stages()
        """How long the stages took, as far as they are done."""
        self.fault: Finding | None = None
        """Why there is no index, where it could not be made."""

    def opened(self, began: float, read: float) -> None:
        """Take up that reading began and ended just then, and that pictures are done now."""
        self.stages = Stages(reading=read - began, images=time.monotonic() - read)

    def begin(self, edition: Edition) -> None:
        """Begin with the index, and take up that now the pages are made."""
        if edition.site.search:
            self._index.begin(edition)
        self._began = time.monotonic()

    def finish(self, edition: Edition) -> Iterator[File]:
        """Take up that the pages are done; wait for the index and give its files."""
        self.stages = structs.replace(self.stages, pages=time.monotonic() - self._began)
        if edition.site.search:
            made = self._index.finish()
            self.stages = structs.replace(self.stages, search=made.seconds)
            self.fault = None
            if made.fault:
                self.fault = finding("error", "search-failed", "", detail=made.fault)
            yield from made.files

    def close(self) -> None:
        """End what is not yet made."""
        self._index.close()
