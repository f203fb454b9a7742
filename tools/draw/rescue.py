"""Scenes of rescue: a building site, a river bank, a mountain path."""

from __future__ import annotations

from dataclasses import replace

from tools.draw.canvas import Canvas, falling
from tools.draw.hands import OPEN, hand
from tools.draw.land import cloud, hills, layer, ridge, ripples, road, sky, sun, tuft
from tools.draw.palette import (
    BARK,
    CLAY,
    CORAL,
    CREAM,
    DUSK,
    HAIR,
    INK,
    MOSS,
    NAVY,
    OCHRE,
    PAPER,
    PINE,
    RED,
    SAND,
    SKIN,
    SKY,
    STONE,
    TEAL,
    dark,
    light,
    mix,
)
from tools.draw.people import (
    BEND,
    CARRY,
    SHOW,
    SIT,
    STAND,
    VOLUNTEER,
    Look,
    cross,
    person,
    seat,
)
from tools.draw.register import picture
from tools.draw.shapes import arc, blob, hull, pill
from tools.draw.things import lifebuoy


@picture("media/building-site.jpg")
def building_site(c: Canvas) -> None:
    """An instructor bandages an arm among builders."""
    sky(c, light(NAVY, 0.62), light(OCHRE, 0.65), 80)
    c.rect(20, 6, 2.4, 80, OCHRE)
    c.rect(6, 13, 78, 2.2, OCHRE)
    for k in range(14):
        c.line([(20, 8 + k * 5.4), (22.4, 13.4 + k * 5.4)], 0.4, dark(OCHRE, 0.4))
    c.line([(21, 3), (80, 13)], 0.5, NAVY)
    c.line([(21, 3), (7, 13)], 0.5, NAVY)
    c.line([(68, 15), (68, 33)], 0.5, NAVY)
    c.rect(61, 33, 14, 3, CLAY)
    c.rect(6, 15, 6, 6, NAVY)
    c.rect(88, 18, 70, 70, light(NAVY, 0.45))
    for row in range(5):
        c.rect(86, 18 + row * 14, 70, 2, NAVY)
        for column in range(5):
            c.rect(
                92 + column * 13,
                22 + row * 14,
                8,
                9,
                mix(NAVY, OCHRE, 0.25) if (row + column) % 3 else light(NAVY, 0.7),
            )
    for k in range(6):
        c.line([(86 + k * 13, 12), (86 + k * 13, 88)], 0.8, OCHRE)
    for k in range(5):
        c.line([(86 + k * 13, 88 - 14 * k), (99 + k * 13, 74 - 14 * k)], 0.5, OCHRE)
    layer(c, ridge(c, 79, 1.2, 90), light(OCHRE, 0.35), dark(OCHRE, 0.2))
    _builders(c)


def _builders(c: Canvas) -> None:
    for x, face, tone, skin in (
        (10, 1, CLAY, 1),
        (27, 1, DUSK, 0),
        (129, -1, MOSS, 2),
        (144, -1, NAVY, 0),
        (113, -1, STONE, 1),
    ):
        person(
            c,
            x,
            88 + (x % 7),
            52,
            STAND if x % 2 else SHOW,
            Look(coat=tone, legs=NAVY, skin=SKIN[skin], cut="helmet", hair=OCHRE),
            face,
        )
    seat(c, 86, 95, 60, BARK)
    _front_of_builders(c)


def _front_of_builders(c: Canvas) -> None:
    person(
        c,
        86,
        95,
        60,
        replace(
            SIT,
            elbow=(0.12, 0.45),
            hand=(0.27, 0.48),
            elbow_far=(0.13, 0.46),
            hand_far=(0.29, 0.49),
        ),
        Look(
            coat=SKIN[1],
            legs=NAVY,
            skin=SKIN[1],
            vest=mix(OCHRE, CORAL, 0.6),
            cut="helmet",
            hair=OCHRE,
        ),
        -1,
    )
    person(
        c,
        54,
        96,
        62,
        replace(
            BEND,
            neck=(0.06, 0.77),
            hip=(-0.03, 0.47),
            head=(0.1, 0.88),
            hand=(0.24, 0.5),
            hand_far=(0.27, 0.53),
            elbow=(0.08, 0.58),
            elbow_far=(0.17, 0.6),
        ),
        replace(VOLUNTEER, coat=PAPER),
    )
    for k in range(3):
        c.line([(72.4 + k * 1.9, 64.5), (71.6 + k * 1.9, 69)], 1.5, PAPER)


