"""The newsroom's settings: one frozen struct, read from the dict ``LANMU``."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec

from plugins.edition.findings import Finding
from plugins.press.page import PressError


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of a build, from ``LANMU`` in ``pelicanconf.py``.

    ``cache`` is the folder of what is kept between builds. ``jobs`` is the number of
    processes, 0 for one a processor. ``executor`` is the address of a Dask cluster
    (``dask://HOST:PORT``), empty for processes here. ``now`` is the moment of the build
    (ISO 8601, in the site's zone where it has no offset), empty for the clock's. ``drafts``
    shows drafts and embargoed articles. ``address`` is the site's address in this build,
    empty for ``base_url`` of site.toml. ``ledger`` asks for what is published and is not in
    the ledger of addresses yet.
    """

    cache: str = ".cache"
    jobs: int = 0
    executor: str = ""
    now: str = ""
    drafts: bool = False
    address: str = ""
    ledger: bool = False

    def moment(self) -> dt.datetime:
        """The moment of the build; naive where it is to be read in the site's zone."""
        if not self.now:
            return dt.datetime.now(dt.UTC)
        return dt.datetime.fromisoformat(self.now)


class SettingsError(PressError):
    """Something in the settings is wrong; nothing was built. ``findings`` may say where."""

    exitcode = 2

    findings: Sequence[Finding] = ()


def read_config(settings: Mapping[str, Any]) -> Config:
    """The newsroom's settings among Pelican's.

    Raises ``SettingsError`` for a name that is not known or a value of the wrong kind.
    """
    try:
        config = msgspec.convert(settings.get("LANMU", {}), Config)
        config.moment()
    except (msgspec.ValidationError, ValueError) as error:
        raise SettingsError("settings-invalid", "LANMU: {detail}", detail=error) from error
    parts = urlsplit(config.address)
    if config.address and not (parts.scheme in ("http", "https") and parts.hostname):
        raise SettingsError("settings-invalid", "LANMU: {detail}", detail="address")
    if config.jobs < 0:
        raise SettingsError("settings-invalid", "LANMU: {detail}", detail="jobs < 0")
    return config
