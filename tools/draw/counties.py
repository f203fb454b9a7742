"""Three counties among mountains: what lies on a week's way through them."""

from __future__ import annotations

from tools.draw.canvas import Canvas, falling
from tools.draw.land import birds, hills, layer, pine, ridge, ripples, river, sky, sun, tree
from tools.draw.palette import (
    BARK,
    CORAL,
    CREAM,
    DUSK,
    MIST,
    MOSS,
    OCHRE,
    PAPER,
    PINE,
    SAGE,
    SAND,
    SKY,
    STONE,
    TEAL,
    dark,
    light,
    mix,
)
from tools.draw.people import VOLUNTEER, WALK, person
from tools.draw.register import picture
from tools.draw.shapes import blob
from tools.draw.village import house

WEEK = "columns/villages/2019/field-research"


@picture(f"{WEEK}/jinyun.jpg", 1280, 1600)
def stone_pillar(c: Canvas) -> None:
    """A pillar of rock above a river in the morning."""
    sky(c, light(CORAL, 0.4), CREAM, 70)
    sun(c, c.w * 0.74, 24, 7, light(OCHRE, 0.2), OCHRE)
    hills(c, (light(DUSK, 0.65), light(MOSS, 0.45), light(MOSS, 0.2)), 52, 74, 6, 60)
    rock = blob(
        [(22, 88), (25, 60), (23, 38), (28, 22), (34, 18), (41, 24), (44, 40), (43, 62), (47, 88)]
    )
    c.poly(rock, mix(STONE, SAND, 0.3))
    c.shade(rock, dark(STONE, 0.45), falling(0, -0.2, 0.9), 0.8)
    for x, y in ((30, 19), (36, 20), (27, 30), (41, 33)):
        pine(c, x, y + 3, 9, PINE)
    layer(c, ridge(c, 82, 3, 60), PINE, dark(PINE, 0.3))
    river(c, [(40, 86, 14), (36, 92, 24), (44, 104, 50)], light(TEAL, 0.3), CREAM)
    ripples(c, 90, 99, PAPER, 26)
    birds(c, 56, 30, 2.2, DUSK, 4)


@picture(f"{WEEK}/qingtian.jpg")
def river_town(c: Canvas) -> None:
    """White houses along a wide river, and a small boat."""
    sky(c, light(SKY, 0.3), CREAM, 60)
    hills(c, (light(TEAL, 0.6), light(MOSS, 0.4), MOSS), 24, 50, 7, 70)
    layer(c, ridge(c, 60, 2, 90), SAGE, MOSS)
    for x, wide, tall in ((8, 22, 12), (36, 26, 15), (70, 20, 11), (98, 28, 15), (132, 20, 12)):
        house(c, x, 66, wide, tall)
    for x in (32, 66, 94, 130):
        tree(c, x, 68, 15, PINE)
    c.rect(-1, 66, c.w + 2, 3, STONE)
    c.rect(-1, 69, c.w + 2, 34, light(TEAL, 0.2))
    ripples(c, 72, 98, PAPER, 70)
    boat = blob([(88, 84), (96, 90), (116, 90), (124, 83), (112, 86), (98, 86)])
    c.poly(boat, BARK)
    c.shade(boat, dark(BARK, 0.4), falling(90, 0.1, 0.8), 0.8)
    c.poly([(98, 86), (101, 79), (112, 79), (114, 86)], OCHRE)


@picture(f"{WEEK}/qingyuan.jpg", 1600, 900)
def forest_path(c: Canvas) -> None:
    """Two volunteers on a path through a deep forest."""
    sky(c, light(MIST, 0.2), light(SAGE, 0.4), 70)
    for k, tone in enumerate((light(MOSS, 0.55), light(MOSS, 0.3), MOSS)):
        for n in range(16 - 3 * k):
            x = n * c.w / (15 - 3 * k) + c.rnd.uniform(-3, 3)
            pine(c, x, 66 + k * 9, 34 + k * 8 + c.rnd.uniform(-4, 6), tone)
    layer(c, ridge(c, 78, 3, 120), PINE, dark(PINE, 0.3))
    river(c, [(84, 77, 2), (92, 83, 5), (80, 92, 12), (92, 104, 24)], SAND, CREAM)
    person(c, 84, 92, 26, WALK, VOLUNTEER)
    person(c, 98, 88, 22, WALK, VOLUNTEER)
    for x, tall in ((12, 70), (30, 56), (132, 58), (152, 72), (170, 60)):
        pine(c, x, 100, tall, dark(PINE, 0.15))
