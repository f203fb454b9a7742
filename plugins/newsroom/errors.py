"""What ends a build, by name, for whoever starts one."""

from plugins.press.page import PressError
from plugins.press.store import StoreDamaged

from .config import SettingsError

__all__ = ["PressError", "SettingsError", "StoreDamaged"]
