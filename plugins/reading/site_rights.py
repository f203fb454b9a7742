"""``[pictures]`` of ``site.toml``: what must be said of a picture, and whose pictures they are."""

from typing import get_args

from plugins.edition.site_specs import RightsSpec
from plugins.edition.specs import Gravity

from .fields import is_web
from .refs import resolve
from .site_tables import Table

GRAVITIES: tuple[Gravity, ...] = get_args(Gravity)


def read_rights(table: Table) -> RightsSpec:
    """Read what is set; each part of it may be left out."""
    unset = RightsSpec()
    acquire = table.text("acquire")
    if acquire and not (is_web(acquire) or resolve(acquire, "").path):
        table.bad("acquire", "to", "warning")
        acquire = ""
    return RightsSpec(
        missing_alt=_gravity(table, "missing_alt", unset.missing_alt),
        missing_credit=_gravity(table, "missing_credit", unset.missing_credit),
        require_consent=table.flag("require_consent"),
        license=table.url("license"),
        acquire=acquire,
        acquire_place=table.place("acquire"),
    )


def _gravity(table: Table, key: str, default: Gravity) -> Gravity:
    written = table.text(key, default)
    for gravity in GRAVITIES:
        if written == gravity:
            return gravity
    table.bad(key, "gravity")
    return default
