"""Starts Pelican, and hears how it went."""

import gc
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.newsroom.errors import StoreDamaged
from plugins.newsroom.hooks import Outcome, abandon, newsroom_finalized, watch, watch_log
from plugins.newsroom.newsroom import Progress


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

    # What is loaded by now stays; an edition makes no rubbish that is worth looking for often.
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)

    outcomes: list[Outcome] = []

    def hear(_pelican: object, outcome: Outcome) -> None:
        outcomes.append(outcome)

    quiet = pelican.console.quiet
    watch_log()
    newsroom_finalized.connect(hear)
    watch(progress)
    pelican.console.quiet = True
    try:
        settings = read_settings(str(conf), override=dict(paths))
        settings["LANMU"] = {**settings.get("LANMU", {}), **lanmu}
        pelican.Pelican(settings).run()
    finally:
        newsroom_finalized.disconnect(hear)
        pelican.console.quiet = quiet
    return outcomes[0]
