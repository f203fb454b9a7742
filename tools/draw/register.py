"""The list of pictures: a scene draws on a canvas, and says where its picture belongs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tools.draw.canvas import Canvas

Scene = Callable[[Canvas], None]


@dataclass(frozen=True)
class Picture:
    """One picture of the sample content."""

    path: str
    width: int
    height: int
    scene: Scene


PICTURES: dict[str, Picture] = {}


def picture(path: str, width: int = 1600, height: int = 1067) -> Callable[[Scene], Scene]:
    """Register a scene under the path of its picture, counted from `content/`."""

    def keep(scene: Scene) -> Scene:
        PICTURES[path] = Picture(path, width, height, scene)
        return scene

    return keep
