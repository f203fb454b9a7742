"""An old address written down where it is to lead: ``lanmu alias``."""

import codecs
import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from plugins.edition.old_paths import Unfit, old_path
from plugins.reading.front_edit import TooHard, with_alias
from plugins.reading.keys import KEYS
from plugins.reading.places import kind_of

from .config import SettingsError
from .ledger import replace

_FILES = (
    (r"/columns/([^/]+)/", ("columns/{0}/_column.md",)),
    (
        r"/columns/([^/]+)/(\d{4})/([^/]+)/",
        ("columns/{0}/{1}/{2}.md", "columns/{0}/{1}/{2}/index.md"),
    ),
    (r"/galleries/([^/]+)/", ("galleries/{0}/index.md",)),
    (r"/on-this-day/([^/]+)/", ("on-this-day/{0}/_almanac.md",)),
    (r"/(units|tags|pages|topics)/([^/]+)/", ("{0}/{1}.md",)),
)


class Written(NamedTuple):
    """The file that an old address stands in, from the top of the content; whether it is new."""

    file: str
    new: bool


def write_alias(content: Path, old: str, new: str) -> Written:
    """Write an old address into the file of another one, or into a file that is named itself.

    Raises ``SettingsError``: the address cannot be one, nothing has the other, the file is
    written in a way that is left to people.
    """
    try:
        path = old_path(old)
    except Unfit as unfit:
        said = "{address} cannot be an old address ({fault})"
        raise SettingsError("alias-unfit", said, address=old, fault=unfit.fault) from unfit
    file = _file(content, new)
    if file is None:
        raise SettingsError("alias-nowhere", "there is no file for {address}", address=new)
    standing = _file(content, path)
    if standing is not None:
        said = "{address} is the address of {file}"
        raise SettingsError("alias-standing", said, address=path, file=standing)
    return _write(content, file, path)


def _write(content: Path, file: str, path: str) -> Written:
    kind, place = kind_of(file), content / file
    data = place.read_bytes()
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        if kind is None:
            raise TooHard
        text = data.removeprefix(mark).decode()
        made = with_alias(text, KEYS[kind], path)
        if made == text:
            return Written(file, new=False)
        replace(place, mark + made.encode())
    except (TooHard, UnicodeDecodeError) as hard:
        said = "{file} is written in a way that a person must add to: aliases: [{address}]"
        raise SettingsError("alias-hard", said, file=file, address=path) from hard
    return Written(file, new=True)


def _file(content: Path, named: str) -> str | None:
    """The file that an address, or a file's own path, stands for; None without one."""
    given = PurePosixPath(Path(named).as_posix())
    if given.suffix == ".md":
        tops = (PurePosixPath(content.as_posix()), PurePosixPath("content"), PurePosixPath("/"))
        inner = next((given.relative_to(top) for top in tops if given.is_relative_to(top)), given)
        found = [inner.as_posix()]
    else:
        path = named.rstrip("/") + "/"
        matches = ((re.fullmatch(form, path), files) for form, files in _FILES)
        found = [
            file.format(*match.groups()) for match, files in matches if match for file in files
        ]
    return next((file for file in found if _is_ours(content, file)), None)


def _is_ours(content: Path, file: str) -> bool:
    """Tell whether a file is there, may have old addresses, and is no link to somewhere else."""
    kind, path = kind_of(file), content / file
    known = kind is not None and any(key.name == "aliases" for key in KEYS.get(kind, ()))
    return (
        known and ".." not in PurePosixPath(file).parts and path.is_file() and not path.is_symlink()
    )
