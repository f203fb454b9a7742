"""Why nothing was built is said in Chinese too."""

import ast
from pathlib import Path

from plugins.desk.words import reasons

PLUGINS = Path(__file__).parents[3] / "plugins"
ERRORS = {"NoExecutor", "PressError", "SettingsError", "StoreDamaged"}


def raised() -> set[str]:
    """The reasons that the code gives, wherever it makes one of the errors that end a build."""
    found = set()
    for file in PLUGINS.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ERRORS
            ):
                first = node.args[0]
                assert isinstance(first, ast.Constant), f"{file}:{node.lineno}: a reason is a name"
                found.add(str(first.value))
    return found


def test_every_reason_has_chinese_words() -> None:
    """No reason is without words, and no words are for a reason that nobody gives."""
    assert reasons() == raised()