@picture("media/lifebuoy.jpg")
def lifebuoy_bank(c: Canvas) -> None:
    """Lying flat, someone reaches a pole and a lifebuoy to a hand in the water."""
    sky(c, light(CORAL, 0.35), light(OCHRE, 0.6), 40)
    sun(c, 122, 22, 7, CREAM)
    hills(c, (light(NAVY, 0.6), light(NAVY, 0.4)), 26, 34, 4, 60)
    c.rect(0, 38, c.w, 62, TEAL)
    c.shade(pill(0, 38, c.w, 62), NAVY, falling(90, -0.1, 0.9), 0.8)
    ripples(c, 41, 98, light(TEAL, 0.45), 70, 50)
    bank = blob(
        [(-10, 48), (20, 46), (44, 52), (58, 62), (54, 76), (62, 90), (56, 112), (-10, 112)]
    )
    c.poly(bank, mix(OCHRE, MOSS, 0.35))
    c.shade(bank, MOSS, falling(0, -0.2, 0.8), 0.8)
    for _ in range(16):
        tuft(c, c.rnd.uniform(0, 46), c.rnd.uniform(56, 98), 4, PINE)
    c.hull([(8, 60, 4.4), (24, 61, 3.6)], NAVY)
    c.hull([(-2, 62, 3), (8, 60, 4)], NAVY)
    c.hull([(24, 60, 5.6), (42, 62, 6)], RED)
    c.shade(hull([(24, 60, 5.6), (42, 62, 6)]), dark(RED, 0.5), falling(90, -0.2, 0.7), 0.7)
    c.limb((43, 62), (56, 64), 3, 2.4, PAPER)
    c.disc(57, 64, 2.5, SKIN[0])
    c.oval(50, 54, 5.2, 5.8, SKIN[0])
    c.poly([*arc(49.4, 53.6, 5.9, 150, 330), (52, 51.5), (47, 53)], HAIR[0])
    c.disc(52, 54.4, 0.55, INK)
    c.line([(52, 63.4), (103, 58)], 1.1, SAND)
    lifebuoy(c, 96, 77, 9, CORAL, 10, dark(TEAL, 0.25))
    c.curve([(42, 66), (58, 76), (74, 70), (87, 76)], 0.8, CREAM)
    for r in (16, 11):
        c.curve([(112 - r, 66), (112, 66 + r * 0.25), (112 + r, 66)], 0.8, light(TEAL, 0.6))
    c.oval(118, 60, 5, 5.4, SKIN[1])
    c.poly([*arc(118, 59.4, 5.7, 190, 390), (121, 57), (115, 56.6)], HAIR[0])
    hand(c, 106, 57, 3.6, 215, CORAL, SKIN[1], OPEN, arm=2.8)
    c.rect(100, 65.6, 28, 6, mix(TEAL, NAVY, 0.35), 2)
    ripples(c, 64, 70, light(TEAL, 0.5), 9, 98, 130)
    cloud(c, 40, 16, 10, CREAM)


@picture("media/stretcher.jpg")
def stretcher(c: Canvas) -> None:
    """Two bearers and a mule on a mountain path at dusk."""
    sky(c, NAVY, light(CLAY, 0.25), 70)
    sun(c, 40, 34, 9, light(OCHRE, 0.3), OCHRE)
    for _k in range(30):
        c.disc(c.rnd.uniform(0, c.w), c.rnd.uniform(0, 24), 0.25, CREAM)
    hills(c, (mix(NAVY, CLAY, 0.55), mix(NAVY, CLAY, 0.38), mix(NAVY, BARK, 0.5)), 44, 66, 7, 60)
    ground = ridge(c, 80, 2.5, 120)
    layer(c, ground, dark(BARK, 0.35), INK)
    road(c, ((-8, 90, 2), (50, 85, 2), (100, 88, 2), (158, 82, 2)), mix(CLAY, BARK, 0.4))
    coat = Look(
        coat=mix(SKY, NAVY, 0.5), legs=dark(NAVY, 0.2), cut="helmet", hair=mix(SKY, NAVY, 0.6)
    )
    c.line([(27, 70), (77, 69)], 1.2, OCHRE)
    c.hull([(37, 66.8, 2.4), (66, 66.4, 2.6)], light(STONE, 0.5))
    c.shade(hull([(37, 66.8, 2.4), (66, 66.4, 2.6)]), NAVY, falling(90, 0, 0.7), 0.6)
    c.disc(69.5, 64.8, 2.4, SKIN[1])
    person(c, 27, 90, 37, CARRY, coat)
    person(c, 76, 89, 37, CARRY, replace(coat, skin=SKIN[1]))
    _mule(c, 112, 90)
    for _ in range(14):
        tuft(c, c.rnd.uniform(0, c.w), c.rnd.uniform(94, 100), 4, dark(BARK, 0.6))


def _mule(c: Canvas, x: float, y: float) -> None:
    tone = mix(CLAY, CREAM, 0.25)
    for dx in (-8.0, -5.0, 8.0, 11.0):
        c.limb(
            (x + dx, y - 13),
            (x + dx + (dx % 3 - 1), y),
            1.5,
            0.9,
            dark(tone, 0.3 if dx in (-5, 8) else 0.05),
        )
    c.hull([(x - 8, y - 16, 5), (x + 9, y - 16.5, 4.8)], tone)
    c.limb((x - 11, y - 18), (x - 17, y - 27), 3, 2.2, tone)
    c.hull([(x - 17, y - 28, 2.5), (x - 23, y - 24, 1.6)], tone)
    for dx in (0.0, 1.8):
        c.limb((x - 16 + dx, y - 30), (x - 15.4 + dx, y - 35), 0.9, 0.4, tone)
    c.curve([(x + 13, y - 18), (x + 16, y - 13), (x + 15.4, y - 8)], 0.9, dark(tone, 0.4))
    c.rect(x - 5, y - 23, 12, 12, mix(CLAY, OCHRE, 0.4), 0.8)
    c.disc(x + 1, y - 17, 3.6, PAPER)
    cross(c, x + 1, y - 17, 4.6)
    c.line([(x - 5, y - 14), (x + 7, y - 14)], 0.5, BARK)
