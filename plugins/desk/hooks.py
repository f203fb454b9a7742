"""Starts Pelican, and hears how it went."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.newsroom.errors import PressError, StoreDamaged
from plugins.newsroom.hooks import Outcome, abandon, newsroom_finalized, watch
from plugins.newsroom.newsroom import Progress


class _Faults(logging.Handler):
    """Keeps what Pelican only logs: a plugin that fails must not pass for a build."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.faults: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # Findings are logged too, for stock Pelican; here they come back as values.
        if not record.name.startswith("plugins."):
            self.faults.append(record.getMessage())


def build(
    conf: Path, paths: Mapping[str, str], lanmu: Mapping[str, Any], progress: Progress
) -> Outcome:
    """Build by the settings file ``conf``; ``paths`` and ``lanmu`` go before what it says.

    Raises ``PressError`` where nothing could be built.
    """
    try:
        return _build(conf, paths, lanmu, progress)
    except StoreDamaged:
        # It has been thrown away: the second try reads everything anew.
        abandon()
        return _build(conf, paths, lanmu, progress)
    finally:
        abandon()


def _build(
    conf: Path, paths: Mapping[str, str], lanmu: Mapping[str, Any], progress: Progress
) -> Outcome:
    import pelican
    from pelican.settings import read_settings

    faults = _Faults()
    outcomes: list[Outcome] = []

    def hear(_pelican: object, outcome: Outcome) -> None:
        outcomes.append(outcome)

    root, quiet = logging.getLogger(), pelican.console.quiet
    root.addHandler(faults)
    newsroom_finalized.connect(hear)
    watch(progress)
    pelican.console.quiet = True
    try:
        settings = read_settings(str(conf), override=dict(paths))
        settings["LANMU"] = {**settings.get("LANMU", {}), **lanmu}
        pelican.Pelican(settings).run()
    finally:
        root.removeHandler(faults)
        newsroom_finalized.disconnect(hear)
        pelican.console.quiet = quiet
    if faults.faults:
        raise PressError("pelican-faults", "{detail}", detail="; ".join(faults.faults))
    return outcomes[0]
