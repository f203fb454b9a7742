"""How long a film or a piece of sound is: as editors write it, for readers, for machines."""

import re

_CLOCK = re.compile(r"(?:(?P<h>\d{1,2})[:：])?(?P<m>\d{1,3})[:：](?P<s>[0-5]?\d)", re.ASCII)
_WORDS = re.compile(
    r"(?:(?P<h>\d{1,2})\s*(?:小时|时|h))?\s*(?:(?P<m>\d{1,3})\s*(?:分钟|分|min|m))?\s*"
    r"(?:(?P<s>\d{1,4})\s*(?:秒钟|秒|s))?",
    re.ASCII | re.IGNORECASE,
)
_HOUR, _MINUTE = 3600, 60


def length_in_seconds(written: str) -> int:
    """Read ``3:25``, ``1:02:03``, ``3分25秒`` or ``45s``; 0 where it is none of these."""
    text = written.strip()
    found = _CLOCK.fullmatch(text) or (_WORDS.fullmatch(text) if text else None)
    if found is None:
        return 0
    hours, minutes, seconds = (int(found[part] or 0) for part in "hms")
    return hours * _HOUR + minutes * _MINUTE + seconds


def length_shown(seconds: int) -> str:
    """Say a length as players do: ``3:25``, ``1:02:03``; nothing where it is not known."""
    if seconds <= 0:
        return ""
    hours, rest = divmod(seconds, _HOUR)
    minutes, left = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def length_iso(seconds: int) -> str:
    """Say a length for machines, as ISO 8601 has it: ``PT3M25S``."""
    hours, rest = divmod(max(seconds, 0), _HOUR)
    minutes, left = divmod(rest, _MINUTE)
    parts = ((hours, "H"), (minutes, "M"), (left, "S"))
    return "PT" + ("".join(f"{n}{unit}" for n, unit in parts if n) or "0S")
