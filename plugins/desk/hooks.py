"""Starts Pelican, and hears how it went."""

import gc
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.newsroom.config import Config
from plugins.newsroom.errors import StoreDamaged
from plugins.newsroom.outcome import Outcome
from plugins.newsroom.progress import Progress
from plugins.newsroom.stamp import Asked, standing


def build(
    conf: Path, paths: Mapping[str, str], lanmu: Mapping[str, Any], progress: Progress
) -> Outcome:
    """Build by the settings file ``conf``; ``paths`` and ``lanmu`` go before what it says.

    Raises ``PressError`` where nothing could be built.
    """
    # By how many, and where, a site is built does not show in it; its time is asked apart.
    apart = ("jobs", "executor", "now")
    kept = {name: value for name, value in lanmu.items() if name not in apart}
    asked = Asked(str(conf), dict(paths), kept)
    found = standing(asked, Config(now=str(lanmu.get("now", ""))).moment())
    return found or _built(asked, lanmu, progress)


def _built(asked: Asked, lanmu: Mapping[str, Any], progress: Progress) -> Outcome:
    # Neither what is loaded now nor an edition makes rubbish that is worth looking for often.
    gc.set_threshold(1_000_000, 20, 20)

    # Only now: most of the time of a build without changes would go into loading Pelican.
    from plugins.newsroom.hooks import abandon

    try:
        return _build(asked, lanmu, progress)
    except StoreDamaged:
        # It has been thrown away: the second try reads everything anew.
        abandon()
        return _build(asked, lanmu, progress)
    finally:
        abandon()


def ready(conf: Path, paths: Mapping[str, str], lanmu: Mapping[str, Any]) -> Any:
    """Pelican's object by the settings file ``conf``, with its plugins registered, not run."""
    import pelican
    from pelican.settings import read_settings

    gc.set_threshold(100_000, 20, 20)
    settings = read_settings(str(conf), override=dict(paths))
    settings["LANMU"] = {**settings.get("LANMU", {}), **lanmu}
    return pelican.Pelican(settings)


def _build(asked: Asked, lanmu: Mapping[str, Any], progress: Progress) -> Outcome:
    import pelican
    from pelican.settings import read_settings

    from plugins.newsroom.hooks import newsroom_finalized, watch, watch_log

    # What is loaded by now stays.
    gc.freeze()

    outcomes: list[Outcome] = []

    def hear(_pelican: object, outcome: Outcome) -> None:
        outcomes.append(outcome)

    quiet = pelican.console.quiet
    watch_log()
    newsroom_finalized.connect(hear)
    watch(progress, asked)
    pelican.console.quiet = True
    try:
        settings = read_settings(asked.conf, override=dict(asked.paths))
        settings["LANMU"] = {**settings.get("LANMU", {}), **lanmu}
        pelican.Pelican(settings).run()
    finally:
        newsroom_finalized.disconnect(hear)
        pelican.console.quiet = quiet
    return outcomes[0]
